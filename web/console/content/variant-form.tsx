import { type FormEvent, useEffect, useRef, useState } from 'react';
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
import { Field, OwnWords } from './own-words.tsx';
import { type Given, givenOfDraft, saysAnything, toDraft, toGiven, toVariant } from './variant-given.ts';

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

const FIELD = { field: '{{ customer.name }}' };

// All that the audience is goes into one answer: nothing for every word that is typed.
const REST_MS = 600;

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
  const { answer, problem } = useAsked<{ content: GeneratedContent[] }>(
    '/content/generate',
    useLate(variant ? bodyOf(draft, said) : bodyOf({ ...draft, ...toDraft(given) }, {}), REST_MS),
  );
  const messages = answer?.content ?? [];
  const keys = [...new Set([...messages.map(({ channel }) => channel), ...Object.keys(given.wording)])];
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
        <div className="flex flex-wrap gap-3">
          {(Object.keys(CHOICES) as (keyof typeof CHOICES)[]).map((key) => (
            <Field key={key} label={LABELS[key]}>
              <select
                className="select select-sm mt-1 w-full"
                value={given[key]}
                onChange={({ target }) => setGiven({ ...given, [key]: target.value })}
              >
                {variant && <option value="">{t('as the draft')}</option>}
                {!variant && key === 'tone' && <option value="">{t('by brand and kind')}</option>}
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
            words={given.wording[key] ?? { subject: '', ask: '', body: '' }}
            onChange={(words) => setGiven({ ...given, wording: { ...given.wording, [key]: words } })}
          />
        ))}
        <p className="quiet text-xs">
          {t(
            'What stays empty is as the built-in letter has it. {field} is filled in for each reader.',
            FIELD,
          )}
        </p>
        <div className="flex flex-wrap gap-2">
          <SaveOrCancel isHeld={isBusy || (variant !== null && !saysAnything(said))} onCancel={onCancel} />
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
