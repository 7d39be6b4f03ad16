import { useEffect } from 'react';
import type { DeskFigures } from '../../../core/replies/desk/desk-figures.ts';
import { usePolled } from '../use-polled.ts';
import { locale } from '../words/language.ts';
import { t } from '../words/t.ts';

const EVERY_MS = 30_000;

/** How the desk stands; read again whenever the list has changed. */
export function DeskFiguresLine({ conversations }: { conversations: unknown }) {
  const { data, reload } = usePolled<DeskFigures>('/conversations/figures', EVERY_MS);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed list has other figures
  useEffect(() => void reload(), [conversations, reload]);
  if (!data) return <p className="quiet text-sm">{t('What customers answered.')}</p>;
  const { waiting, urgent, inDoubt, waitingOverADay, medianMinutesToAnswer } = data;
  const parts = [
    t('{n} waiting', { n: waiting }),
    urgent > 0 && t('{n} urgent', { n: urgent }),
    inDoubt > 0 && t('{n} may be a stop', { n: inDoubt }),
    waitingOverADay > 0 && t('{n} for over a day', { n: waitingOverADay }),
    medianMinutesToAnswer !== null &&
      t('answered after {time} (median)', { time: minutesWords(medianMinutesToAnswer) }),
  ];
  return <p className="quiet text-sm">{parts.filter(Boolean).join(' · ')}</p>;
}

const minutesWords = (minutes: number): string =>
  minutes < 90
    ? t('{n} min', { n: Math.max(1, Math.round(minutes)) })
    : t('{hours} h', { hours: (minutes / 60).toLocaleString(locale, { maximumFractionDigits: 1 }) });
