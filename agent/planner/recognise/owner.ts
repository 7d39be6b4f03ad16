// Whose account somebody is: "my accounts", "hotels I look after", "Nina's customers", "nobody owns".
import { fold } from '../../../lib/text.ts';
import { clauseItem, isHeadField } from '../items.ts';
import { firstNameOf } from '../names/first-name.ts';
import { phraseAt, type Reader, skipWords } from '../reader.ts';
import { filterInHand } from '../thread/filter-in-hand.ts';
import type { Recognised } from './recogniser.ts';

/** "my accounts", "mine", "owned by Nina", "Nina's customers" */
export function recogniseOwner(reader: Reader, at: number): Recognised | null {
  const { tokens, input } = reader;
  if (!input.vocabulary.fields.some(({ key }) => key === 'owner')) return null;
  const nobody = ownerless(reader, at);
  if (nobody) return nobody;
  const own = phraseOf(reader, at, OWN);
  if (own) return ownerItem(input.person.name, at + own.length);
  const word = tokens[at]?.word ?? '';
  if (word === 'mine') return ownerItem(input.person.name, at + 1);
  const noun = phraseAt(reader, skipWords(reader, at + 1, ['own']), 'nouns')?.end;
  if (
    word === 'my' &&
    noun &&
    /^(account|customer|client|site|propert|hotel|venue|portfolio)/.test(tokens[noun - 1]!.word)
  )
    return ownerItem(input.person.name, noun);
  // "my hotels", "my Hiltons"
  if (word === 'my' && isHead(reader, at + 1)) return ownerItem(input.person.name, at + 1);
  const naming = phraseAt(reader, at, 'naming');
  const isOwner = naming?.value.some(({ value }) => value === 'owner') ?? false;
  const start = isOwner ? skipWords(reader, naming!.end, ['is', 'by', ':']) : at;
  if (isOwner && tokens[start]?.word === 'me') return ownerItem(input.person.name, start + 1);
  const person = personAt(reader, start);
  if (!person || !(isOwner || isPossessive(reader, person.end) || isOwning(reader, start, person.end)))
    return null;
  return ownerItem(person.name, pastOwning(reader, person.end));
}

const OWNERLESS =
  'nobody owns|have not got an account manager|has not got an account manager|have not got an owner|has not got an owner|nobody is looking after|nobody is responsible for|nobody is in charge of|owned by nobody|owned by no one|managed by nobody|looked after by nobody|looked after by no one|no one owns|noone owns|nobody has|nobody looks after|no one looks after|nobody manages|no one manages|nobody handles|no one handles|without an owner|without owner|with no owner|not assigned to anyone|not assigned to anybody|not assigned|unassigned|unowned|ownerless|that belong to nobody|belong to nobody|belong to no one'
    .split('|')
    .map((phrase) => phrase.split(' '));

const OWN = ['i', 'i am', "i'm", 'i’m']
  .flatMap((who) =>
    who === 'i'
      ? ['look after', 'take care of', 'manage', 'handle', 'cover', 'account manage'].map(
          (does) => `${who} ${does}`,
        )
      : ['responsible for', 'in charge of', 'looking after', 'taking care of', 'handling', 'managing'].map(
          (does) => `${who} ${does}`,
        ),
  )
  .concat('in my care', 'under my care', 'on my patch', 'under my name', 'in my name')
  .map((phrase) => phrase.split(' '));

const phraseOf = ({ tokens }: Reader, at: number, phrases: readonly string[][]) =>
  phrases.find((phrase) => phrase.every((word, i) => tokens[at + i]?.word === word));

/** "customers nobody owns yet", "unassigned accounts" */
function ownerless(reader: Reader, at: number): Recognised | null {
  const start = skipWords(reader, at, ['that', 'who', 'which']);
  const words = phraseOf(reader, start, OWNERLESS);
  if (!words || doesMore(reader, start + words.length)) return null;
  const item = clauseItem('owner', { not: { op: 'known', field: 'owner' } });
  return {
    item: { ...item, isHead: false, facet: 'owner:known' },
    end: skipWords(reader, start + words.length, ['yet']),
  };
}

/** "nobody has written to", "nobody has called": what nobody did, and not whose they are. */
const doesMore = ({ tokens }: Reader, end: number): boolean =>
  tokens[end - 1]?.word === 'has' &&
  /(?:ed|en)$|^(?:met|sent|told|heard|rung|got|had|done|paid|sold)$/.test(tokens[end]?.word ?? '');

/** Past "looks after", "is responsible for", "as account manager". */
function pastOwning(reader: Reader, at: number): number {
  if (OWNS.includes(reader.tokens[at]?.word ?? '')) return skipWords(reader, at + 1, ['after', 'got', 'of']);
  const end = skipWords(reader, at, [
    'is',
    'as',
    'the',
    'an',
    'in',
    'their',
    'responsible',
    'charge',
    'for',
    'of',
    'account',
    'manager',
    'owner',
  ]);
  return CHARGED.has(reader.tokens[end - 1]?.word ?? '') ? end : at;
}

const CHARGED = new Set(['responsible', 'charge', 'manager', 'owner', 'for']);

const isHead = ({ tokens, names }: Reader, at: number): boolean =>
  names.find(tokens[at]?.stem ?? '').some(({ field }) => isHeadField(field));

const ownerItem = (name: string, end: number): Recognised => ({
  item: clauseItem('owner', { op: 'in', field: 'owner', values: [name] }),
  end,
});

/** "Mali's", "Tomas' customers" */
const isPossessive = ({ tokens, sentence }: Reader, end: number): boolean => {
  const last = tokens[end - 1];
  return last !== undefined && (/['’]s?$/.test(last.text) || /^['’](\s|$)/.test(sentence.slice(last.end)));
};

const OWNS =
  'have has had own owns manage manages handle handles look looks run runs cover covers got hold holds serve serves'.split(
    ' ',
  );

/** "does Mali have", "that Mali looks after", "under Mali", "the Mali accounts" */
const isOwning = (reader: Reader, start: number, end: number): boolean =>
  goesOnWithOwners(reader, start, end) ||
  OWNS.includes(reader.tokens[end]?.word ?? '') ||
  ['under', 'does', 'by', 'of', 'with'].includes(reader.tokens[start - 1]?.word ?? '') ||
  (reader.tokens[start - 1]?.word === 'to' &&
    /^(?:belong|assigned)/.test(reader.tokens[start - 2]?.word ?? '')) ||
  pastOwning(reader, end) > end ||
  (start === 0 && reader.tokens[end]?.text === ':' && isWhose(reader, end + 1)) ||
  reader.tokens
    .slice(end)
    .some(({ word }, at) => /^(his|her)$/.test(word) && isWhose(reader, end + at + 1)) ||
  (phraseAt(reader, end, 'nouns')?.value.some(({ value }) => value === 'customer') ?? false);

/** "and for Mali?", "same for Rosa": after somebody else's customers were asked for. */
function goesOnWithOwners(reader: Reader, start: number, end: number): boolean {
  const { tokens } = reader;
  const known = JSON.stringify(filterInHand(reader));
  const isLast = tokens[end] === undefined || tokens[end]!.kind === 'mark';
  const isLed = /^(and|for|of|about|or|plus|to|same|then|just|only|no|not)$/.test(
    tokens[start - 1]?.word ?? '',
  );
  return known.includes('"field":"owner"') && isLast && (isLed || start === 0) && tokens.length < 8;
}

/** "Mali: accounts ending in January", "for Tomas: how many of his customers lapse": customers follow, no request. */
const isWhose = (reader: Reader, at: number): boolean =>
  isHead(reader, at) ||
  (phraseAt(reader, at, 'nouns')?.value.some(({ value }) => value === 'customer') ?? false);

/** A colleague by the whole name, or by the first name when only one has it. */
function personAt({ tokens, input }: Reader, at: number): { name: string; end: number } | null {
  for (const { name } of input.vocabulary.people) {
    const words = fold(name).split(' ');
    if (words.every((word, i) => tokens[at + i]?.word === word)) return { name, end: at + words.length };
  }
  const first = tokens[at]?.word ?? '';
  const same = input.vocabulary.people.filter(({ name }) => firstNameOf(name) === first);
  return first && same.length === 1 ? { name: same[0]!.name, end: at + 1 } : null;
}
