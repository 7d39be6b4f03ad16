// What a person wants done, by the words of a sentence that ask for it.
import { type Item, isWord } from './items.ts';
import { readItems } from './read-items.ts';
import type { Reader } from './reader.ts';

/** `said` is all of the sentence; `first` the first word that is left of it. */
export const cuesIn = (
  items: readonly Item[],
  { said, first, isCut }: { said: Reader; first: string; isCut: boolean },
): ReadonlySet<string> =>
  new Set([
    ...items.filter((_, at) => !isRelative(items, at)).flatMap(cuesOf),
    ...(isCut ? refusalsIn(said) : []),
    ...(ASKS_WHO.has(first) ? ['which'] : []),
    ...(first === 'message' && WHOM.test(items[1]?.text ?? '') ? ['tell'] : []),
  ]);

// What is ruled out stays so inside a message and beside a request: "tell them …, though that is not true".
const RULED_OUT = new Set(['refuseUntrue', 'refuseBypass', 'draftOnly']);
const refusalsIn = (reader: Reader): string[] =>
  readItems(reader)
    .flatMap(cuesOf)
    .filter((cue) => RULED_OUT.has(cue));

/** "everybody whose contract …": behind those whom it describes, it asks nothing. */
function isRelative(items: readonly Item[], at: number): boolean {
  const [before, item] = [items[at - 1], items[at]!];
  return (
    /^(?:who|which|whose|where)(?: (?:is|are|has|have|does|do)(?:n['’]t| not)?)?$/i.test(item.text) &&
    before !== undefined &&
    (isWord(before, 'nouns') || before.kind === 'clause' || before.kind === 'customer')
  );
}

/** "message everyone except …": no "message to …", which is a thing. */
const WHOM = /^(?:all|every|each|everyone|everybody|the|our|my)\b/i;
const ASKS_WHO = new Set(['who', 'which', 'whose']);

const cuesOf = (item: Item): string[] =>
  item.kind === 'word' ? item.senses.filter(({ kind }) => kind === 'cues').map(({ value }) => value) : [];
