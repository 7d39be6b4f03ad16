// Names of the tenant's world: brands, places, types, choices of a field, people, customers.
import type { Field } from '../../../core/fields/field.ts';
import { ownValue } from '../../../lib/own-value.ts';
import { valueWithin } from '../filters.ts';
import type { Item } from '../items.ts';
import { clauseItem, isHeadField } from '../items.ts';
import { CITY_CODES } from '../lexicon/abbreviations.ts';
import { demonymCountry } from '../names/demonyms.ts';
import { isFirstName } from '../names/first-name.ts';
import type { NameEntry } from '../names/name-index.ts';
import type { Reader } from '../reader.ts';
import { countryCode } from './country-code.ts';
import type { Recognised } from './recogniser.ts';

export type Phrase = { text: string; stems: string; start: number; end: number };

/** The longest name at `at`. */
export function recogniseName(reader: Reader, at: number): Recognised | null {
  for (const phrase of phrasesAt(reader, at)) {
    if (isOfRuledOut(reader, phrase)) continue;
    const entries = labelled(reader, entriesOf(reader, phrase), phrase.end);
    if (entries.length > 0)
      return { item: fromEntries(reader, entries, phrase.text), end: pastLabel(reader, entries, phrase.end) };
    const customers = reader.names.customers(phrase.stems);
    if (customers.length > 0) return { item: { kind: 'customer', customers }, end: phrase.end };
    const code = countryCode(reader, phrase);
    if (code)
      return {
        item: clauseItem('country', { op: 'in', field: 'country', values: [code] }),
        end: phrase.end,
      };
    const city = cityCode(reader, phrase);
    if (city)
      return { item: clauseItem('city', { op: 'in', field: 'city', values: [city] }), end: phrase.end };
    const country = countryOf(reader, phrase);
    if (country)
      return {
        item: clauseItem('country', { op: 'in', field: 'country', values: [country] }),
        end: phrase.end,
      };
    const place = elsewhere(reader, phrase);
    if (place) return { item: place, end: phrase.end };
  }
  return null;
}

/** "non-Hilton hotels" are hotels, although "Hilton Hotels" is a name of the brand. */
const isOfRuledOut = ({ tokens, names }: Reader, { start, end }: Phrase): boolean =>
  end > start + 1 &&
  tokens[start - 1]?.word === 'non' &&
  names.find(tokens[end - 1]!.stem).some(({ field }) => field === 'type');

const JOINERS = new Set(['&', '+', '|', '-', '–', '@', '.', "'", '’', '(', ')', '/']);

/** Runs of words from `at`, longest first; marks inside a name do not count. */
function* phrasesAt({ tokens, names, sentence }: Reader, at: number): Generator<Phrase> {
  const ends: Phrase[] = [];
  const stems: string[] = [];
  for (let end = at; end < tokens.length && stems.length < Math.max(4, names.longest); end++) {
    const token = tokens[end]!;
    if (token.kind === 'mark') {
      if (end === at || !JOINERS.has(token.text)) break;
      continue;
    }
    stems.push(token.stem);
    const text = sentence.slice(tokens[at]!.start, token.end);
    ends.push({ text, stems: stems.join(' '), start: at, end: end + 1 });
  }
  yield* ends.reverse();
}

function entriesOf(reader: Reader, phrase: Phrase): readonly NameEntry[] {
  const entries = reader.names.find(phrase.stems).filter((entry) => isMeant(reader, phrase, entry));
  return entries.length < 2 ? entries : withoutDominated(entries);
}

/** Short codes and everyday words are names only when written or placed as such. */
function isMeant(reader: Reader, { text, stems, start, end }: Phrase, { field }: NameEntry): boolean {
  if (stems.length < 2 || GENERIC.has(stems)) return false;
  const isUpper = /^\p{Lu}+s?$/u.test(text);
  if (stems.length === 2 && !isUpper && !(field === 'platform' && isListed(reader, start))) return false;
  if (reader.book.find(stems).some(({ kind }) => kind === 'nouns')) return false;
  if (WEAK_STATES.has(stems)) return isBeforeCustomers(reader, end) || isPredicate(reader, start);
  const isEveryday = !stems.includes(' ') && reader.book.find(stems).some(({ kind }) => kind !== 'typeWords');
  const isProper = /^\p{Lu}/u.test(text) && start > 0;
  if (field === 'activity_status' && isBeforeCustomers(reader, end)) return true;
  return !isEveryday || isProper || field === 'type' || field === 'contract_status' || field === 'size';
}

/** "on usb or dm": a short value among others of its kind. */
const isListed = ({ tokens }: Reader, at: number): boolean =>
  ['on', 'or', 'and', 'using', 'with', 'use', 'all', ',', '/', '+', 'not', 'the'].includes(
    tokens[at - 1]?.word ?? '',
  );

const GENERIC = new Set(['other', 'none', 'unknown', 'n a', 'tba', 'all', 'contract']);
const WEAK_STATES = new Set(['upcoming', 'future', 'live', 'running', 'current', 'active', 'ended']);

/** "that are still running" */
const isPredicate = ({ tokens }: Reader, at: number): boolean =>
  ['still', 'currently', 'now'].includes(tokens[at - 1]?.word ?? '') &&
  ['are', 'is', 'that'].includes(tokens[at - 2]?.word ?? '');

export function isBeforeCustomers({ book, tokens, names }: Reader, end: number): boolean {
  const next = tokens[end]?.stem ?? '';
  return (
    book.find(next).some(({ kind }) => kind === 'nouns') ||
    names.find(next).some(({ field }) => isHeadField(field))
  );
}

/** A brand before the group of its name; a country before its capital of the same name. */
const DOMINATES: readonly (readonly [string, string])[] = [
  ['brand', 'owner_group'],
  ['country', 'city'],
  ['country', 'region'],
  ['contract_status', 'contract_end'],
];

const withoutDominated = (entries: readonly NameEntry[]): NameEntry[] =>
  entries.filter(
    (entry) =>
      !DOMINATES.some(
        ([over, under]) => entry.field === under && entries.some(({ field }) => field === over),
      ),
  );

function fromEntries(
  { names, input }: Reader,
  entries: readonly NameEntry[],
  text: string,
): Pick<Item, 'kind'> & Recognised['item'] {
  const fields = new Set(entries.map(({ field }) => field));
  if (fields.size === 1) {
    const [{ field }] = entries as [NameEntry];
    const isText = input.vocabulary.fields.some(({ key, kind }) => key === field && kind === 'text');
    if (isText && field !== 'name')
      return clauseItem(field, valueWithin(field, [...entries.map(({ value }) => value), text]));
    const item = clauseItem(field, { op: 'in', field, values: entries.map(({ value }) => value) });
    const [{ value }] = entries as [NameEntry];
    return field === 'brand'
      ? { ...item, within: names.parentsOf(value), groups: names.groupsOf(value) }
      : item;
  }
  const options = entries.map(({ field, label }) => ({
    label: `${label} (${field.replaceAll('_', ' ')})`,
    instead: `${field.replaceAll('_', ' ')} ${text}`,
  }));
  return { kind: 'ambiguous', options };
}

const LABELS = [
  'tier',
  'status',
  'level',
  'class',
  'category',
  'tag',
  'label',
  'sized',
  'size',
  'grade',
  'rank',
  'system',
];

const calledBefore = new WeakMap<Field, ReadonlySet<string>>();

/** What people call a field, small; it is asked for at every place of every sentence. */
function calls(field: Field): ReadonlySet<string> {
  const known = calledBefore.get(field);
  if (known) return known;
  const called = [field.label, ...Object.values(field.synonyms).flat()];
  const all = new Set(called.map((phrase) => phrase.toLowerCase()));
  calledBefore.set(field, all);
  return all;
}

/** "gold tier" where gold is a tag as well: the word behind it says which. */
function labelled(
  { tokens, input }: Reader,
  entries: readonly NameEntry[],
  end: number,
): readonly NameEntry[] {
  if (entries.length < 2) return entries;
  const next = tokens[end]?.stem ?? '';
  const named = entries.filter((entry) =>
    input.vocabulary.fields.some(
      (field) => field.key === entry.field && (calls(field).has(next) || field.key.toLowerCase() === next),
    ),
  );
  return named.length > 0 ? named : entries;
}

/** "the silver tier", "gold status", "with the newsletter tag": the field may be named behind its value. */
function pastLabel({ tokens, input }: Reader, [entry]: readonly NameEntry[], end: number): number {
  const field = input.vocabulary.fields.find(({ key }) => key === entry?.field);
  if (field?.kind !== 'choice' || isHeadField(field.key)) return end;
  const [stem = '', word = ''] = [tokens[end]?.stem, tokens[end]?.word];
  return [stem, word].some((next) => calls(field).has(next) || LABELS.includes(next)) ? end + 1 : end;
}

/** "KL", "jb": where there are customers. */
function cityCode({ input }: Reader, { stems }: Phrase): string | null {
  const city = ownValue(CITY_CODES, stems);
  return city && input.vocabulary.values.city?.includes(city) ? city : null;
}

const CODES = /^(UK|US|UAE|USA|KSA|HK|PRC)$/;
// "us" is somebody else.
const LOWER_CODES = /^(uk|uae|usa|ksa|hk|prc)$/i;

function countryOf({ input, tokens, book }: Reader, { text, stems, end, start }: Phrase): string | null {
  const isUpper = text === text.toUpperCase() && text.length > 1;
  const isShort = text.length < 4;
  if (isShort && !(isUpper ? CODES : LOWER_CODES).test(text.replaceAll('.', ''))) return null;
  if (!isUpper && !stems.includes(' ') && book.find(stems).length > 0) return null;
  const words = tokens
    .slice(start, end)
    .map(({ word }) => word)
    .join(' ');
  const country = input.places.findCountry(words) ?? demonymCountry(words) ?? demonymCountry(stems);
  // Mali is a colleague rather than a country where nobody is.
  const isColleague = isFirstName(words, input);
  return isColleague && !input.vocabulary.values.country?.includes(country ?? '') ? null : country;
}

/** A place of the world that is not among the tenant's values: another name of a city, a city without customers, or
 * a part of a city, for which the whole city would be too wide. */
function elsewhere(reader: Reader, { text, stems, start, end }: Phrase): Recognised['item'] | null {
  const { tokens, book, input } = reader;
  const before = tokens[start - 1]?.word ?? '';
  const isPlaced =
    ['in', 'at', 'from', 'around', 'near', 'and', 'or'].includes(before) ||
    (/^\p{Lu}/u.test(text) && start > 0);
  if (stems.length < 3 || (!stems.includes(' ') && book.find(stems).length > 0)) return null;
  const words = tokens
    .slice(start, end)
    .map(({ word }) => word)
    .join(' ');
  const [place] = input.places.placesNamed?.(words) ?? [];
  const isOurs = place?.kind === 'city' && input.vocabulary.values.city?.includes(place.city ?? '');
  const isColleague = isFirstName(words, input);
  // A word of our customers' names before a town where nobody is.
  const isInNames = !isOurs && reader.names.customersWith(stems.split(' ')).length > 0;
  if (!place?.city || !(isPlaced || isOurs) || isColleague || isInNames) return null;
  if (place.kind === 'city' || place.kind === 'town')
    return clauseItem('city', { op: 'in', field: 'city', values: [place.city] });
  const options = [
    { label: `All of ${place.city}`, instead: place.city },
    { label: `Customers with “${text}” in their name`, instead: `customers whose name contains "${text}"` },
  ];
  return { kind: 'ambiguous', options };
}
