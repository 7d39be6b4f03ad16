import { useState } from 'react';
import type { z } from 'zod';
import type { CustomerRow, customerPage } from '../../../core/customers/list-customers.ts';
import type { CustomerCard } from '../../../core/customers/read-customer.ts';
import { post, problemWords } from '../api.ts';
import { InlineName, Problem } from '../cards/card.tsx';
import { Panel } from '../pages/page.tsx';
import { useLate } from '../use-late.ts';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';

type Props = { card: CustomerCard; onDone: () => void };

/** Another customer that is the same one comes over to this; what was merged can be parted again. */
export function MergeWith({ card, onDone }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const attempt = (words: string, work: () => Promise<unknown>) => async () => {
    setProblem(null);
    try {
      await work();
      setSaid(words);
      setOpen(false);
      onDone();
    } catch (error) {
      setProblem(problemWords(error));
    }
  };
  return (
    <Panel title={t('The same customer twice?')}>
      {problem && <Problem words={problem} />}
      <p role="status" className="mb-2 wrap-anywhere empty:hidden">
        {said}
      </p>
      {card.merges.length > 0 && (
        <ul aria-label={t('Merged into this one')} className="mb-3 divide-y divide-base-300">
          {card.merges.map(({ id, name, why }) => (
            <li key={id} className="flex items-start justify-between gap-3 py-2">
              <span className="min-w-0 wrap-anywhere">
                <InlineName>{name}</InlineName>
                <span className="quiet block text-xs">{why}</span>
              </span>
              <button
                type="button"
                className="btn btn-sm"
                aria-label={t('Part {name} again', { name })}
                onClick={attempt(t('{name} is a customer of its own again.', { name }), () =>
                  post(`/merges/${id}/undo`),
                )}
              >
                {t('Part')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {isOpen ? (
        <Search
          card={card}
          onChoose={(other) =>
            void attempt(t('{name} was merged into this one.', { name: other.name }), () =>
              post(`/customers/${card.id}/merges`, { mergedId: other.id, why: t('The same customer twice') }),
            )()
          }
          onCancel={() => setOpen(false)}
        />
      ) : (
        <button type="button" className="btn btn-sm" onClick={() => setOpen(true)}>
          {t('Merge another into this one …')}
        </button>
      )}
    </Panel>
  );
}

type SearchProps = { card: CustomerCard; onChoose: (other: CustomerRow) => void; onCancel: () => void };

function Search({ card, onChoose, onCancel }: SearchProps) {
  const [text, setText] = useState('');
  const asked = useLate(text.trim());
  const query = new URLSearchParams({ limit: '8', search: asked });
  const { data, problem } = usePolled<z.infer<typeof customerPage>>(
    asked ? `/customers?${query}` : null,
    null,
  );
  const found = data?.customers.filter(({ id }) => id !== card.id) ?? [];
  return (
    <>
      <div className="flex gap-2">
        <input
          type="search"
          className="input input-sm min-w-0 grow text-base sm:text-sm"
          aria-label={t('The other customer')}
          placeholder={t('Name of the other one')}
          value={text}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={({ key }) => key === 'Escape' && onCancel()}
        />
        <button type="button" className="btn btn-sm" onClick={onCancel}>
          {t('Cancel')}
        </button>
      </div>
      {problem && <Problem words={problem} />}
      {asked && data && found.length === 0 && <p className="quiet mt-2">{t('Nobody else is called so.')}</p>}
      <ul aria-label={t('Others')} className="divide-y divide-base-300">
        {found.map((other) => (
          <li key={other.id} className="flex items-center justify-between gap-3 py-2">
            <span className="min-w-0 wrap-anywhere">
              <InlineName>{other.name}</InlineName>
              <span className="quiet block text-xs">
                {[other.brand, other.city, t('{n} {n|contact|contacts}', { n: other.contacts })]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <button
              type="button"
              className="btn btn-sm btn-primary"
              aria-label={t('Merge {name}', { name: other.name })}
              onClick={() => onChoose(other)}
            >
              {t('Merge')}
            </button>
          </li>
        ))}
      </ul>
      <p className="quiet mt-1 text-xs">
        {t(
          'Its people, contracts and answers come here; nothing said here is replaced. It can be parted again.',
        )}
      </p>
    </>
  );
}
