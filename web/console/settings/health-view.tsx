import type { AccountHealth } from '../../../core/accounts/account-health.ts';
import { Badge, InlineName } from '../cards/card.tsx';
import { t } from '../words/t.ts';
import { timeWords } from '../words.ts';

type StateProps = { isEnabled: boolean; health: AccountHealth | null };

/** Whether it works, in a word. */
export function AccountState({ isEnabled, health }: StateProps) {
  if (!isEnabled) return <Badge>{t('not in use')}</Badge>;
  if (health?.isResting) return <Badge tone="bad">{t('rests: its last tries all failed')}</Badge>;
  if (health?.problem) return <Badge tone="wait">{t('the last try failed')}</Badge>;
  if (!health || health.tries.submitted === 0) return <Badge>{t('nothing sent lately')}</Badge>;
  return <Badge tone="good">{t('works')}</Badge>;
}

/** What its provider answered of late, and what it may still send. */
export const HealthView = ({
  health: { tries, problem, windows, lastTakenAt, lastTest },
}: {
  health: AccountHealth;
}) => (
  <div className="mt-2 space-y-1">
    {lastTakenAt && (
      <p>
        <span className="quiet">{t('Last taken by the provider:')}</span> {timeWords(lastTakenAt)}
      </p>
    )}
    {lastTest && (
      <p>
        <span className="quiet">{t('Last test message:')}</span> {timeWords(lastTest.at)},{' '}
        {testWords(lastTest.outcome)}
      </p>
    )}
    <p>
      <span className="quiet">{t('In 24 hours:')}</span>{' '}
      {t('{submitted} taken', { submitted: tries.submitted })}
      {tries.rejected > 0 && t(', {rejected} refused', { rejected: tries.rejected })}
      {tries.retry > 0 && t(', {retry} put off', { retry: tries.retry })}
      {tries.unknown > 0 && t(', {unknown} unknown', { unknown: tries.unknown })}
    </p>
    {problem && (
      <p className="wrap-anywhere">
        <span className="quiet">{t('The newest answer:')}</span> <InlineName>{problem}</InlineName>
      </p>
    )}
    {windows.map(({ perMs, max, used, left }) => (
      <label key={perMs} className="flex flex-wrap items-center gap-2">
        <progress className="progress w-32" value={used} max={max} />
        <span className="tabular-nums">
          {t('{used} of {max} {every}: {left} left', { used, max, left, every: everyWords(perMs) })}
        </span>
      </label>
    ))}
  </div>
);

const TEST_WORDS: Record<string, string> = {
  submitted: t('taken by the provider'),
  rejected: t('refused by the provider'),
  retry: t('not taken now'),
  unreachable: t('never left: the provider cannot be reached'),
  unknown: t('nobody can tell whether it left'),
};
/** What became of a test message. */
export const testWords = (outcome: string): string => TEST_WORDS[outcome] ?? t('no answer was kept');

const EVERY = {
  1000: t('a second'),
  60000: t('a minute'),
  3600000: t('an hour'),
  86400000: t('a day'),
} as const;
/** A window of time as one says it after a number. */
export const everyWords = (perMs: number): string =>
  EVERY[perMs as keyof typeof EVERY] ?? t('in {n} seconds', { n: perMs / 1000 });
