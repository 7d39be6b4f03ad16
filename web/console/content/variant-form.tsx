import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Draft, VariantOf } from '../../../core/campaigns/draft.ts';
import { SaveOrCancel } from '../buttons.tsx';
import { Problem } from '../cards/card.tsx';
import { t } from '../words/t.ts';
import { Field } from './own-words.tsx';
import { Shown } from './shown.tsx';
import { useGenerated } from './use-generated.ts';
import { type Given, givenOfDraft, saysAnything, toDraft, toGiven, toVariant } from './variant-given.ts';
import { WordsFields } from './words-fields.tsx';

type Props = {
  letter: string;
  draft: Draft;
  /** What it says otherwise; null for the draft itself. */
  variant: VariantOf | null;
  onSave: (given: Given) => Promise<void>;
  onCancel: () => void;
};

/** What the draft or one variant of it says, and beside it what one of its readers would get, before anything is kept. */
export function VariantForm({ letter, draft, variant, onSave, onCancel }: Props) {
  const [given, setGiven] = useState(() => (variant ? toGiven(variant) : givenOfDraft(draft)));
  const [isBusy, setBusy] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const said = toVariant(given);
  const { messages, problem } = useGenerated(
    variant ? bodyOf(draft, said) : bodyOf({ ...draft, ...toDraft(given) }, {}),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    void onSave(given).finally(() => setBusy(false));
  };
  return (
    <form
      onSubmit={submit}
      aria-label={t('Variant {name}', { name: letter })}
      className="grid gap-4 md:grid-cols-2"
    >
      <div className="space-y-3">
        {variant && (
          <Field label={t('Name of variant {name}', { name: letter })}>
            <input
              ref={first}
              className="input input-sm mt-1 w-full"
              maxLength={60}
              dir="auto"
              value={given.name}
              onChange={({ target }) => setGiven({ ...given, name: target.value })}
            />
          </Field>
        )}
        <WordsFields
          given={given}
          isWhole={!variant}
          messages={messages ?? []}
          onChange={(words) => setGiven({ ...given, ...words })}
        />
        <div className="flex flex-wrap gap-2">
          <SaveOrCancel isHeld={isBusy || (variant !== null && !saysAnything(said))} onCancel={onCancel} />
        </div>
      </div>
      <div className="min-w-0">{problem ? <Problem words={problem} /> : <Shown messages={messages} />}</div>
    </form>
  );
}

/** The draft with this variant in its place, as core/content/variants.ts puts it. */
function bodyOf({ name: _, ...draft }: Draft, { name: __, ...said }: VariantOf): string {
  return JSON.stringify({ ...draft, ...said, wording: { ...draft.wording, ...said.wording }, variants: [] });
}
