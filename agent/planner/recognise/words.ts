// Campaign types, channels, addresses and roles; and every other word of the lexicons.
import { phraseAt, type Reader, skipWords } from '../reader.ts';
import { stems } from '../tokens.ts';
import { phrasedAt, phraseIndex } from './by-first-word.ts';
import { dutyAt } from './duty.ts';
import { isBeforeCustomers } from './name.ts';
import type { Recognised } from './recogniser.ts';

const typesByWord = phraseIndex(({ key, label, words }: Reader['input']['vocabulary']['types'][number]) => [
  label,
  key.replaceAll('_', ' '),
  ...Object.values(words).flat(),
]);

export function recogniseType({ input, tokens }: Reader, at: number): Recognised | null {
  let best: Recognised | null = null;
  for (const { value, words } of phrasedAt(typesByWord(input.vocabulary.types), tokens, at)) {
    if (at + words.length > (best?.end ?? at) && !isLaunching(tokens, at))
      best = { item: { kind: 'type', type: value.key }, end: at + words.length };
  }
  return best;
}

/** "a newsletter about winter tyres", "draft a newsletter for climbers": the message, where a tag has the same name. */
export function recogniseMessageAbout(reader: Reader, at: number): Recognised | null {
  const type = reader.names.find(reader.tokens[at]!.stem).length > 0 ? recogniseType(reader, at) : null;
  if (!type) return null;
  const next = reader.tokens[type.end]?.word ?? '';
  if (/^(about|regarding|concerning|announcing|saying|telling)$/.test(next)) return type;
  // "send the cyclists a newsletter": what they get; "our newsletter customers" are those of the tag.
  if (
    /^(?:an?|this|another)$/.test(reader.tokens[at - 1]?.word ?? '') &&
    !isBeforeCustomers(reader, type.end)
  )
    return type;
  const article = /^(a|an|the|our|this|another|new)$/.test(reader.tokens[at - 1]?.word ?? '') ? at - 1 : at;
  const verb = article === 0 ? 'send' : (reader.tokens[article - 1]?.word ?? '');
  return /^(draft|send|prepare|write|create|make|compose|do|out)$/.test(verb) && /^(to|for)$/.test(next)
    ? type
    : null;
}

/** "launch a survey": the verb of another kind of message. */
const isLaunching = (tokens: Reader['tokens'], at: number): boolean =>
  tokens[at]!.word === 'launch' &&
  ['a', 'an', 'the', 'our', 'my', 'it', 'this'].includes(tokens[at + 1]?.word ?? '');

/** "all hotels bar the Hiltons", "gyms save Jetts": little words that rule out where a name follows. */
export function recogniseRulingOut({ tokens, names }: Reader, at: number): Recognised | null {
  if (at === 0 || !['bar', 'save', 'barring'].includes(tokens[at]!.word)) return null;
  let end = at + 1;
  while (['for', 'the', 'those', 'any'].includes(tokens[end]?.word ?? '')) end++;
  const isName =
    names.find(tokens[end]?.stem ?? '').length + names.shortBrands(tokens[end]?.stem ?? '').length > 0;
  // "a bar in Krabi", "Bar Hilton": a name before it is its own.
  const isListed = /^(a|an|the|every|each|wine|sky|pool|lobby|rooftop|beach)$/.test(tokens[at - 1]!.word);
  if (!isName || isListed) return null;
  return { item: { kind: 'word', senses: [{ kind: 'operators', value: 'except' }] }, end };
}

const BEFORE_LINE = [
  'by',
  'via',
  'over',
  'on',
  'through',
  'and',
  'or',
  'to',
  'use',
  'using',
  'in',
  'drop',
  'no',
  'not',
  'add',
  'per',
  'with',
];

export function recogniseChannel(reader: Reader, at: number): Recognised | null {
  const { input, tokens } = reader;
  const found = phraseAt(reader, at, 'channels');
  // A name of several words has none that means it alone: "in-app" is no "in".
  const named = input.vocabulary.channels.find(({ key, label }) => {
    const words = stems(label);
    return [key, ...(words.length === 1 ? words : [])].includes(tokens[at]?.stem ?? '');
  });
  const channel =
    found?.value
      .map(({ value }) => value)
      .find((value) => input.vocabulary.channels.some(({ key }) => key === value)) ?? named?.key;
  const isWritten = found !== null && found.end > at + 1;
  if (!channel || !(isWritten || isChannel(reader, at))) return null;
  return { item: { kind: 'channel', channel }, end: found?.end ?? at + 1 };
}

/** "by e-mail, line and SMS": behind another channel and a comma. */
function isListed({ tokens, input }: Reader, at: number): boolean {
  const before = tokens[at - 2]?.stem ?? '';
  return (
    tokens[at - 1]?.text === ',' &&
    input.vocabulary.channels.some(({ key, label }) => [key, stems(label).at(-1)].includes(before))
  );
}

/** "line" is an everyday word unless it is written or placed as the channel. */
function isChannel(reader: Reader, at: number): boolean {
  const { tokens, names } = reader;
  const { text, stem } = tokens[at]!;
  if (stem !== 'line') return true;
  const next = tokens[at + 1]?.word ?? '';
  return (
    /^L/.test(text) ||
    tokens.length === 1 ||
    isListed(reader, at) ||
    // "no wait, line"
    (at > 0 && tokens[at - 1]!.kind === 'mark' && tokens[at + 1] === undefined) ||
    BEFORE_LINE.includes(tokens[at - 1]?.word ?? '') ||
    ['instead', 'only', 'too', 'and'].includes(next) ||
    // "survey centara bkk line pls"
    ([undefined, 'please', 'pls', 'plz'].includes(tokens[at + 1]?.word) &&
      names.find(tokens[at - 1]?.stem ?? '').length > 0)
  );
}

export function recogniseAddress(reader: Reader, at: number): Recognised | null {
  const token = reader.tokens[at]!;
  if (token.text.includes('@') && token.text.length > 3)
    return { item: { kind: 'address', channel: 'email', address: token.text }, end: at + 1 };
  const phone = phoneAt(reader, at);
  return phone && { item: { kind: 'address', channel: 'whatsapp', address: phone.text }, end: phone.end };
}

function phoneAt({ tokens, sentence }: Reader, at: number): { text: string; end: number } | null {
  const isPlus = tokens[at]?.text === '+';
  let end = isPlus ? at + 1 : at;
  while (tokens[end]?.kind === 'number' || (tokens[end]?.text === '-' && end > at)) end++;
  const text = end > at ? sentence.slice(tokens[at]!.start, tokens[end - 1]!.end) : '';
  const digits = text.replace(/\D/g, '').length;
  return digits >= (isPlus ? 7 : 9) && !text.includes(',') && !/\d{4}-\d{2}-\d{2}/.test(text)
    ? { text, end }
    : null;
}

/** "to IT only", "their IT": in capitals, and placed as somebody. */
const isOfIt = ({ tokens }: Reader, at: number): boolean =>
  tokens[at]!.text === 'IT' &&
  ['to', 'for', 'only', 'their', 'the', 'and', 'with', 'reach', 'write', 'tell'].includes(
    tokens[at - 1]?.word ?? '',
  ) &&
  tokens.some(({ text }) => /^\p{Ll}{3,}$/u.test(text));

/** "no owner": the account manager; the owners of a hotel are some of its contacts. */
export const isOurOwner = (tokens: Reader['tokens'], at: number, end: number): boolean =>
  end === at + 1 && tokens[at]!.word === 'owner';

export function recogniseRole(reader: Reader, at: number): Recognised | null {
  const duty = dutyAt(reader, at);
  if (duty) return { item: { kind: 'role', role: duty.value }, end: duty.end };
  const found = phraseAt(reader, at, 'roles');
  if (!found || isOurOwner(reader.tokens, at, found.end)) return null;
  // "whose GM is French" says something of a person, of whom nothing is known.
  if (reader.tokens[at - 1]?.word === 'whose') return { item: { kind: 'unknown' }, end: found.end };
  const isBareIt = found.end === at + 1 && reader.tokens[at]!.stem === 'it' && !isOfIt(reader, at);
  const end = skipWords(reader, found.end, ['department', 'departments', 'dept', 'team', 'teams', 'people']);
  return isBareIt ? null : { item: { kind: 'role', role: found.value[0]!.value }, end };
}

export function recogniseWord(reader: Reader, at: number): Recognised | null {
  const found = phraseAt(reader, at);
  // "gold or more than ten zones": the "more" belongs to what follows.
  const isCut = found !== null && found.end === at + 2 && reader.tokens[found.end]?.word === 'than';
  const kept = isCut && found.value.every(({ kind }) => kind === 'comparatorsAfter') ? at + 1 : found?.end;
  return (
    found && {
      item: {
        kind: 'word',
        senses: kept === found.end ? found.value : reader.book.find(reader.tokens[at]!.stem),
      },
      end: kept!,
    }
  );
}

/** Synonyms of business types that any trade has, where the tenant has the type. */
export function recogniseTypeWord(reader: Reader, at: number): Recognised | null {
  const found = phraseAt(reader, at, 'typeWords');
  const values = reader.input.vocabulary.values.type ?? [];
  const value = found?.value.map(({ value }) => value).find((one) => values.includes(one));
  if (!found || !value) return null;
  return {
    item: {
      kind: 'clause',
      facet: 'type',
      filter: { op: 'in', field: 'type', values: [value] },
      isHead: true,
    },
    end: found.end,
  };
}
