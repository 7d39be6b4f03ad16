import { useState } from 'react';
import type { ImportPreview } from '../../../core/customers/import/preview-import.ts';
import { problemWords, put, remove } from '../api.ts';
import { Badge, Problem, Stat, Stats } from '../cards/card.tsx';
import { Loading, Nothing, Panel } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { navigate } from '../use-route.ts';
import { fromServer, t } from '../words/t.ts';
import { plainWords } from '../words.ts';
import { OUTCOMES } from './import-words.ts';
import { Mapping } from './mapping.tsx';

type Entry = ImportPreview['entries'][number];

/** What an import would do: what the columns mean, which can be put right, and what would change. */
export function Draft({ id, onStart }: { id: string; onStart: () => void }) {
  const { data, problem, set, reload } = usePolled<ImportPreview>(`/imports/${id}/preview`, null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const correct = async (signature: string, columns: Record<string, string>) => {
    setWrong(null);
    setBusy(true);
    try {
      set(await put<ImportPreview>(`/imports/${id}/mapping`, { signature, columns }));
    } catch (error) {
      setWrong(problemWords(error));
    } finally {
      setBusy(false);
    }
  };
  const throwAway = async () => {
    try {
      await remove(`/imports/${id}`);
      navigate('customers/import');
    } catch (error) {
      setWrong(problemWords(error));
    }
  };
  if (problem) return <Problem words={problem} onRetry={() => void reload()} />;
  if (!data) return <Loading />;
  const isGood = data.files.some((file) => file.problem === null);
  return (
    <>
      {wrong && <Problem words={wrong} />}
      <Panel title={t('What it would do')}>
        <Counts preview={data} />
        <button
          type="button"
          className="btn btn-primary mt-4"
          disabled={!isGood || isBusy || data.files.some((file) => file.problem !== null)}
          onClick={onStart}
        >
          {data.files.length === 1
            ? t('Import this file')
            : t('Import these {n} files', { n: data.files.length })}
        </button>{' '}
        <button type="button" className="btn mt-4" disabled={isBusy} onClick={() => void throwAway()}>
          {t('Throw away')}
        </button>
        <p className="quiet mt-2 text-xs">
          {t('Nobody is doubled, and what a person corrected stays. It can be taken back as a whole.')}
        </p>
      </Panel>
      {data.files.map((file) => (
        <Panel key={file.name} title={file.name}>
          {file.problem && (
            <Problem
              words={fromServer([file.problem.message, file.problem.nextStep].filter(Boolean).join(' '))}
            />
          )}
          {file.kind && (
            <p className="quiet">
              {t('Read as a {what}, {name}', {
                what: plainWords(file.kind.replace('-', ' ')),
                name: file.encoding.name,
              })}
            </p>
          )}
          {file.tables.map((table) => (
            <Mapping
              key={table.signature}
              table={table}
              choices={data.choices}
              isBusy={isBusy}
              onCorrect={(columns) => void correct(table.signature, columns)}
            />
          ))}
        </Panel>
      ))}
      <h3 className="mb-2 font-semibold">{t('What would change')}</h3>
      <p className="quiet mb-2 text-sm">
        {t('The first {n} {n|entry|entries}.', { n: data.entries.length })}
      </p>
      {data.entries.length === 0 ? (
        <Nothing>{t('The files hold no entry.')}</Nothing>
      ) : (
        <ul aria-label={t('What would change')} className="rounded-box border border-base-300 bg-base-100">
          {data.entries.map((entry) => (
            <EntryView key={`${entry.file} ${entry.line}`} entry={entry} />
          ))}
        </ul>
      )}
    </>
  );
}

function Counts({ preview: { counts, looked } }: { preview: ImportPreview }) {
  return (
    <>
      <Stats>
        <Stat value={counts.created} label={t('new')} />
        <Stat value={counts.updated} label={t('updated')} />
        <Stat value={counts.unchanged} label={t('unchanged')} />
        <Stat value={counts.inReview} label={t('to the review list')} />
        <Stat value={counts.flagged} label={t('in, with a doubt')} />
        <Stat value={counts.contacts} label={t('people')} />
      </Stats>
      {looked >= 1000 && (
        <p className="quiet mt-2 text-xs">{t('Of the first {n} entries.', { n: looked })}</p>
      )}
    </>
  );
}

const SHOWN = 8;

const EntryView = ({ entry }: { entry: Entry }) => {
  const { words, tone } = OUTCOMES[entry.outcome];
  return (
    <li className="border-b border-base-300 px-4 py-2.5 text-sm last:border-b-0">
      <p className="flex flex-wrap items-center gap-2">
        <strong className="min-w-0 wrap-anywhere" dir="auto">
          {entry.name}
        </strong>
        <Badge tone={tone}>{words}</Badge>
        <span className="quiet text-xs">
          {t('{file}, line {line}', { file: entry.file, line: entry.line })}
        </span>
      </p>
      {entry.reasons.map((reason) => (
        <p key={reason} className="wrap-anywhere" dir="auto">
          {reason}
        </p>
      ))}
      {entry.outcome !== 'unchanged' && entry.changes.length > 0 && (
        <dl className="mt-1 grid grid-cols-[minmax(5rem,auto)_1fr] gap-x-3 text-xs">
          {entry.changes.slice(0, SHOWN).map(({ field, before, after, because, confidence }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a field may come twice (two contacts)
            <div key={at} className="contents">
              <dt className="quiet">{plainWords(field)}</dt>
              <dd className="min-w-0 wrap-anywhere" dir="auto">
                {before !== null && before !== undefined && (
                  <>
                    <del className="quiet">{valueWords(before)}</del>{' '}
                  </>
                )}
                {valueWords(after)}{' '}
                {because && (
                  <span className="quiet">
                    {t('({because}, {n} % sure)', { because, n: Math.round(100 * (confidence ?? 1)) })}
                  </span>
                )}
              </dd>
            </div>
          ))}
          {entry.changes.length > SHOWN && (
            <p className="quiet col-span-2">{t('and {n} more', { n: entry.changes.length - SHOWN })}</p>
          )}
        </dl>
      )}
    </li>
  );
};

function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return t('nothing');
  if (Array.isArray(value)) return value.join(', ') || t('nothing');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .filter(([key, part]) => part !== null && key !== 'id')
    .map(
      ([key, part]) =>
        `${plainWords(key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))} ${part}`,
    )
    .join(', ');
}
