// Phrases by their first word, so that a place in a sentence is compared with the few that can begin there. Kept as
// long as the list that they were made of.
import type { Token } from '../tokens.ts';
import { stems } from '../tokens.ts';

export type Phrased<T> = { value: T; words: readonly string[] };
export type ByFirst<T> = ReadonlyMap<string, readonly Phrased<T>[]>;

/** One index a list; `phrasesOf` says what each of its members is called. */
export function phraseIndex<Member extends object>(
  phrasesOf: (member: Member) => readonly string[],
): (members: readonly Member[]) => ByFirst<Member> {
  const kept = new WeakMap<readonly Member[], ByFirst<Member>>();
  return (members) => {
    const known = kept.get(members);
    if (known) return known;
    const all = members.flatMap((value) =>
      phrasesOf(value).map((phrase) => ({ value, words: stems(phrase) })),
    );
    const index = Map.groupBy(
      all.filter(({ words }) => words.length > 0),
      ({ words }) => words[0]!,
    );
    kept.set(members, index);
    return index;
  };
}

/** Those whose words stand at `at`, in the order of their list. */
export function phrasedAt<T>(index: ByFirst<T>, tokens: readonly Token[], at: number): readonly Phrased<T>[] {
  const found = index.get(tokens[at]?.stem ?? '') ?? [];
  return found.filter(({ words }) => words.every((word, i) => tokens[at + i]?.stem === word));
}
