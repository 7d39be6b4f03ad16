import { useState } from 'react';
import type { ImportItem, ImportReport } from '../../../core/customers/import/report.ts';
import { Badge, InlineName, Stat, Stats } from '../cards/card.tsx';
import { LongList } from '../long-list.tsx';
import { Choice, Nothing, Panel } from '../pages/page.tsx';
import { channelName, plainWords, plural, type Tone } from '../words.ts';

const OUTCOMES = {
  all: 'All lines',
  created: 'New',
  updated: 'Updated',
  unchanged: 'Unchanged',
  review: 'In review',
  discarded: 'Discarded',
} as const;
const TONES: Record<ImportItem['outcome'], Tone> = {
  created: 'good',
  updated: 'live',
  unchanged: 'plain',
  review: 'wait',
  discarded: 'bad',
};

/** What became of the files, as a whole and line by line. */
export const ImportReportView = ({ report, onAgain }: { report: ImportReport; onAgain: () => void }) => (
  <>
    <Panel title="What was imported">
      <Stats>
        <Stat value={report.created} label="new" />
        <Stat value={report.updated} label="updated" />
        <Stat value={report.unchanged} label="unchanged" />
        <Stat value={report.inReview} label="in review" />
        <Stat value={report.flagged} label="in, with a doubt" />
        <Stat value={report.contacts} label="people" />
      </Stats>
      <ul className="mt-3 space-y-1">
        {report.files.map((file) => (
          <li key={file.name} className="wrap-anywhere">
            <strong>{file.name}</strong>: {plainWords(file.kind)}, {plural(file.entries, 'entry', 'entries')}{' '}
            in {plural(file.lines, 'line')}
          </li>
        ))}
      </ul>
      <Counts title="Addresses" counts={report.addresses} nameOf={channelName} />
      <Counts title="Not said" counts={report.unknown} />
      <Counts title="Inferred from names" counts={report.inferred} />
      <Counts title="Looked wrong" counts={report.reasons} />
      <div className="mt-4 flex flex-wrap gap-2">
        {report.inReview + report.flagged > 0 && (
          <a className="btn btn-sm btn-primary" href="#/customers/review">
            Look at what looked wrong
          </a>
        )}
        <a className="btn btn-sm" href="#/customers">
          To the customers
        </a>
        <button type="button" className="btn btn-sm" onClick={onAgain}>
          Import more
        </button>
        <button type="button" className="btn btn-sm" onClick={() => download(report)}>
          Download this report
        </button>
      </div>
    </Panel>
    <Lines items={report.items} />
  </>
);

function download(report: ImportReport): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(report, null, 2)], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), {
    href: url,
    download: `import-${report.importId}.json`,
  });
  link.click();
  URL.revokeObjectURL(url);
}

type CountsProps = { title: string; counts: Record<string, number>; nameOf?: (key: string) => string };

function Counts({ title, counts, nameOf = plainWords }: CountsProps) {
  const found = Object.entries(counts).filter(([, count]) => count > 0);
  if (found.length === 0) return null;
  return (
    <p className="mt-2 wrap-anywhere">
      <span className="quiet">{title}:</span>{' '}
      {found.map(([key, count]) => `${nameOf(key)} ${count.toLocaleString()}`).join(' · ')}
    </p>
  );
}

function Lines({ items }: { items: ImportItem[] }) {
  const [outcome, setOutcome] = useState<keyof typeof OUTCOMES>('all');
  const shown = outcome === 'all' ? items : items.filter((item) => item.outcome === outcome);
  return (
    <>
      <div className="mb-3">
        <Choice label="Which lines" of={OUTCOMES} chosen={outcome} onChoose={setOutcome} />
      </div>
      {shown.length === 0 ? (
        <Nothing>There are none.</Nothing>
      ) : (
        <LongList label="Lines" rows={shown} keyOf={({ file, line }) => `${file} ${line}`} rowHeight={60}>
          {(item) => <Line item={item} />}
        </LongList>
      )}
    </>
  );
}

const Line = ({ item }: { item: ImportItem }) => (
  <div className="px-4 py-2.5">
    <p className="flex flex-wrap items-center gap-2">
      <a className="link font-medium" href={`#/customers/${item.customerId}`}>
        <InlineName>{item.name}</InlineName>
      </a>
      <Badge tone={TONES[item.outcome]}>{item.outcome}</Badge>
    </p>
    {item.reasons.map((reason) => (
      <p key={reason} className="wrap-anywhere" dir="auto">
        {reason}
      </p>
    ))}
    <p className="quiet text-xs wrap-anywhere">
      {item.file}, line {item.line.toLocaleString()}
    </p>
  </div>
);
