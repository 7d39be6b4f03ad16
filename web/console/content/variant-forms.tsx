import { useState } from 'react';
import type { Draft, VariantOf } from '../../../core/campaigns/draft.ts';
import { patch, problemWords } from '../api.ts';
import { Badge, InlineName, Problem } from '../cards/card.tsx';
import { Panel } from '../pages/page.tsx';
import { t } from '../words/t.ts';
import { Line, otherwise } from './line.tsx';
import { VariantForm } from './variant-form.tsx';
import { changedIn, type DraftWords, toVariant } from './variant-given.ts';

/** As many as core/campaigns/draft.ts allows, A among them, which is the draft itself. */
const LETTERS = ['A', 'B', 'C', 'D', 'E'] as const;

const DRAFT = -1;

type Props = { id: string; draft: Draft; onChanged: () => void };

/** The wordings that a campaign's customers are dealt out among: added, changed, named and taken out by hand. */
export function VariantForms({ id, draft, onChanged }: Props) {
  const { variants } = draft;
  /** Which of them is being changed, or the draft itself; one after the last is new. */
  const [open, setOpen] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const save = (next: { variants: readonly VariantOf[] } | Partial<DraftWords>) => {
    setProblem(null);
    return patch(`/campaigns/${id}`, next).then(onChanged, (error: unknown) =>
      setProblem(problemWords(error)),
    );
  };
  const isNew = open === variants.length;
  const form = (at: number) => (
    <VariantForm
      letter={LETTERS[at + 1]!}
      draft={draft}
      variant={variants[at] ?? {}}
      onSave={(given) => save({ variants: variants.toSpliced(at, 1, toVariant(given)) })}
      onCancel={() => setOpen(null)}
    />
  );
  return (
    <Panel title={t('Words and variants')}>
      <p className="quiet">
        {t('Customers are dealt out by chance, in equal shares; the report compares what came of each.')}
      </p>
      <ul className="mt-2 divide-y divide-base-300">
        <li className="py-2">
          {open === DRAFT ? (
            <VariantForm
              letter={LETTERS[0]}
              draft={draft}
              variant={null}
              onSave={async (given) => {
                const changed = changedIn(given, draft);
                if (changed) await save(changed);
                else setOpen(null);
              }}
              onCancel={() => setOpen(null)}
            />
          ) : (
            <Line
              {...labels(LETTERS[0])}
              words={[t('the draft as it stands')]}
              onEdit={() => setOpen(DRAFT)}
            />
          )}
        </li>
        {variants.map((variant, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a variant is its place in the list
          <li key={at} className="py-2">
            {open === at ? (
              form(at)
            ) : (
              <Line
                {...labels(LETTERS[at + 1]!, variant.name)}
                words={otherwise(variant)}
                onEdit={() => setOpen(at)}
                onRemove={() => void save({ variants: variants.toSpliced(at, 1) })}
              />
            )}
          </li>
        ))}
        {isNew && <li className="py-2">{form(variants.length)}</li>}
      </ul>
      {problem && <Problem words={problem} />}
      {!isNew && variants.length + 1 < LETTERS.length && (
        <button type="button" className="btn btn-sm mt-1" onClick={() => setOpen(variants.length)}>
          {t('Add a variant')}
        </button>
      )}
    </Panel>
  );
}

const labels = (letter: string, name?: string) => ({
  edit: t('Edit variant {name}', { name: letter }),
  remove: t('Remove variant {name}', { name: letter }),
  title: (
    <>
      <Badge>{letter}</Badge>{' '}
      {name && (
        <strong className="font-medium">
          <InlineName>{name}</InlineName>
        </strong>
      )}
    </>
  ),
});
