import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { OwnTypeInput } from '../../../core/content/own-type.ts';
import { problemWords, put } from '../api.ts';
import { SaveOrCancel } from '../buttons.tsx';
import { Problem } from '../cards/card.tsx';
import { t } from '../words/t.ts';
import type { TypeView } from './own-types.tsx';

type Props = { type: TypeView | null; onDone: () => void; onCancel: () => void };

const EMPTY = {
  label: '',
  purpose: 'marketing' as OwnTypeInput['purpose'],
  defaultTone: 'formal' as NonNullable<OwnTypeInput['defaultTone']>,
  callToAction: '',
  listsUnits: true as boolean,
  words: '',
  required: '',
  recommended: '',
  subject: '',
  opening: '',
  ask: '',
};

const TEXTS = {
  label: t('Name'),
  words: t('What people call it, with commas between'),
  required: t('Roles that get it, with commas between'),
  recommended: t('Roles that may get it, too, with commas between'),
  callToAction: t('What the reader is asked to do'),
  subject: t('Subject'),
  opening: t('What the letter says'),
  ask: t('What it asks for at the end'),
} as const;
const LONG = new Set<string>(['opening', 'ask']);
const OPTIONAL = new Set<string>(['words', 'required', 'recommended']);

/** A type of the workspace's own: what it is for and its letter. What is not shown here stays as it was. */
export function OwnTypeForm({ type, onDone, onCancel }: Props) {
  const [draft, setDraft] = useState(type ? draftOf(type) : EMPTY);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, []);
  async function save(event: FormEvent) {
    event.preventDefault();
    setProblem(null);
    try {
      await put('/campaign-types', toInput(draft, type));
      onDone();
    } catch (error) {
      setProblem(problemWords(error));
    }
  }
  return (
    <form ref={form} onSubmit={save} className="mt-3 grid gap-3 rounded-box bg-base-200 p-3 sm:grid-cols-2">
      {(Object.keys(TEXTS) as (keyof typeof TEXTS)[]).map((key) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the control stands in the component
        <label key={key} className={LONG.has(key) ? 'sm:col-span-2' : ''}>
          <span className="quiet block text-xs">{TEXTS[key]}</span>
          <Text
            isLong={LONG.has(key)}
            isRequired={!OPTIONAL.has(key)}
            value={draft[key]}
            onChange={(value) => setDraft({ ...draft, [key]: value })}
          />
        </label>
      ))}
      <label>
        <span className="quiet block text-xs">{t('Purpose')}</span>
        <select
          className="select select-sm w-full"
          value={draft.purpose}
          onChange={({ target }) => setDraft({ ...draft, purpose: target.value as OwnTypeInput['purpose'] })}
        >
          <option value="marketing">{t('marketing: rests on consent')}</option>
          <option value="service">{t('service: serves an agreement or an order')}</option>
        </select>
      </label>
      <label>
        <span className="quiet block text-xs">{t('Tone')}</span>
        <select
          className="select select-sm w-full"
          value={draft.defaultTone}
          onChange={({ target }) =>
            setDraft({ ...draft, defaultTone: target.value as typeof draft.defaultTone })
          }
        >
          <option value="formal">{t('formal')}</option>
          <option value="casual">{t('casual')}</option>
        </select>
      </label>
      <label className="flex items-center gap-2 sm:col-span-2">
        <input
          type="checkbox"
          className="checkbox checkbox-sm"
          checked={draft.listsUnits}
          onChange={({ target }) => setDraft({ ...draft, listsUnits: target.checked })}
        />
        {t('The letter lists every unit of the customer')}
      </label>
      <p className="quiet text-xs sm:col-span-2">
        {t(
          'Fields stand in double braces, such as {value}. The greeting and the sign-off are added by themselves.',
          { value: '{{ customer.name }}' },
        )}
      </p>
      {problem && (
        <div className="sm:col-span-2">
          <Problem words={problem} />
        </div>
      )}
      <div className="flex gap-2 sm:col-span-2">
        <SaveOrCancel onCancel={onCancel} />
      </div>
    </form>
  );
}

type TextProps = { isLong: boolean; isRequired: boolean; value: string; onChange: (value: string) => void };

const Text = ({ isLong, isRequired, value, onChange }: TextProps) =>
  isLong ? (
    <textarea
      className="textarea w-full text-base sm:text-sm"
      rows={3}
      required={isRequired}
      dir="auto"
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  ) : (
    <input
      className="input input-sm w-full text-base sm:text-sm"
      required={isRequired}
      dir="auto"
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );

const draftOf = (type: TypeView): typeof EMPTY => ({
  label: type.label,
  purpose: type.purpose,
  defaultTone: type.defaultTone ?? 'formal',
  callToAction: type.callToAction,
  listsUnits: type.listsUnits ?? false,
  words: (type.words.en ?? []).filter((word) => word !== type.label.toLowerCase()).join(', '),
  required: sayRoles(type.roles?.required),
  recommended: sayRoles(type.roles?.recommended),
  ...(type.letter ?? { subject: '', opening: '', ask: '' }),
});

const listOf = (said: string): string[] =>
  said
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
const sayRoles = (roles: readonly string[] = []): string => roles.join(', ').replaceAll('_', ' ');
const rolesOf = (said: string): string[] =>
  listOf(said).map((role) => role.toLowerCase().replace(/[^a-z0-9]+/g, '_'));

function toInput(draft: typeof EMPTY, type: TypeView | null): OwnTypeInput {
  const { subject, opening, ask, words, required, recommended, ...rest } = draft;
  return {
    ...(type ? keptOf(type) : {}),
    ...rest,
    words: listOf(words),
    roles: { required: rolesOf(required), recommended: rolesOf(recommended) },
    letter: { subject, opening, ask },
  };
}

/** What makes a type again that was taken out. */
export const typeInputOf = (type: TypeView): OwnTypeInput => toInput(draftOf(type), type);

/** Replacing a type replaces all of it: what the form does not show goes along. */
const keptOf = ({ key, needsTopic, needsFields, defaultSchedule, answersLike }: TypeView) => ({
  ...{ key, needsTopic, needsFields, defaultSchedule },
  ...(answersLike ? { answersLike } : {}),
});
