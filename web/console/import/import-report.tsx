import { useState } from 'react';
import type { ImportEntry, ImportRow } from '../../../core/customers/import/read-imports.ts';
import type { ImportItem } from '../../../core/customers/import/report.ts';
import { BASE } from '../api.ts';
import { AskFirst } from '../ask-first.tsx';
import { Badge, InlineName, Problem, Stat, Stats } from '../cards/card.tsx';
import { LongList } from '../long-list.tsx';
import { useMay } from '../me.ts';
import { Choice, Loading, Nothing, Panel } from '../pages/page.tsx';
import { useListed } from '../use-listed.ts';
import { t } from '../words/t.ts';
import { channelName, numberWords, plainWords } from '../words.ts';
import { OUTCOMES } from './import-words.ts';

/** What became of the files, as a whole and line by line; all of it can be taken back. */
export const ImportReportView = ({ row, onRevert }: { row: ImportRow; onRevert: () => void }) => {
  const { report } = row;
  return (
    <>
      <Panel title={t('What was imported')}>
        <Stats>
          <Stat value={report.created} label={t('new')} />
          <Stat value={report.updated} label={t('updated')} />
          <Stat value={report.unchanged} label={t('unchanged')} />
          <Stat value={report.inReview} label={t('in review')} />
          <Stat value={report.flagged} label={t('in, with a doubt')} />
          <Stat value={report.contacts} label={t('people')} />
        </Stats>
        <ul className="mt-3 space-y-1">
          {report.files.map((file) => (
            <li key={file.name} className="wrap-anywhere">
              <strong>{file.name}</strong>: {plainWords(file.kind)},{' '}
              {t('{n} {n|entry|entries}', { n: file.entries })}
            </li>
          ))}
        </ul>
        <Counts title={t('Addresses')} counts={report.addresses} nameOf={channelName} />
        <Counts title={t('Not said')} counts={report.unknown} />
        <Counts title={t('Inferred from names')} counts={report.inferred} />
        <Counts title={t('Looked wrong')} counts={report.reasons} />
        <div className="mt-4 flex flex-wrap gap-2">
          {report.inReview + report.flagged > 0 && (
            <a className="btn btn-sm btn-primary" href="#/customers/review">
              {t('Look at what looked wrong')}
            </a>
          )}
          <a className="btn btn-sm" href="#/customers">
            {t('To the customers')}
          </a>
          <a className="btn btn-sm" href="#/customers/import">
            {t('Import more')}
          </a>
          <a className="btn btn-sm" href={`${BASE}/imports/${row.id}`} download={`import-${row.id}.json`}>
            {t('Download this report')}
          </a>
          <TakeBack onRevert={onRevert} />
        </div>
      </Panel>
      <Lines importId={row.id} />
    </>
  );
};

/** It cannot be taken back itself, and what it removes may be much: it is asked once more. */
function TakeBack({ onRevert }: { onRevert: () => void }) {
  const mayImport = useMay('import');
  if (!mayImport) return null;
  return <AskFirst words={t('Take it back …')} sure={t('Take the whole import back')} onSure={onRevert} />;
}

type CountsProps = { title: string; counts: Record<string, number>; nameOf?: (key: string) => string };

function Counts({ title, counts, nameOf = plainWords }: CountsProps) {
  const found = Object.entries(counts).filter(([, count]) => count > 0);
  if (found.length === 0) return null;
  return (
    <p className="mt-2 wrap-anywhere">
      <span className="quiet">{title}:</span>{' '}
      {found.map(([key, count]) => `${nameOf(key)} ${numberWords(count)}`).join(' · ')}
    </p>
  );
}

const PAGE = 500;
const WHICH = {
  all: t('All lines'),
  doubtful: t('With a remark'),
  created: t('New'),
  updated: t('Updated'),
  review: t('In review'),
};
const partOf = ({ entries }: { entries: ImportEntry[] }) => ({
  rows: entries,
  next: entries.length === PAGE ? String(entries.at(-1)!.position) : null,
});

function Lines({ importId }: { importId: string }) {
  const [which, setWhich] = useState<keyof typeof WHICH>('all');
  const asked = which === 'all' ? '' : which === 'doubtful' ? '&isDoubtful=true' : `&outcome=${which}`;
  const { rows, isReading, problem, readMore, reload } = useListed(
    `/imports/${importId}/entries?limit=${PAGE}${asked}`,
    partOf,
  );
  return (
    <>
      <div className="mb-3">
        <Choice label={t('Which lines')} of={WHICH} chosen={which} onChoose={setWhich} />
      </div>
      {problem && <Problem words={problem} onRetry={reload} />}
      {isReading && rows.length === 0 && <Loading />}
      {!isReading && rows.length === 0 && !problem && <Nothing>{t('There are none.')}</Nothing>}
      {rows.length > 0 && (
        <LongList
          label={t('Lines')}
          rows={rows}
          keyOf={({ position }) => String(position)}
          onEnd={readMore}
          rowHeight={60}
        >
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
      <Badge tone={OUTCOMES[item.outcome].tone}>{OUTCOMES[item.outcome].words}</Badge>
    </p>
    {item.reasons.map((reason) => (
      <p key={reason} className="wrap-anywhere" dir="auto">
        {reason}
      </p>
    ))}
    <p className="quiet text-xs wrap-anywhere">
      {t('{file}, line {line}', { file: item.file, line: item.line })}
    </p>
  </div>
);
