import { useEffect } from 'react';
import type { DeskFigures } from '../../../core/replies/desk/desk-figures.ts';
import { usePolled } from '../use-polled.ts';

const EVERY_MS = 30_000;

/** How the desk stands; read again whenever the list has changed. */
export function DeskFiguresLine({ conversations }: { conversations: unknown }) {
  const { data, reload } = usePolled<DeskFigures>('/conversations/figures', EVERY_MS);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed list has other figures
  useEffect(() => void reload(), [conversations, reload]);
  if (!data) return <p className="quiet text-sm">What customers answered.</p>;
  const { waiting, urgent, waitingOverADay, medianMinutesToAnswer } = data;
  const parts = [
    `${waiting.toLocaleString()} waiting`,
    urgent > 0 && `${urgent.toLocaleString()} urgent`,
    waitingOverADay > 0 && `${waitingOverADay.toLocaleString()} for over a day`,
    medianMinutesToAnswer !== null && `answered after ${minutesWords(medianMinutesToAnswer)} (median)`,
  ];
  return <p className="quiet text-sm">{parts.filter(Boolean).join(' · ')}</p>;
}

const minutesWords = (minutes: number): string =>
  minutes < 90
    ? `${Math.max(1, Math.round(minutes))} min`
    : `${(minutes / 60).toLocaleString(undefined, { maximumFractionDigits: 1 })} h`;
