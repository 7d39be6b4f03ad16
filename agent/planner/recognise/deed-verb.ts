// The words for what customers do: of the product, of the workspace's own fields, or a thing that is counted.
import type { Ends } from '../../../core/audience/filter.ts';
import { type Found, phraseAt, type Reader, valueAt } from '../reader.ts';
import { stems } from '../tokens.ts';
import { campaignAt } from './campaign.ts';
import { pastRange } from './past-range.ts';
import { readBounds } from './read-bounds.ts';
import { hasCurrency, timesOf } from './times-of.ts';

/** What was done, and how often where that stands within its words. */
type Verb = Found<string> & { times: Ends | null };

export const verbAt = (reader: Reader, at: number): Verb | null =>
  ownVerb(reader, at) ?? builtInVerb(reader, at) ?? gotCampaign(reader, at);

/** "every gym should get the newsletter": it goes out only now. */
const SHALL = new Set(['to', 'should', 'must', 'shall', 'will', 'can', 'could']);
const GOT = new Set(['got', 'get', 'gotten', 'sent']);

/** "got the renewal campaign": such a plain verb says it only before something that goes out. */
const gotCampaign = (reader: Reader, at: number): Verb | null =>
  GOT.has(reader.tokens[at]?.word ?? '') &&
  !SHALL.has(reader.tokens[at - 1]?.word ?? '') &&
  campaignAt(reader, at + 1)
    ? { value: 'got_message', end: at + 1, times: null }
    : null;

function builtInVerb(reader: Reader, at: number): Verb | null {
  // "all contacts": people, and nothing that was done.
  if (reader.tokens[at]?.word === 'contacts') return null;
  const found = phraseAt(reader, at, 'events');
  return found && { value: found.value[0]!.value, end: found.end, times: null };
}

/** What the workspace's own registry calls something that customers do; the longest of its words. */
function ownVerb(reader: Reader, at: number): Verb | null {
  let best: Verb | null = null;
  for (const { key, kind, isBuiltIn, synonyms } of reader.input.vocabulary.fields) {
    if (kind !== 'event' || isBuiltIn) continue;
    for (const words of Object.values(synonyms).flat().map(stems)) {
      const past = pastVerb(reader, at, words);
      if (past && past.end > (best?.end ?? at)) best = { ...past, value: key };
    }
  }
  return best;
}

const OBJECTS = ['something', 'anything', 'stuff', 'item', 'thing', 'it', 'an', 'a', 'some'];

type Past = { end: number; times: Ends | null };

/** "at least one return", "two returns": what somebody did as a thing that is counted. */
export function countedNoun(reader: Reader, at: number): Verb | null {
  const bounds = readBounds(reader, at, true);
  const noun =
    bounds && !hasCurrency(bounds.value)
      ? (ownVerb(reader, bounds.end) ?? orderAt(reader, bounds.end))
      : null;
  const isPlain = valueAt(reader, at, 'comparators') === null;
  return noun && { ...noun, times: timesOf(bounds!.value, isPlain) };
}

/** "with a conversation", "without a return": what the workspace calls the thing itself. */
export function ownNoun({ tokens, input }: Reader, at: number): Verb | null {
  if (!/^(a|an|any|no|without|one|single)$/.test(tokens[at - 1]?.word ?? '')) return null;
  const own = input.vocabulary.fields.find(
    ({ key, kind, isBuiltIn }) =>
      kind === 'event' && !isBuiltIn && stems(key.replaceAll('_', ' ')).join(' ') === tokens[at]?.stem,
  );
  return own ? { value: own.key, end: at + 1, times: null } : null;
}

/** "three orders this year": with a time, what was done; without one, how many there are in all. */
function orderAt(reader: Reader, at: number): Verb | null {
  if (!['order', 'purchase'].includes(reader.tokens[at]?.stem ?? '')) return null;
  return pastRange(reader, at + 1) ? { value: 'ordered', end: at + 1, times: null } : null;
}

/** "sent back", "sent something back"; of "read letters" also "read more than three letters". */
function pastVerb(reader: Reader, at: number, words: readonly string[]): Past | null {
  const { tokens } = reader;
  let [end, times] = [at, null as Ends | null];
  for (const [i, word] of words.entries()) {
    const counted = i > 0 && tokens[end]?.stem !== word ? readBounds(reader, end, true) : null;
    if (counted && tokens[counted.end]?.stem === word && !hasCurrency(counted.value))
      [end, times] = [counted.end, timesOf(counted.value, valueAt(reader, end, 'comparators') === null)];
    while (i > 0 && tokens[end]?.stem !== word && OBJECTS.includes(tokens[end]?.stem ?? '')) end++;
    // "returned" also as the noun, "a return".
    const isNoun = words.length === 1 && tokens[end]?.stem === word.replace(/(?<=.{4})ed$/, '');
    if (tokens[end]?.stem !== word && !isNoun) return null;
    end++;
  }
  return words.length > 0 ? { end, times } : null;
}
