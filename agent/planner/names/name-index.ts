// The tenant's own names, by their words: what a phrase can stand for. Built once per vocabulary.
import type { Vocabulary } from '../../../core/vocabulary.ts';
import { CITY_CODES } from '../lexicon/abbreviations.ts';
import { stems } from '../tokens.ts';
import type { Places } from '../types.ts';
import { type Customer, type CustomerNames, customerNames } from './customer-names.ts';
import { ancestorsOf, type ShortBrand, shortBrands } from './short-brands.ts';

/** One reading of a name: a value of a field. */
export type NameEntry = { field: string; value: string; label: string };

export type NameIndex = {
  find(phrase: string): readonly NameEntry[];
  customers(phrase: string): readonly Customer[];
  /** Customers in whose name all these words stand. */
  customersWith(words: readonly string[]): readonly Customer[];
  /** Brands that this part of their name can stand for. */
  shortBrands(phrase: string): readonly ShortBrand[];
  parentsOf(brand: string): readonly string[];
  groupsOf(brand: string): readonly string[];
  /** A name written as one word: "chiangmai" → "chiang mai". */
  joined(word: string): string | undefined;
  /** All names of several words, each written as one. */
  joinedWords: ReadonlySet<string>;
  /** Every single word of a name. */
  words: { has(word: string): boolean };
  /** The same as sets that together hold them all. */
  wordSets: readonly ReadonlySet<string>[];
  /** Every single word that means a type of campaign. */
  typeWords: ReadonlySet<string>;
  /** Every name except those of customers, for suggestions. */
  labels: readonly { phrase: string; label: string }[];
  longest: number;
};

/** Everything but what is of customers: it is little, and changes seldom. */
type Own = Omit<NameIndex, 'customers' | 'customersWith' | 'wordSets'> & { words: ReadonlySet<string> };
type Kept = { vocabulary: Vocabulary; places: Places; own: Own };
const cache = new WeakMap<Vocabulary['values'], Kept>();
const READ = ['brands', 'fields', 'segments', 'types'] as const;

/** What it is built of is built again only where a list of it is another one; campaigns, which change often, are not in it. */
export const nameIndex = (vocabulary: Vocabulary, places: Places): NameIndex =>
  withCustomers(ownIndex(vocabulary, places), customerNames(vocabulary));

function withCustomers(own: Own, { byPhrase, byWord, words, fresh, longest }: CustomerNames): NameIndex {
  return {
    ...own,
    customers: (phrase) => byPhrase.get(phrase) ?? [],
    customersWith: (asked) => intersection(asked.map((word) => byWord.get(word) ?? [])),
    words: { has: (word) => own.words.has(word) || byWord.has(word) },
    wordSets: [own.words, words, fresh],
    longest: Math.max(own.longest, longest),
  };
}

function ownIndex(vocabulary: Vocabulary, places: Places): Own {
  const known = cache.get(vocabulary.values);
  const isSame = known?.places === places && READ.every((key) => known.vocabulary[key] === vocabulary[key]);
  if (known && isSame) return known.own;
  const own = buildOwn(vocabulary, places);
  cache.set(vocabulary.values, { vocabulary, places, own });
  return own;
}

function buildOwn(vocabulary: Vocabulary, places: Places): Own {
  const entries = new Map<string, NameEntry[]>();
  const labels: { phrase: string; label: string }[] = [];
  for (const { phrase, entry } of namesOf(vocabulary, places)) {
    const key = stems(phrase).join(' ');
    const known = entries.get(key) ?? [];
    if (!key || known.some((one) => one.field === entry.field && one.value === entry.value)) continue;
    entries.set(key, [...known, entry]);
    labels.push({ phrase: key, label: phrase });
  }
  const keys = [...entries.keys()];
  const joined = new Map(
    keys.filter((key) => key.includes(' ')).map((key) => [key.replaceAll(' ', ''), key]),
  );
  const short = Map.groupBy(shortBrands(vocabulary), ({ phrase }) => phrase);
  const parents = new Map(vocabulary.brands.map(({ name }) => [name, ancestorsOf(name, vocabulary.brands)]));
  const groups = new Map(
    vocabulary.brands.flatMap(({ name, ownerGroup }) => (ownerGroup ? [[name, [ownerGroup]]] : [])),
  );
  return {
    find: (phrase) => entries.get(phrase) ?? [],
    shortBrands: (phrase) => short.get(phrase) ?? [],
    parentsOf: (brand) => parents.get(brand) ?? [],
    groupsOf: (brand) => groups.get(brand) ?? [],
    joined: (word) => joined.get(word),
    joinedWords: new Set(joined.keys()),
    words: new Set([
      ...Object.keys(CITY_CODES),
      ...keys.flatMap((key) => key.split(' ')),
      ...ownWords(vocabulary),
    ]),
    typeWords: new Set(vocabulary.types.flatMap((type) => (type.words.en ?? []).flatMap(stems))),
    labels,
    longest: Math.max(1, ...keys.map((key) => key.split(' ').length)),
  };
}

/** Words that stand for no value and are still the workspace's own: never a slip of the keys. */
const ownWords = ({ segments, fields }: Vocabulary): string[] => {
  const own = fields.filter(({ isBuiltIn }) => !isBuiltIn);
  const phrases = [
    ...segments.map(({ name }) => name),
    ...own.flatMap(({ label, synonyms }) => [label, ...Object.values(synonyms).flat()]),
  ];
  return phrases.length === 0 ? [] : ['segment', ...phrases.flatMap(stems)];
};

function* namesOf(vocabulary: Vocabulary, places: Places): Generator<{ phrase: string; entry: NameEntry }> {
  yield* brandNames(vocabulary);
  const { brand_type: _, ...named } = vocabulary.values;
  for (const [field, values] of Object.entries(named)) {
    for (const value of values) {
      const label = field === 'country' ? places.countryName(value) : value;
      // "it", "id" and "my" are languages' codes, and words.
      const language = field === 'locale' ? languageName(value) : null;
      const phrases = language === null ? [label] : SPEAKING.map((words) => words.replace('*', language));
      for (const phrase of phrases) yield { phrase, entry: { field, value, label } };
    }
  }
  for (const field of vocabulary.fields) {
    for (const { value, synonyms } of field.values) {
      for (const phrase of [value, ...synonyms])
        yield { phrase, entry: { field: field.key, value, label: value } };
    }
  }
  for (const { name, aliases } of places.listRegions()) {
    for (const phrase of [name, ...aliases])
      yield { phrase, entry: { field: 'region', value: name, label: name } };
  }
}

const SPEAKING = [
  '* speaking',
  'language is *',
  'language *',
  '* language',
  '* as language',
  '* as their language',
  'speak *',
  'speaking *',
  'who speak *',
  'written to in *',
  'in * language',
];
const languageNames = new Intl.DisplayNames(['en'], { type: 'language' });
function languageName(locale: string): string {
  const [code = ''] = locale.split('-');
  return /^[a-z]{2,3}$/.test(code) ? (languageNames.of(code) ?? code) : locale;
}

/** "North Face" for The North Face; a single word would be anything. */
const withoutArticle = (name: string): string[] =>
  /^the \S+ \S+/i.test(name) ? [name, name.slice(4)] : [name];

function* brandNames({ brands }: Vocabulary): Generator<{ phrase: string; entry: NameEntry }> {
  for (const { name, aliases } of brands) {
    for (const phrase of [name, ...aliases].flatMap(withoutArticle))
      yield { phrase, entry: { field: 'brand', value: name, label: name } };
  }
  for (const { name, aliases, parent, ownerGroup } of brands) {
    if (!ownerGroup) continue;
    const entry = { field: 'owner_group', value: ownerGroup, label: ownerGroup };
    yield { phrase: ownerGroup, entry };
    yield { phrase: `${ownerGroup} group`, entry };
    if (!parent) for (const called of [name, ...aliases]) yield { phrase: `${called} group`, entry };
  }
}

/** Long lists are asked for again and again: each is made a set once. */
const sets = new WeakMap<readonly Customer[], ReadonlySet<Customer>>();
function setOf(list: readonly Customer[]): ReadonlySet<Customer> {
  const known = sets.get(list) ?? new Set(list);
  sets.set(list, known);
  return known;
}

function intersection(lists: readonly (readonly Customer[])[]): readonly Customer[] {
  const [first = [], ...rest] = lists.toSorted((a, b) => a.length - b.length);
  if (first.length === 0 || rest.length === 0) return first;
  const others = rest.map(setOf);
  return first.filter((one) => others.every((list) => list.has(one)));
}
