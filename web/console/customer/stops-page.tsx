import { useState } from 'react';
import type { z } from 'zod';
import type { stopList } from '../../../core/consent/list-stops.ts';
import type { ImportedSuppressions } from '../../../core/consent/suppression-list.ts';
import { BASE, post, problemWords } from '../api.ts';
import { Badge, InlineName, Problem } from '../cards/card.tsx';
import { useMay } from '../me.ts';
import { Nothing, Page, Panel } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { plainWords, timeWords } from '../words.ts';

type Stops = z.infer<typeof stopList>;

/** Who is not to be written to; taken along as a table, and taken over from one. */
export default function StopsPage() {
  const from = usePolled<Stops>('/suppressions', null);
  const mayImport = useMay('import');
  return (
    <Page
      title={t('Not written to')}
      hint={
        <a className="link" href="#/customers">
          {t('All customers')}
        </a>
      }
      action={<TakeAlong />}
      from={from}
      before={mayImport && <TakeOver onTaken={() => void from.reload()} />}
    >
      {({ total, stops }) =>
        total === 0 ? (
          <Nothing>{t('Nobody has stopped anything.')}</Nothing>
        ) : (
          <Panel title={t('{n} {n|address|addresses}, the newest first', { n: total })}>
            <ul aria-label={t('Not written to')} className="divide-y divide-base-300">
              {stops.map((one, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: erased addresses have nothing else that tells them apart
                <li key={at} className="py-2">
                  <Stop stop={one} />
                </li>
              ))}
            </ul>
            {total > stops.length && (
              <p className="quiet mt-2">{t('All of them are in the table to download.')}</p>
            )}
          </Panel>
        )
      }
    </Page>
  );
}

const SCOPES = {
  all: t('everything'),
  marketing: t('only news and offers'),
  held: t('everything, until somebody decides'),
};

const Stop = ({ stop }: { stop: Stops['stops'][number] }) => (
  <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
    <span className="min-w-0 wrap-anywhere">
      <bdi className="block font-medium">{stop.address ?? t('an address that nobody here has any more')}</bdi>
      {stop.customer && (
        <a className="link" href={`#/customers/${stop.customer.id}`}>
          <InlineName>{stop.customer.name}</InlineName>
        </a>
      )}
    </span>
    <span className="sm:text-end">
      <Badge tone={stop.scope === 'all' ? 'bad' : 'wait'}>{SCOPES[stop.scope]}</Badge>
      <span className="quiet block text-xs">
        {plainWords(stop.reason)} · {plainWords(stop.source)} · {timeWords(stop.at)}
      </span>
    </span>
  </div>
);

const TakeAlong = () =>
  useMay('export') && (
    <a className="btn btn-sm" href={`${BASE}/suppressions.csv`} download>
      {t('Export as CSV')}
    </a>
  );

/** A list from another system can only stop people; nothing in it lifts anything. */
function TakeOver({ onTaken }: { onTaken: () => void }) {
  const [done, setDone] = useState<ImportedSuppressions | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  async function take(file: File) {
    setDone(null);
    setProblem(null);
    try {
      setDone(await post<ImportedSuppressions>('/suppressions/import', { csv: await file.text() }));
      onTaken();
    } catch (error) {
      setProblem(problemWords(error));
    }
  }
  return (
    <Panel title={t('Take a list over')}>
      <label className="block">
        <span className="quiet block">
          {t('A table (CSV) with a column “address”. It only stops; nothing in it starts anything again.')}
        </span>
        <input
          type="file"
          accept=".csv,text/csv"
          className="file-input file-input-sm mt-2 w-full max-w-md"
          onChange={({ currentTarget: { files } }) => files?.[0] && void take(files[0])}
        />
      </label>
      <div role="status" className="mt-2 empty:hidden">
        {done && (
          <>
            <p>
              {t('{n} {n|address is|addresses are} stopped; {halted} waiting messages were dropped.', {
                n: done.suppressed,
                halted: done.halted,
              })}
            </p>
            <ul className="list-outside list-disc ps-5">
              {done.unread.slice(0, 20).map(({ line, why }) => (
                <li key={line}>{t('Line {line}: {why}', { line, why })}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      {problem && <Problem words={problem} />}
    </Panel>
  );
}
