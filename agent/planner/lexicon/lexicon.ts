// The words of a language as data: what each phrase does in a sentence. One parser reads every lexicon.
import { stems } from '../tokens.ts';

/**
 * What a phrase is, by kind; the value says which one ("month" → "10"). Phrases are separated by "|"; "{a/b}" stands
 * for either, "{/a}" for a or nothing.
 */
export type WordList = Readonly<Record<string, string>>;

export type Lexicon = {
  language: string;
  /** Verbs and questions that say what the person wants. */
  cues: WordList;
  /** and, or, not, except, only, also, instead … */
  operators: WordList;
  /** Contact roles by key. */
  roles: WordList;
  tones: WordList;
  /** How long the message is to be: short, full. */
  lengths: WordList;
  /** Well-known channels by key; only those of the tenant count. */
  channels: WordList;
  months: WordList;
  weekdays: WordList;
  units: WordList;
  /** this, next, last, coming … */
  relatives: WordList;
  /** by, before, after, until, since, from, between, within, end of, early, mid, late */
  bounds: WordList;
  numbers: WordList;
  /** more, less, least, most, exactly, and the ones that follow a number */
  comparators: WordList;
  comparatorsAfter: WordList;
  currencies: WordList;
  /** Verbs of date fields, with the field and the direction: `contract_end:future`. */
  dateWords: WordList;
  /** How a contract stands: `lapsed`, `active:not`. */
  states: WordList;
  /** Words that stand for a field in "worth more than", "paying less than". */
  amountWords: WordList;
  known: WordList;
  /** What customers do, by event field; `was_active:not` is its opposite. */
  events: WordList;
  /** What an order goes by: `contract_value:highest`. */
  superlatives: WordList;
  /** Whether somebody there can be written to: `reachable:yes`, `consent`. */
  reach: WordList;
  /** Trade-neutral synonyms of business types, by the value they stand for. */
  typeWords: WordList;
  occasions: WordList;
  /** Verbs that say which type of campaign is meant. */
  typeVerbs: WordList;
  dayParts: WordList;
  /** Whose clock a time is on (local, ours), and now. */
  clock: WordList;
  /** Words before a quoted or unknown name: `name`, `unit`, `owner`. */
  naming: WordList;
  /** Words for customers in general, and for all of them. */
  nouns: WordList;
  /** Words that carry nothing here. */
  skip: WordList;
};

export type LexiconKind = Exclude<keyof Lexicon, 'language'>;
export type Sense = { kind: LexiconKind; value: string };

/** Every phrase of some lexicons, by its stems. */
export type PhraseBook = {
  find(phrase: string): readonly Sense[];
  words: ReadonlySet<string>;
  /** How many words the longest phrase has that begins with this one; 0 where none does. */
  longestFrom(first: string): number;
};

/** "{any/whatever} size" as the phrases that it stands for. */
function expand(phrase: string): string[] {
  const group = /\{([^{}]*)\}/.exec(phrase);
  if (!group) return [phrase];
  return group[1]!.split('/').flatMap((word) => expand(phrase.replace(group[0], word)));
}

/** The value of every phrase of a list, by its stems. */
export const phrasesOf = (list: WordList): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(list).flatMap(([value, phrases]) =>
      phrases
        .split('|')
        .flatMap(expand)
        .map((phrase): [string, string] => [stems(phrase).join(' '), value]),
    ),
  );

export function makePhraseBook(lexicons: readonly Lexicon[]): PhraseBook {
  const book = new Map<string, Sense[]>();
  const words = new Set<string>();
  const longest = new Map<string, number>();
  for (const { language: _, ...lists } of lexicons) {
    for (const [kind, list] of Object.entries(lists)) {
      for (const [value, phrases] of Object.entries(list)) {
        for (const phrase of phrases.split('|').flatMap(expand)) {
          const key = stems(phrase);
          if (key.length === 0) continue;
          longest.set(key[0]!, Math.max(longest.get(key[0]!) ?? 0, key.length));
          for (const word of key) words.add(word);
          const text = key.join(' ');
          book.set(text, [...(book.get(text) ?? []), { kind: kind as LexiconKind, value }]);
        }
      }
    }
  }
  return { find: (phrase) => book.get(phrase) ?? [], words, longestFrom: (first) => longest.get(first) ?? 0 };
}
