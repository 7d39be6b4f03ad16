// How a workspace sounds: what the built-in letters take over by themselves, and what every text is checked for.
import { z } from 'zod';
import { escapePattern } from '../../lib/text.ts';
import type { CampaignType } from './types.ts';
import type { Finding } from './verify/finding.ts';
import { asSeen } from './verify/look-alikes.ts';
import type { Tone } from './view.ts';

const word = z.string().trim().min(2).max(60);
const line = z.string().trim().min(2).max(80);
const tone = z.enum(['formal', 'casual']);

export const voiceSchema = z.strictObject({
  /** Words that are not used, and what is said instead where there is something. */
  avoid: z
    .array(z.strictObject({ word, say: word.optional() }))
    .max(100)
    .default([]),
  /** Claims that nobody may make, such as "the cheapest". */
  prohibited: z.array(word).max(100).default([]),
  /** Claims that there is proof of, such as "market leader": nobody is warned of them. */
  mayClaim: z.array(word).max(100).default([]),
  /** Above the signature, by language. */
  signOff: z
    .record(
      z.string().regex(/^[a-z]{2,3}$/),
      z.strictObject({ formal: line.optional(), casual: line.optional() }),
    )
    .default({}),
  emoji: z.boolean().default(true),
  /** By key of a campaign type; a brand's own tone goes first. */
  toneByType: z.record(z.string().max(40), tone).default({}),
  /** For whoever writes, in a person's words. */
  note: z.string().trim().max(1000).default(''),
});
export type Voice = z.infer<typeof voiceSchema>;

/** The tone of a type in this workspace. */
export const toneOfType = (
  { toneByType }: Voice,
  { key, defaultTone }: Pick<CampaignType, 'key' | 'defaultTone'>,
): Tone => toneByType[key] ?? defaultTone;

const EMOJI =
  /(?:\p{Emoji_Presentation}|\p{Emoji}\ufe0f)(?:[\u200d\ufe0f\p{Emoji_Modifier}]*\p{Emoji_Presentation})*/u;

const BESIDE = '[\\p{Script=Latin}\\p{N}]';
/** As a whole word where words are parted. */
const asWord = (text: string): string =>
  `(?<!${BESIDE})${escapePattern(text).replace(/\s+/g, '\\s+')}(?!${BESIDE})`;

/** A built-in text in the workspace's words; names stay as they are. */
export function inVoice(text: string, voice: Voice, names: readonly string[]): string {
  const said = wordsOf(voice).avoid.filter(({ say, form }) => say && form.test(text));
  if (said.length === 0) return text;
  const instead = new Map(said.map(({ word: one, say = '' }) => [one.toLowerCase(), say]));
  const kept = names.filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  const forms = [...kept.map(escapePattern), ...[...instead.keys()].map(asWord)];
  return text.replace(new RegExp(forms.join('|'), 'giu'), (found) => {
    const say = kept.includes(found) ? undefined : instead.get(found.toLowerCase().replace(/\s+/g, ' '));
    if (!say) return found;
    return /^\p{Lu}/u.test(found) ? say.charAt(0).toUpperCase() + say.slice(1) : say;
  });
}

const words = new WeakMap<Voice, ReturnType<typeof compileWords>>();

/** A voice's words as patterns, made once: thousands of letters are in one voice. */
function wordsOf(voice: Voice) {
  const known = words.get(voice) ?? compileWords(voice);
  words.set(voice, known);
  return known;
}

const compileWords = ({ prohibited, avoid }: Voice) => {
  const formOf = (one: string) => new RegExp(asWord(one), 'iu');
  return {
    prohibited: prohibited.map((claim) => ({ claim, form: formOf(claim) })),
    avoid: avoid.map((one) => ({ ...one, form: formOf(one.word) })),
  };
};

type Spoken = { text: string; place: Finding['place']; author: 'template' | 'person' | 'writer' };

/** What the voice does not allow; names have been taken out of `text`. A person's word stands, with a warning; a claim never. */
export function checkVoice(voice: Voice, { text, place, author }: Spoken): Finding[] {
  const severity = author === 'writer' ? 'error' : 'warning';
  const { prohibited, avoid } = wordsOf(voice);
  const seen = prohibited.length + avoid.length > 0 ? asSeen(text) : text;
  const isSaid = ({ form }: { form: RegExp }) => form.test(seen);
  return [
    ...prohibited.filter(isSaid).map(
      ({ claim }): Finding => ({
        severity: 'error',
        place,
        message: `The text says “${claim}”, which is not said here.`,
        repair: 'Leave it out.',
        words: claim,
        fix: { do: 'leave_out' },
      }),
    ),
    ...avoid.filter(isSaid).map(
      ({ word: one, say }): Finding => ({
        severity,
        place,
        message: `The text says “${one}”, which the style guide avoids.`,
        repair: say ? `Say “${say}”.` : 'Say it otherwise.',
        words: one,
        fix: { do: 'replace', with: say ?? '' },
      }),
    ),
    ...(!voice.emoji && EMOJI.test(text)
      ? [
          {
            severity,
            place,
            message: 'The text has an emoji, which the style guide does not want.',
            repair: 'Leave it out.',
            words: EMOJI.exec(text)![0],
            fix: { do: 'replace', with: '' },
          } as const,
        ]
      : []),
  ];
}
