import { useState } from 'react';
import type { z } from 'zod';
import type { overlapCustomer } from '../../../core/audience/list-overlap.ts';
import { post, problemWords } from '../api.ts';
import { InlineName, Problem } from '../cards/card.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { useAsked } from './use-asked.ts';

type Segment = { id: string; name: string };

/** The audience beside a saved one: how many are in both or in one only, and who. */
export function Compare({ filter, without }: { filter: string; without?: string }) {
  const { data } = usePolled<{ segments: Segment[] }>('/segments', null);
  const [chosen, setChosen] = useState('');
  const segments = data?.segments.filter(({ id }) => id !== without) ?? [];
  if (data && segments.length === 0)
    return <p className="quiet mt-3">{t('There is no other segment yet to compare with.')}</p>;
  return (
    <div className="mt-3">
      <label className="flex flex-wrap items-center gap-2">
        <span>{t('Compare with')}</span>
        <select
          className="select select-sm max-w-full grow basis-48"
          value={chosen}
          onChange={({ target }) => setChosen(target.value)}
        >
          <option value="">{t('no segment')}</option>
          {segments.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {chosen && <Compared key={`${chosen} ${filter}`} first={filter} segmentId={chosen} />}
    </div>
  );
}

type Shares = { both: number; onlyFirst: number; onlySecond: number };
const PARTS = {
  both: t('in both'),
  onlyFirst: t('only here'),
  onlySecond: t('only in the segment'),
} as const;
type Part = keyof typeof PARTS;

function Compared({ first, segmentId }: { first: string; segmentId: string }) {
  const second = JSON.stringify({ op: 'in', field: 'segment', values: [segmentId] });
  const both = `"first":${first},"second":${second}`;
  const { answer, problem } = useAsked<Shares>('/targeting/audience/overlap', `{${both}}`);
  const [part, setPart] = useState<Part | null>(null);
  if (problem) return <Problem words={problem} />;
  return (
    <div className="mt-2">
      <p className="flex flex-wrap gap-2" role="status">
        {answer &&
          (Object.keys(PARTS) as Part[]).map((key) => (
            <button
              key={key}
              type="button"
              className={`btn btn-sm tabular-nums ${key === part ? 'btn-primary' : ''}`}
              aria-pressed={key === part}
              disabled={answer[key] === 0}
              onClick={() => setPart(key === part ? null : key)}
            >
              {t('{n} {words}', { n: answer[key], words: PARTS[key] })}
            </button>
          ))}
      </p>
      {part && <Those key={part} both={both} part={part} />}
    </div>
  );
}

type Row = z.infer<typeof overlapCustomer>;
type Listed = { customers: Row[]; next: string | null };

function Those({ both, part }: { both: string; part: Part }) {
  const asked = `{${both},"part":"${part}"`;
  const first = useAsked<Listed>('/targeting/audience/overlap/customers', `${asked}}`);
  const [more, setMore] = useState<Listed | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const rows = [...(first.answer?.customers ?? []), ...(more?.customers ?? [])];
  const next = more ? more.next : first.answer?.next;
  const read = () =>
    post<Listed>('/targeting/audience/overlap/customers', JSON.parse(`${asked},"after":"${next}"}`)).then(
      (page) =>
        setMore((before) => ({
          customers: [...(before?.customers ?? []), ...page.customers],
          next: page.next,
        })),
      (error: unknown) => setProblem(problemWords(error)),
    );
  return (
    <>
      {(problem ?? first.problem) && <Problem words={problem ?? first.problem ?? ''} />}
      <ul aria-label={PARTS[part]} className="mt-2 max-h-72 space-y-1 overflow-auto">
        {rows.map((one) => (
          <li key={one.id} className="wrap-anywhere">
            <a className="link" href={`#/customers/${one.id}`}>
              <InlineName>{one.name}</InlineName>
            </a>{' '}
            <span className="quiet text-xs">{[one.city, one.country].filter(Boolean).join(', ')}</span>
          </li>
        ))}
        {next && (
          <li>
            <button type="button" className="btn btn-xs" onClick={() => void read()}>
              {t('Show more')}
            </button>
          </li>
        )}
      </ul>
    </>
  );
}
