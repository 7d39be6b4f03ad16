// What groups and variants of a draft say otherwise, in a few words.
import type { Group, VariantOf } from '../../../core/campaigns/draft.ts';
import { joinWords } from '../../../lib/text.ts';

const names = new Intl.DisplayNames(['en'], { type: 'language' });
export const languageName = (language: string): string => names.of(language) ?? language;

export const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

export function otherwise({
  tone,
  length,
  address,
  language,
  topic,
  wording,
}: VariantOf & Pick<Group, 'language'>): string {
  const own = Object.values(wording ?? {});
  const subject = own.find((one) => one.subject !== undefined)?.subject;
  const parts = [
    tone && `a ${tone} tone`,
    length && (length === 'short' ? 'short letters' : 'letters in full'),
    address && `the ${address} form`,
    language && languageName(language),
    topic && `“${shorten(topic)}”`,
    subject && `the subject “${shorten(subject)}”`,
    own.some(({ body, ask }) => body ?? ask) && 'words of its own',
  ];
  return joinWords(parts.filter((part) => typeof part === 'string'));
}

/** The draft and its variants, by their letters. */
export const sayWordings = (variants: readonly VariantOf[]): string =>
  variants.length === 0
    ? 'There is one wording for everybody now.'
    : `There are ${variants.length + 1} wordings: A is the draft itself, ${joinWords(variants.map(sayOne))}.`;

const sayOne = (variant: VariantOf, at: number): string =>
  `${'BCDE'.charAt(at)}${variant.name ? ` (${shorten(variant.name)})` : ''} has ${otherwise(variant)}`;
