import { useEffect, useReducer } from 'react';
import type { Facet } from '../audience/facet-values.ts';
import { useAsked } from '../audience/use-asked.ts';
import { useMay } from '../me.ts';
import { rich } from '../words/rich.ts';
import { t } from '../words/t.ts';
import { countryWords } from '../words.ts';

const ABOUT_ALL = JSON.stringify({
  filter: { all: [] },
  fields: ['brand', 'country', 'contract_status'],
});

/** What one could say first, about customers that are there; nothing of who is not. */
function sentencesAbout(facets: readonly Facet[]): string[] {
  const valuesOf = (field: string) =>
    facets.find((facet) => facet.field === field)?.values.map(({ value }) => value) ?? [];
  const [brand] = valuesOf('brand');
  const [country, other = country] = valuesOf('country').map(countryWords);
  const hasContracts = facets.some(({ field, values }) => field === 'contract_status' && values.length > 1);
  return [
    hasContracts &&
      brand &&
      t('Send renewal reminders to all {brand} customers expiring in October', { brand }),
    hasContracts &&
      country &&
      t('How many customers in {country} have a contract that ends within 90 days?', { country }),
    !hasContracts && country && t('How many customers in {country} do we have?', { country }),
    other &&
      t('Draft a casual Christmas greeting for the customers in {country}, by e-mail', { country: other }),
  ].filter((sentence): sentence is string => Boolean(sentence));
}

type Props = { onSay: (text: string) => void };

export const Welcome = ({ onSay }: Props) => (
  <div className="py-6 sm:py-14">
    <h2 className="text-2xl font-semibold sm:text-3xl">{t('Whom shall we write to?')}</h2>
    <p className="quiet mt-2 mb-6 max-w-prose">
      {t(
        'Say it in a sentence. You see who, what and when; nothing is sent before somebody has approved exactly that.',
      )}
    </p>
    <ToTry onSay={onSay} />
  </div>
);

function ToTry({ onSay }: Props) {
  const mayImport = useMay('import');
  const [round, askAgain] = useReducer((count: number) => count + 1, 0);
  const { answer } = useAsked<{ total: number; facets: Facet[] }>(
    '/targeting/audience/facets',
    ABOUT_ALL,
    round,
  );
  // Whoever comes back from importing finds what there is to say now.
  useEffect(() => {
    if (answer?.total !== 0) return;
    window.addEventListener('hashchange', askAgain);
    return () => window.removeEventListener('hashchange', askAgain);
  }, [answer]);
  if (!answer) return null;
  if (answer.total === 0)
    return (
      <p>
        {mayImport
          ? rich('There are no customers yet: {import} brings them in.', {
              import: (
                <a className="link" href="#/customers/import">
                  {t('a file of yours')}
                </a>
              ),
            })
          : t('There are no customers yet.')}
      </p>
    );
  return (
    <ul className="space-y-2">
      {sentencesAbout(answer.facets).map((sentence) => (
        <li key={sentence}>
          <button
            type="button"
            className="group flex w-full items-center gap-3 rounded-box border border-base-300 bg-base-100 px-4 py-3 text-start hover:border-primary"
            onClick={() => onSay(sentence)}
          >
            <span className="grow">{sentence}</span>
            <span aria-hidden="true" className="quiet group-hover:text-primary">
              →
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
