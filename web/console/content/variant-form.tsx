import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Draft, VariantOf } from '../../../core/campaigns/draft.ts';
import type { GeneratedContent } from '../../../core/content/generate-content.ts';
import { useAsked } from '../audience/use-asked.ts';
import { SaveOrCancel } from '../buttons.tsx';
import { Problem } from '../cards/card.tsx';
import { MessageBubble } from '../cards/message-bubble.tsx';
import { Choice, Loading } from '../pages/page.tsx';
import { useLate } from '../use-late.ts';
import { inLanguage, t } from '../words/t.ts';
import { channelName, languageWords } from '../words.ts';
import { type Given, saysAnything, toGiven, toVariant } from './variant-given.ts';

/** "email", or "email/th". */
export const keyWords = (key: string): string => {
  const [channel = '', language] = key.split('/');
  return language ? `${channelName(channel)} (${languageWords(language)})` : channelName(channel);
};

const CHOICES = {
  tone: ['formal', 'casual'],
  length: ['short', 'full'],
  address: ['polite', 'familiar'],
} as const;
const LABELS = { tone: t('Tone'), length: t('Length'), address: t('Form of address') } as const;

// All that the audience is goes into one answer: nothing for every word that is typed.
const REST_MS = 600;

type Props = {
  letter: string;
  draft: Draft;
  variant: VariantOf;
  onSave: (variant: VariantOf) => Promise<void>;
  onCancel: () => void;
};

/** What one variant says otherwise, and beside it what one of its readers would get, before anything is kept. */
export function VariantForm({ letter, draft, variant, onSave, onCancel }: Props) {
  const [given, setGiven] = useState(() => toGiven(variant));
  const [isBusy, setBusy] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const said = toVariant(given);
  const { answer, problem } = useAsked<{ content: GeneratedContent[] }>(
    '/content/generate',
    useLate(bodyOf(draft, said), REST_MS),
  );
  const messages = answer?.content ?? [];
  const keys = [...new Set([...messages.map(({ channel }) => channel), ...Object.keys(given.wording)])];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    void onSave(said).finally(() => setBusy(false));
  };
  return (
    <form
      onSubmit={submit}
      aria-label={t('Variant {name}', { name: letter })}
      className="grid gap-4 md:grid-cols-2"
    >
      <div className="space-y-3">
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
        <div className="flex flex-wrap gap-3">
          {(Object.keys(CHOICES) as (keyof typeof CHOICES)[]).map((key) => (
            <Field key={key} label={LABELS[key]}>
              <select
                className="select select-sm mt-1 w-full"
                value={given[key]}
                onChange={({ target }) => setGiven({ ...given, [key]: target.value })}
              >
                <option value="">{t('as the draft')}</option>
                {CHOICES[key].map((one) => (
                  <option key={one} value={one}>
                    {inLanguage(one)}
                  </option>
                ))}
              </select>
            </Field>
          ))}
        </div>
        <Field label={t('What it is about')}>
          <input
            className="input input-sm mt-1 w-full"
            maxLength={500}
            dir="auto"
            value={given.topic}
            onChange={({ target }) => setGiven({ ...given, topic: target.value })}
          />
        </Field>
        {keys.map((key) => (
          <OwnWords
            key={key}
            title={t('Own words, {channel}', { channel: keyWords(key) })}
            hasSubject={messages.find(({ channel }) => channel === key)?.subject !== null}
            words={given.wording[key] ?? { subject: '', body: '' }}
            onChange={(words) => setGiven({ ...given, wording: { ...given.wording, [key]: words } })}
          />
        ))}
        <div className="flex flex-wrap gap-2">
          <SaveOrCancel isHeld={isBusy || !saysAnything(said)} onCancel={onCancel} />
        </div>
      </div>
      <div className="min-w-0">
        {problem ? <Problem words={problem} /> : <Shown messages={answer && messages} />}
      </div>
    </form>
  );
}

/** The draft with this variant in its place, as core/content/variants.ts puts it. */
function bodyOf({ name: _, ...draft }: Draft, { name: __, ...said }: VariantOf): string {
  return JSON.stringify({ ...draft, ...said, wording: { ...draft.wording, ...said.wording }, variants: [] });
}

const Field = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
  <label className="block min-w-0 grow">
    <span className="quiet block text-xs">{label}</span>
    {children}
  </label>
);

type Words = Given['wording'][string];
type OwnProps = { title: string; hasSubject: boolean; words: Words; onChange: (words: Words) => void };

const OwnWords = ({ title, hasSubject, words, onChange }: OwnProps) => (
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
    <Field label={t('Text')}>
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

function Shown({ messages }: { messages: readonly GeneratedContent[] | null }) {
  const [chosen, setChosen] = useState<string | null>(null);
  if (!messages) return <Loading />;
  const message = messages.find(({ channel }) => channel === chosen) ?? messages[0];
  if (!message) return <p className="quiet">{t('There is no message to show.')}</p>;
  const { channel, subject, body, html, findings, customer } = message;
  return (
    <section aria-label={t('As they would be read')} className="space-y-2">
      {messages.length > 1 && (
        <Choice
          label={t('Channel')}
          of={Object.fromEntries(messages.map((one) => [one.channel, channelName(one.channel)]))}
          chosen={channel}
          onChoose={setChosen}
        />
      )}
      <p className="quiet text-xs wrap-anywhere" dir="auto">
        {customer}
      </p>
      <MessageBubble
        message={{ channel, body, subject: subject ?? undefined, html: html ?? undefined, findings }}
      />
    </section>
  );
}
