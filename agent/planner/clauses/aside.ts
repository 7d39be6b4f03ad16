// What is said beside the request, in a clause of its own: "boss is waiting", "thx for yesterday". It names nobody,
// so that leaving it out cannot widen an audience. Whatever could describe customers is no aside.
import type { Item } from '../items.ts';
import { isCue, isWord } from '../items.ts';
import { BYSTANDERS, COURTESIES, LEADS, PURPOSES, REFERENCES, REMARKS, VERBS } from '../lexicon/en-asides.ts';
import type { Clause } from './cut-clauses.ts';

/** Words of the workspace: those that name a field, and its people by their first names. */
export type Own = { fields: ReadonlySet<string>; people: ReadonlySet<string> };

export function isAside(clause: Clause, own: Own): boolean {
  const words = clause.words.slice(
    clause.words.findIndex((word) => !LEADS.has(word) || COURTESIES.has(word)),
  );
  const text = words.join(' ');
  if (clause.mark !== null && REFERENCES.test(`${clause.words.join(' ')} `)) return true;
  if (REMARKS.some((remark) => remark.test(text)))
    return !clause.items.some((item) => names(item) && !isWord(item, 'operators', 'only'));
  if (clause.items.some(names)) return false;
  if (isPurpose(words) || isQuestion(words, clause.mark)) return true;
  if (COURTESIES.has(words[0] ?? '')) return !clause.items.some(isRequest);
  return (
    speaksOfOthers(words, own) ||
    (speaksOfOneself(words) && !clause.items.some((item) => isRequest(item) || item.kind === 'period'))
  );
}

const NAMING = new Set([
  'clause',
  'customer',
  'dated',
  'rank',
  'ambiguous',
  'role',
  'address',
  'channel',
  'type',
]);
const names = (item: Item): boolean =>
  NAMING.has(item.kind) ||
  isWord(item, 'operators', 'except', 'without', 'only', 'neither') ||
  isWord(item, 'dateWords') ||
  isWord(item, 'amountWords') ||
  isWord(item, 'events') ||
  isWord(item, 'reach');

const isRequest = (item: Item): boolean =>
  isWord(item, 'nouns', 'customer') ||
  isWord(item, 'typeVerbs') ||
  isCue(
    item,
    'send',
    'tell',
    'draft',
    'show',
    'count',
    'which',
    'drop',
    'add',
    'narrow',
    'preview',
    'test',
    'refuseDelete',
    'refuseBypass',
    'stop',
    'pause',
    'same',
  );

/** "for the board meeting" */
const isPurpose = (words: readonly string[]): boolean =>
  words[0] === 'for' && words.length <= 6 && words.some((word) => PURPOSES.has(word));

/** "what does it look like: …" is answered by what follows. */
const isQuestion = (words: readonly string[], mark: string | null): boolean =>
  (mark === ':' || mark === '-' || mark === '–') && ['what', 'how', 'where'].includes(words[0] ?? '');

/** "my boss wants numbers", "the deadline is tomorrow", "they were all too busy" */
function speaksOfOthers(words: readonly string[], { fields, people }: Own): boolean {
  const verb = words.findIndex((word, at) => at > 0 && VERBS.has(word));
  const subject = words.slice(0, verb);
  if (verb < 0 || subject.length > 5 || subject.some((word) => fields.has(word) && !BYSTANDERS.has(word)))
    return false;
  if (subject[0] === 'they') return ['were', 'said', 'asked', 'told'].includes(words[verb]!);
  return subject.some((word) => BYSTANDERS.has(word) || people.has(word));
}

/** "I am in a hurry", "we talked about it" */
const speaksOfOneself = (words: readonly string[]): boolean =>
  ['i', 'we'].includes(words[0] ?? '') && words.length > 2;
