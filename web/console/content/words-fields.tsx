import type { GeneratedContent } from '../../../core/content/generate-content.ts';
import { inLanguage, t } from '../words/t.ts';
import { channelName, languageWords } from '../words.ts';
import { Field, OwnWords } from './own-words.tsx';
import type { Given } from './variant-given.ts';

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

type Props = {
  given: Given;
  /** The draft itself, not what differs from it. */
  isWhole: boolean;
  messages: readonly GeneratedContent[];
  onChange: (changed: Partial<Given>) => void;
};

/** How it is said and what about, and on each channel the words themselves. */
export function WordsFields({ given, isWhole, messages, onChange }: Props) {
  const keys = [...new Set([...messages.map(({ channel }) => channel), ...Object.keys(given.wording)])];
  return (
    <>
      <div className="flex flex-wrap gap-3">
        {(Object.keys(CHOICES) as (keyof typeof CHOICES)[]).map((key) => (
          <Field key={key} label={LABELS[key]}>
            <select
              className="select select-sm mt-1 w-full"
              value={given[key]}
              onChange={({ target }) => onChange({ [key]: target.value })}
            >
              {!isWhole && <option value="">{t('as the draft')}</option>}
              {isWhole && key === 'tone' && <option value="">{t('by brand and kind')}</option>}
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
          onChange={({ target }) => onChange({ topic: target.value })}
        />
      </Field>
      {keys.map((key) => (
        <OwnWords
          key={key}
          title={t('Own words, {channel}', { channel: keyWords(key) })}
          hasSubject={messages.find(({ channel }) => channel === key)?.subject !== null}
          words={given.wording[key] ?? { subject: '', ask: '', body: '' }}
          onChange={(words) => onChange({ wording: { ...given.wording, [key]: words } })}
        />
      ))}
      <p className="quiet text-xs">
        {t('What stays empty is as the built-in letter has it. {field} is filled in for each reader.', FIELD)}
      </p>
    </>
  );
}
