import { type RefObject, useState } from 'react';
import type { Filter } from '../../../core/audience/filter.ts';
import { type Facet, valueWords } from '../audience/facet-values.ts';
import { useAsked } from '../audience/use-asked.ts';
import { Problem } from '../cards/card.tsx';
import { fromServer, inLanguage, t } from '../words/t.ts';
import { numberWords } from '../words.ts';
import { filterOfWhom, whomOf } from './group-given.ts';
import { Field } from './own-words.tsx';

type Props = {
  audience: Filter;
  filter: Filter | null;
  first: RefObject<HTMLSelectElement | null>;
  onChange: (filter: Filter | null) => void;
};

/** Whom a group means: one of the values that the campaign's audience has. */
export function GroupWhom({ audience, filter, first, onChange }: Props) {
  const { answer, problem } = useAsked<{ facets: Facet[] }>(
    '/targeting/audience/facets',
    JSON.stringify({ filter: audience }),
  );
  const chosen = filter && whomOf(filter);
  const [by, setBy] = useState(chosen?.field ?? '');
  if (problem) return <Problem words={problem} />;
  const facets = answer?.facets.filter(({ values }) => values.length > 0) ?? [];
  const facet = facets.find(({ field }) => field === by);
  const isListed = facet?.values.some(({ value }) => value === chosen?.value);
  return (
    <div className="flex flex-wrap gap-3">
      <Field label={t('Which customers, by')}>
        <select
          ref={first}
          className="select select-sm mt-1 w-full"
          value={facet ? by : ''}
          onChange={({ target }) => {
            setBy(target.value);
            onChange(null);
          }}
        >
          <option value="">{filter && !chosen ? t('as they were meant') : t('choose …')}</option>
          {facets.map(({ field, label }) => (
            <option key={field} value={field}>
              {inLanguage(label)}
            </option>
          ))}
        </select>
      </Field>
      {facet && (
        <Field label={inLanguage(facet.label)}>
          <select
            className="select select-sm mt-1 w-full"
            value={chosen?.value ?? ''}
            onChange={({ target }) =>
              onChange(target.value ? filterOfWhom({ field: by, value: target.value }) : null)
            }
          >
            <option value="">{t('choose …')}</option>
            {chosen && !isListed && <option value={chosen.value}>{chosen.value}</option>}
            {facet.values.map((one) => (
              <option key={one.value} value={one.value}>
                {`${valueWords(by, one)} (${numberWords(one.customers)})`}
              </option>
            ))}
          </select>
        </Field>
      )}
      {filter && !chosen && <Means filter={filter} />}
    </div>
  );
}

/** Whom a filter means, in words. */
export function Means({ filter }: { filter: Filter }) {
  const { answer } = useAsked<{ words: string }>('/targeting/audience', JSON.stringify({ filter }));
  return <span className="wrap-anywhere">{answer && fromServer(answer.words)}</span>;
}
