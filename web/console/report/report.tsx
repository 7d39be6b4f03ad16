import { useState } from 'react';
import type { CampaignReport, ReportSplit } from '../../../core/reports/campaign-report.ts';
import { BASE } from '../api.ts';
import { Problem, Stat, Stats } from '../cards/card.tsx';
import { npsWords } from '../cards/nps-words.ts';
import { useMay } from '../me.ts';
import { Choice, Loading, Panel } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { usePrinting } from '../use-printing.ts';
import { t } from '../words/t.ts';
import { moneyWords, numberWords, plainWords, timeWords } from '../words.ts';
import { FunnelBars } from './funnel-bars.tsx';
import { SplitTable } from './split-table.tsx';
import { TimeChart } from './time-chart.tsx';
import { VariantFigures } from './variant-figures.tsx';

const SPLITS: Record<ReportSplit, string> = {
  channel: t('Channel'),
  brand: t('Brand'),
  country: t('Country'),
  type: t('Business type'),
};

/** Receipts and answers come in for days; nobody watches them by the second. */
const EVERY_MS = 15_000;

/** What became of a campaign that went out. */
export function Report({ id }: { id: string }) {
  const { data, problem, reload } = usePolled<CampaignReport>(`/campaigns/${id}/report`, EVERY_MS);
  const mayExport = useMay('export');
  if (!data) return problem ? <Problem words={problem} onRetry={() => void reload()} /> : <Loading />;
  if (data.total.targeted === 0) return null;
  return (
    <>
      <Panel title={t('What became of it')}>
        <FunnelBars total={data.total} />
        {data.survey && data.survey.score !== null && (
          <Stats>
            <Stat value={data.survey.score} label={npsWords(data.survey)} />
          </Stats>
        )}
        {data.outcomes.length > 0 && <Outcomes outcomes={data.outcomes} />}
        <p className="mt-3 flex flex-wrap gap-2 print:hidden">
          {mayExport && (
            <a className="btn btn-sm" href={`${BASE}/campaigns/${id}/messages.csv`} download>
              {t('Every message as CSV')}
            </a>
          )}
          <button type="button" className="btn btn-sm" onClick={() => window.print()}>
            {t('The report as PDF')}
          </button>
        </p>
        <p className="quiet mt-3 hidden text-xs print:block">
          {t('As of {time}.', { time: timeWords(new Date().toISOString()) })}
        </p>
      </Panel>
      <Compared report={data} />
      {(data.answers.length > 0 || data.reasons.length > 0) && (
        <div className="gap-x-4 sm:flex sm:*:grow sm:*:basis-0">
          {data.answers.length > 0 && (
            <Panel title={t('What the answers want')}>
              <Counts
                counts={data.answers.map(({ intent, count }) => ({
                  words: intent ? plainWords(intent) : t('not read yet'),
                  count,
                }))}
              />
            </Panel>
          )}
          {data.reasons.length > 0 && (
            <Panel title={t('Why not')}>
              <Counts
                counts={data.reasons.map(({ words, status, count }) => ({
                  words: `${plainWords(status)}: ${words}`,
                  count,
                }))}
              />
            </Panel>
          )}
        </div>
      )}
      <TimeChart times={data.times} />
    </>
  );
}

/** By one of them at a time; on paper by all of them. */
function Compared({ report: { by, variants } }: { report: CampaignReport }) {
  const isPrinting = usePrinting();
  const [chosen, setChosen] = useState<Compare>('channel');
  const all: Partial<Record<Compare, string>> = variants ? { variant: t('Variant'), ...SPLITS } : SPLITS;
  const shown = isPrinting ? (Object.keys(all) as Compare[]) : [chosen];
  return (
    <Panel title={t('Compared')}>
      <Choice of={all} chosen={chosen} onChoose={setChosen} label={t('Compared by')} />
      {shown.map((split) =>
        split === 'variant' ? (
          variants && <VariantFigures key={split} variants={variants} />
        ) : (
          <SplitTable key={split} parts={by[split]} split={split} name={SPLITS[split]} isWhole={isPrinting} />
        ),
      )}
    </Panel>
  );
}
type Compare = ReportSplit | 'variant';

const Outcomes = ({ outcomes }: { outcomes: CampaignReport['outcomes'] }) => (
  <p className="mt-2 font-medium">
    {outcomes
      .map(({ kind, count, valueMinor, currency }) =>
        [
          `${numberWords(count)} ${plainWords(kind)}`,
          valueMinor !== null && currency && moneyWords(valueMinor, currency),
        ]
          .filter(Boolean)
          .join(', '),
      )
      .join(' · ')}
  </p>
);

const Counts = ({ counts }: { counts: { words: string; count: number }[] }) => (
  <ul className="space-y-1">
    {counts.map(({ words, count }) => (
      <li key={words} className="flex gap-3">
        <span className="w-12 shrink-0 text-end font-medium tabular-nums">{numberWords(count)}</span>
        <span className="wrap-anywhere">{words}</span>
      </li>
    ))}
  </ul>
);
