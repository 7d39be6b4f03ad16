import { useEffect, useState } from 'react';
import { post } from '../api.ts';
import { fromServer } from '../words/t.ts';
import { countryWords, languageWords } from '../words.ts';

export type Facet = {
  field: string;
  label: string;
  values: { value: string; words: string; customers: number }[];
  unknown: number;
};

/** The values that customers have of one field, the most frequent first; a convenience, so that its failure is silent. */
export function useFacet(field: string): Facet['values'] | null {
  const [values, setValues] = useState<Facet['values'] | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    post<{ facets: Facet[] }>(
      '/targeting/audience/facets',
      { filter: { all: [] }, fields: [field] },
      stop.signal,
    ).then(
      ({ facets }) => setValues(facets[0]?.values ?? null),
      () => undefined,
    );
    return () => stop.abort();
  }, [field]);
  return values;
}

/** Values that are codes, by the names that the reader has for them. */
const OF_CODES: Readonly<Record<string, (code: string) => string>> = {
  country: countryWords,
  locale: languageWords,
};

export const valueWords = (field: string, { value, words }: { value: string; words: string }): string =>
  OF_CODES[field]?.(value) ?? fromServer(words);
