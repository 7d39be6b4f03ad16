import { useState } from 'react';
import type { CampaignListed } from '../../../routes/campaign-view.ts';
import { InlineName, Problem } from '../cards/card.tsx';
import { usePolled } from '../use-polled.ts';
import { locale } from '../words/language.ts';
import { t } from '../words/t.ts';
import { CAMPAIGN_WORDS, type Tone } from '../words.ts';
import { Panel } from './page.tsx';

const DOTS: Record<Tone, string> = {
  good: 'bg-success',
  bad: 'bg-error',
  wait: 'bg-warning',
  live: 'bg-primary',
  plain: 'bg-base-content/40',
};

const monthWords = (month: Date) => month.toLocaleDateString(locale, { month: 'long', year: 'numeric' });
const dayWords = (day: Date) =>
  day.toLocaleDateString(locale, { weekday: 'short', day: 'numeric', month: 'short' });
const dayKey = (day: Date) => `${day.getFullYear()}-${day.getMonth()}-${day.getDate()}`;
const shifted = (month: Date, by: number) => new Date(month.getFullYear(), month.getMonth() + by, 1);

/** The days of the weeks that a month touches, each week from Monday. */
function daysOf(month: Date): Date[] {
  const lead = (month.getDay() + 6) % 7;
  const last = new Date(month.getFullYear(), month.getMonth() + 1, 0);
  const weeks = Math.ceil((lead + last.getDate()) / 7);
  return Array.from(
    { length: weeks * 7 },
    (_, at) => new Date(month.getFullYear(), month.getMonth(), 1 - lead + at),
  );
}

/** A month of campaigns, in the reader's own zone: a grid, on a phone only the days that have one. */
export function Calendar() {
  const [month, setMonth] = useState(() => shifted(new Date(), 0));
  const days = daysOf(month);
  const end = new Date(days.at(-1)!);
  end.setDate(end.getDate() + 1);
  const query = new URLSearchParams({
    from: days[0]!.toISOString(),
    until: end.toISOString(),
    limit: '500',
  });
  const { data, problem, reload } = usePolled<{ campaigns: CampaignListed[]; next: string | null }>(
    `/campaigns?${query}`,
    null,
  );
  const byDay = Map.groupBy(data?.campaigns ?? [], ({ sendsAt }) => dayKey(new Date(sendsAt!)));
  return (
    <Panel>
      <div className="mb-3 flex items-center gap-2">
        <h3 className="grow text-base font-semibold" aria-live="polite">
          {monthWords(month)}
        </h3>
        {(
          [
            [-1, '←', t('The month before')],
            [1, '→', t('The month after')],
          ] as const
        ).map(([by, sign, words]) => (
          <button
            key={by}
            type="button"
            className="btn btn-sm"
            aria-label={words}
            onClick={() => setMonth(shifted(month, by))}
          >
            {sign}
          </button>
        ))}
      </div>
      {problem && <Problem words={problem} onRetry={() => void reload()} />}
      {data?.next && <p className="quiet mb-2">{t('More than can be shown: the newest 500.')}</p>}
      <div className="quiet mb-1 hidden grid-cols-7 gap-px text-xs sm:grid" aria-hidden="true">
        {days.slice(0, 7).map((day) => (
          <span key={dayKey(day)} className="px-1">
            {day.toLocaleDateString(locale, { weekday: 'short' })}
          </span>
        ))}
      </div>
      <ol className="grid gap-px sm:grid-cols-7 sm:bg-base-300">
        {days.map((day) => (
          <Day key={dayKey(day)} day={day} month={month} campaigns={byDay.get(dayKey(day)) ?? []} />
        ))}
      </ol>
      {data?.campaigns.length === 0 && <p className="quiet mt-3">{t('Nothing goes out in these weeks.')}</p>}
    </Panel>
  );
}

type DayProps = { day: Date; month: Date; campaigns: CampaignListed[] };

function Day({ day, month, campaigns }: DayProps) {
  const isToday = dayKey(day) === dayKey(new Date());
  const isOther = day.getMonth() !== month.getMonth();
  return (
    <li
      className={`min-h-20 bg-base-100 p-1 ${campaigns.length === 0 ? 'max-sm:hidden' : ''}`}
      aria-current={isToday ? 'date' : undefined}
    >
      <p className={`text-xs ${isToday ? 'font-semibold text-primary' : 'quiet'}`}>
        <span className="sm:hidden">{dayWords(day)}</span>
        <span className="max-sm:hidden">{isOther ? dayWords(day).replace(/^\S+ /, '') : day.getDate()}</span>
      </p>
      {campaigns.map((one) => (
        <a
          key={one.id}
          href={`#/campaigns/${one.id}`}
          title={`${one.name}: ${CAMPAIGN_WORDS[one.status].words}`}
          className="mt-0.5 flex items-start gap-1.5 rounded-field p-1 text-xs hover:bg-base-200"
        >
          <span className={`mt-1 size-2 shrink-0 rounded-full ${DOTS[CAMPAIGN_WORDS[one.status].tone]}`} />
          <span className="line-clamp-3 min-w-0 wrap-anywhere">
            <InlineName>{one.name}</InlineName>
            <span className="sr-only">: {CAMPAIGN_WORDS[one.status].words}</span>
          </span>
        </a>
      ))}
    </li>
  );
}
