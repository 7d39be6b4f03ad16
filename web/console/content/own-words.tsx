import type { ReactNode } from 'react';
import { t } from '../words/t.ts';
import type { Given } from './variant-given.ts';

/** A control under its name. */
export const Field = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
  <label className="block min-w-0 grow">
    <span className="quiet block text-xs">{label}</span>
    {children}
  </label>
);

type Words = Given['wording'][string];
type OwnProps = { title: string; hasSubject: boolean; words: Words; onChange: (words: Words) => void };

/** What is said on one channel in place of the built-in words; what is empty is theirs. */
export const OwnWords = ({ title, hasSubject, words, onChange }: OwnProps) => (
  <fieldset className="space-y-2">
    <legend>{title}</legend>
    {(hasSubject || words.subject) && (
      <Field label={t('Subject')}>
        <input
          className="input input-sm mt-1 w-full"
          maxLength={200}
          dir="auto"
          value={words.subject}
          onChange={({ target }) => onChange({ ...words, subject: target.value })}
        />
      </Field>
    )}
    <Field label={t('What it asks for, below the built-in letter')}>
      <input
        className="input input-sm mt-1 w-full"
        maxLength={500}
        dir="auto"
        value={words.ask}
        onChange={({ target }) => onChange({ ...words, ask: target.value })}
      />
    </Field>
    <Field label={t('Text in place of the built-in letter')}>
      <textarea
        className="textarea field-sizing-content max-h-96 min-h-16 w-full text-base sm:text-sm"
        maxLength={8000}
        dir="auto"
        value={words.body}
        onChange={({ target }) => onChange({ ...words, body: target.value })}
      />
    </Field>
  </fieldset>
);
