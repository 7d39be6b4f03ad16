import { useState } from 'react';
import type { Filter } from '../../../core/audience/filter.ts';
import { get, post } from '../api.ts';
import { OneLine } from '../one-line.tsx';
import { Panel } from '../pages/page.tsx';
import { useLate } from '../use-late.ts';
import { rich } from '../words/rich.ts';
import { fromServer, t } from '../words/t.ts';
import { Compare } from './compare.tsx';

/** Why somebody is among those who are meant or not, and how many of a segment are. */
export function AskAbout({ filter, segmentId }: { filter: string; segmentId?: string | undefined }) {
  const asked = useLate(filter, 400);
  return (
    <Panel title={t('Ask about them')}>
      <Why key={asked} filter={asked} />
      <Compare filter={asked} {...(segmentId ? { without: segmentId } : {})} />
    </Panel>
  );
}

type Found = { id: string; name: string };
type Because = { isIn: boolean; because: string[] };

function Why({ filter }: { filter: string }) {
  const [answers, setAnswers] = useState<(Found & Because)[] | null>(null);
  async function ask(text: string) {
    const query = new URLSearchParams({ search: text, limit: '3' });
    const { customers } = await get<{ customers: Found[] }>(`/customers?${query}`);
    const body = { filter: JSON.parse(filter) as Filter };
    const asked = customers.map(async ({ id, name }) => {
      const because = await post<Because>('/targeting/audience/why', { ...body, customerId: id });
      return { id, name, ...because };
    });
    setAnswers(await Promise.all(asked));
  }
  return (
    <>
      <OneLine
        label={t('A customer: why in, or why not')}
        hint={t('Why is this customer in, or not?')}
        maxLength={120}
        button={t('Why?')}
        isKept
        isSmall
        onSend={ask}
      />
      <div role="status">
        {answers && (
          <ul className="mt-2 space-y-1">
            {answers.length === 0 && <li className="quiet">{t('Nobody is called so.')}</li>}
            {answers.map(({ id, name, isIn, because }) => (
              <li key={id} className="wrap-anywhere">
                {rich(isIn ? '{name} is in: {because}.' : '{name} is not in: {because}.', {
                  name: (
                    <a className="link" href={`#/customers/${id}`} dir="auto">
                      {name}
                    </a>
                  ),
                  because: because.map(fromServer).join('; '),
                })}
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
