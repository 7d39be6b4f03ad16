import { useState } from 'react';
import { Problem } from '../cards/card.tsx';
import { Loading, Panel } from '../pages/page.tsx';
import { useLate } from '../use-late.ts';
import { inLanguage, t } from '../words/t.ts';
import { numberWords } from '../words.ts';
import { Exactly } from './exactly.tsx';
import { type Facet, valueWords } from './facet-values.ts';
import { useAsked } from './use-asked.ts';

type Props = { filter: string; onAdd: (field: string, value: string) => void };
const AT_FIRST = 5;

/** What those who are meant are like; a value narrows them to it. */
export function Facets({ filter, onAdd }: Props) {
  const asked = useLate(filter, 400);
  const [exactOf, setExactOf] = useState<string | null>(null);
  const { answer, problem, isAsking } = useAsked<{ isExact: boolean; facets: Facet[] }>(
    '/targeting/audience/facets',
    `{"filter":${asked},"isExact":${exactOf === asked}}`,
  );
  const facets = answer?.facets.filter(({ values }) => values.length > 0) ?? [];
  return (
    <Panel title={t('What they are like')}>
      {problem && <Problem words={problem} />}
      {isAsking && !answer && <Loading />}
      {answer && !answer.isExact && (
        <p className="quiet mb-2 text-xs">
          {t('Estimated from a sample.')} <Exactly isAsking={isAsking} onAsk={() => setExactOf(asked)} />
        </p>
      )}
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {facets.map((facet) => (
          <FacetView key={facet.field} facet={facet} onAdd={onAdd} />
        ))}
      </div>
    </Panel>
  );
}

function FacetView({ facet, onAdd }: { facet: Facet; onAdd: Props['onAdd'] }) {
  const [isAll, setAll] = useState(false);
  const most = Math.max(1, ...facet.values.map(({ customers }) => customers));
  const shown = isAll ? facet.values : facet.values.slice(0, AT_FIRST);
  return (
    <div className="min-w-0">
      <h4 className="quiet mb-1 text-xs font-medium">{inLanguage(facet.label)}</h4>
      <ul>
        {shown.map(({ value, words, customers }) => (
          <li key={value}>
            <button
              type="button"
              className="relative flex w-full cursor-pointer items-center justify-between gap-2 rounded-sm px-2 py-1 text-start hover:bg-base-200"
              onClick={() => onAdd(facet.field, value)}
            >
              <span
                aria-hidden="true"
                className="absolute inset-y-0.5 start-0 rounded-sm bg-primary/15"
                style={{ width: `${(100 * customers) / most}%` }}
              />
              <span className="sr-only">{t('Only {label}', { label: inLanguage(facet.label) })} </span>
              <bdi className="relative line-clamp-1 min-w-0 wrap-anywhere">
                {valueWords(facet.field, { value, words })}
              </bdi>
              <span className="relative tabular-nums">{numberWords(customers)}</span>
            </button>
          </li>
        ))}
      </ul>
      {facet.values.length > AT_FIRST && (
        <button type="button" className="link min-h-6 px-2 text-xs" onClick={() => setAll(!isAll)}>
          {isAll ? t('fewer') : t('{n} more', { n: facet.values.length - AT_FIRST })}
        </button>
      )}
      {facet.unknown > 0 && (
        <p className="quiet px-2 text-xs">{t('not known: {unknown}', { unknown: facet.unknown })}</p>
      )}
    </div>
  );
}
