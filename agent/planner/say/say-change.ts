// What an edit changed of the letters, in words; whom it is for and when it goes out is said beside it.
import type { Draft, Group } from '../../../core/campaigns/draft.ts';
import { formatMoney } from '../../../lib/money.ts';
import { joinWords, plural } from '../../../lib/text.ts';
import { languageName, otherwise, sayWordings, shorten } from './say-wordings.ts';

type Changed = Partial<Draft>;
const HIDDEN = { price: 'the price', date: 'the date', units: 'the list of units' };

const SAY: { [K in keyof Changed]?: (value: NonNullable<Changed[K]>) => string } = {
  tone: (tone) => `The tone is ${tone} now.`,
  length: (length) =>
    length === 'short' ? 'The letters are short now.' : 'The letters have their full length again.',
  address: (form) => `Single readers are addressed ${form === 'familiar' ? 'familiarly' : 'politely'} now.`,
  language: (language) => `Everybody is written to in ${languageName(language)} now.`,
  topic: (topic) => `They are about “${shorten(topic)}” now.`,
  offer: ({ says, code }) => [`They offer: “${shorten(says)}”.`, ...sayCodes(code)].join(' '),
  hide: (all) =>
    all.length === 0
      ? 'Nothing is left out any more.'
      : `They leave out ${joinWords([...new Set(all.map(({ what, filter }) => (filter ? `${HIDDEN[what]} for some` : HIDDEN[what])))])} now.`,
  groups: (groups) =>
    groups.length === 0
      ? 'The same is said to everybody again.'
      : [`It is said otherwise to ${plural(groups.length, 'group')}.`, sayGroup(groups.at(-1)!)].join(' '),
  variants: (variants) => sayWordings(variants),
  wording: (wording) => saySubject(wording),
};

/** What the group that was changed last reads. */
const sayGroup = (group: Group): string => `The last of them has ${otherwise(group)}.`;

/** Empty where it changed none of this. */
export function sayChange({ patch }: Record<string, unknown>): string {
  const changed = Object.entries((patch ?? {}) as Changed) as [keyof Changed, never][];
  return changed
    .map(([key, value]) => (value === null ? (NONE[key] ?? '') : (SAY[key]?.(value) ?? '')))
    .filter(Boolean)
    .join(' ');
}

/** Its words are in the plan and in the messages below. */
export const sayChosen = ({ of, number }: Record<string, unknown>): string =>
  of === 'subject'
    ? `The subject is number ${number} of the plan now.`
    : `The request is number ${number} of the plan now.`;

const NONE: Partial<Record<keyof Changed, string>> = {
  tone: 'The tone is by brand and kind again.',
  language: 'Each reader is written to in their own language again.',
  topic: 'They are about nothing more than their kind again.',
  offer: 'They offer nothing any more.',
};

function saySubject(wording: Draft['wording']): string {
  const own = Object.values(wording);
  const subject = own.find((one) => one.subject !== undefined)?.subject;
  if (own.length === 0) return 'The built-in letters are back.';
  const body = own.some((one) => one.body !== undefined) ? 'The text is your own now.' : '';
  return [subject ? `The subject is “${shorten(subject)}” now.` : '', body].filter(Boolean).join(' ');
}

function sayCodes(terms: NonNullable<Draft['offer']>['code']): string[] {
  if (!terms) return [];
  const { limit, budget, validFrom, validUntil, oncePerCustomer, prefix } = terms;
  const bounds = [
    ...(prefix ? [`beginning with ${prefix}`] : []),
    ...(limit ? [`up to ${limit.toLocaleString('en')} redeemed`] : []),
    ...(budget ? [`within ${formatMoney(budget)}`] : []),
    ...(validFrom ? [`from ${validFrom} on`] : []),
    ...(validUntil ? [`until ${validUntil}`] : []),
    ...(oncePerCustomer ? ['one per customer'] : []),
  ];
  return [`Each recipient has a code of their own${bounds.length > 0 ? `, ${bounds.join(', ')}` : ''}.`];
}
