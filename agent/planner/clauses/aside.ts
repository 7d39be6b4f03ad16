// What is said beside the request, in a clause of its own: "boss is waiting", "thx for yesterday". It names nobody,
// so that leaving it out cannot widen an audience. Whatever could describe customers is no aside.
import type { Item } from '../items.ts';
import { isCue, isWord } from '../items.ts';
import {
  BYSTANDERS,
  COURTESIES,
  DISLIKES,
  FINITE,
  FRAMES,
  LEADS,
  PURPOSES,
  REFERENCES,
  REMARKS,
  TALK,
  VERBS,
} from '../lexicon/en-asides.ts';
import type { Clause } from './cut-clauses.ts';

/** Words of the workspace: those that name a field, and its people by their first names. */
export type Own = { fields: ReadonlySet<string>; people: ReadonlySet<string> };

export function isAside(clause: Clause, own: Own): boolean {
  const words = clause.words.slice(
    clause.words.findIndex((word) => !LEADS.has(word) || COURTESIES.has(word)),
  );
  const text = words.join(' ');
  // "…, as soon as it is approved" says when.
  if (clause.items.every(({ kind }) => kind === 'now')) return false;
  if (clause.mark !== null && REFERENCES.test(`${clause.words.join(' ')} `)) return true;
  if (REMARKS.some((remark) => remark.test(text)))
    return !clause.items.some((item) => namesSomebody(item) && !isWord(item, 'operators', 'only'));
  if (isReason(clause) || isFramed(clause) || DISLIKES.test(text)) return true;
  if (isNews(clause, own) || isLater(clause)) return true;
  if (clause.items.some(namesSomebody)) return false;
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
/** It says something of customers, or of how to write to them. */
export const namesSomebody = (item: Item): boolean =>
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

/** Customers in so many words; "the usual one" is a message. */
const isSomebody = (item: Item): boolean =>
  isWord(item, 'nouns', 'customer') && item.text.toLowerCase() !== 'one';

/** "we raise our prices in May", "our app will be down": what customers are told, said beside the request. */
export function isNews({ words, items }: Clause, { fields }: Own): boolean {
  const [first, ...rest] = words;
  const isOurs =
    first === 'we' || (/^(our|there)$/.test(first ?? '') && rest.some((word) => FINITE.has(word)));
  // "our new number is +66 2 123 4567": no address to try it at.
  const isOurAddress = ({ kind }: Item): boolean => kind === 'address' && first === 'our';
  if (items.some((item) => isSomebody(item) || (namesSomebody(item) && !isOurAddress(item)))) return false;
  return (
    isOurs &&
    rest.length > 1 &&
    !TALK.test(rest.join(' ')) &&
    (first === 'we' || items.some(isOurAddress) || !rest.some((word) => fields.has(word)))
  );
}

/** "I will approve it tomorrow": when one does something oneself. */
const isLater = ({ words, items }: Clause): boolean =>
  /^(and |then |so )?(i|we) (will|shall|can|am going to|want to) (then )?(approve|check|review|look|read|visit|call|see|decide|confirm|proofread)\b/.test(
    words.join(' '),
  ) &&
  items.some(({ kind }) => kind === 'period') &&
  !items.some((item) => NAMING.has(item.kind) || isSomebody(item));

/** "because I need to plan visits", "so that we can prepare", "when you have a moment" */
function isReason({ words, items }: Clause): boolean {
  const [link, ...rest] = words.filter((word, at) => at === 0 || word !== 'that');
  const isNaming = ['because', 'cause', 'cos', 'coz', 'cuz'].includes(link ?? '') ? isValue : namesSomebody;
  if (items.some((item) => isSomebody(item) || (isNaming(item) && item.kind !== 'role'))) return false;
  if (['because', 'cause', 'cos', 'coz', 'cuz', 'since', 'as'].includes(link ?? ''))
    return (
      rest.length > 1 &&
      (/^(be)?cause|^c/.test(link!) ||
        (rest[0] !== 'they' && isStatement(rest) && !items.some(({ kind }) => kind === 'period')))
    );
  if (link === 'so') return PERSONS.test(rest[0] ?? '') && ABLE.test(rest[1] ?? '');
  return ['when', 'whenever', 'once', 'if'].includes(link ?? '') && /^(you|i)$/.test(rest[0] ?? '');
}
/** A verb behind its subject: "since we raised prices", not "since the first of June". */
const isStatement = (rest: readonly string[]): boolean =>
  rest.slice(1).some((word) => VERBS.has(word) || FINITE.has(word) || /ed$/.test(word));

/** Whom or when it says; the bare word of a field ("because the price goes up") is part of the reason. */
const isValue = (item: Item): boolean =>
  NAMING.has(item.kind) || isWord(item, 'operators', 'except', 'without', 'only');
const PERSONS = /^(i|we|you|he|she|everybody|everyone|somebody|my|our)$/;
const ABLE = /^(can|could|know|have|see|may|might|get|will|would|do|are|am|boss|team|manager|colleagues?)$/;

/** "as discussed", "ahead of the board meeting", "like last year": how the request is meant. */
const isFramed = ({ words, items }: Clause): boolean =>
  FRAMES.test(words.join(' ')) &&
  !items.some(
    (item) =>
      isSomebody(item) ||
      (namesSomebody(item) && !isWord(item, 'operators', 'only')) ||
      (item.kind === 'period' && item.time !== null) ||
      isCue(item, 'send', 'tell', 'show', 'count'),
  );

/** "for the board meeting" */
const isPurpose = (words: readonly string[]): boolean =>
  words[0] === 'for' && words.length <= 10 && words.some((word) => PURPOSES.has(word));

/** "what does it look like: …" is answered by what follows. */
const isQuestion = (words: readonly string[], mark: string | null): boolean =>
  (mark === ':' || mark === '-' || mark === '–') && ['what', 'how', 'where'].includes(words[0] ?? '');

/** "my boss wants numbers", "the deadline is tomorrow", "they were all too busy" */
function speaksOfOthers(words: readonly string[], { fields, people }: Own): boolean {
  // "send it tomorrow 10am" holds no verb "am".
  const verb = words.findIndex(
    (word, at) => at > 0 && VERBS.has(word) && !(word === 'am' && /^\d/.test(words[at - 1]!)),
  );
  if (
    /^(it|this|that) (is|was|goes|should go|will go|shall go) ((only|just|mainly|really|all|meant|intended|aimed|addressed|directed|written|made) )*(for|to|at)\b/.test(
      words.join(' '),
    )
  )
    return false;
  const subject = words.slice(0, verb);
  if (verb < 0 || subject.length > 5 || subject.some((word) => fields.has(word) && !BYSTANDERS.has(word)))
    return false;
  if (subject[0] === 'they') return ['were', 'said', 'asked', 'told'].includes(words[verb]!);
  return subject.some((word) => BYSTANDERS.has(word) || people.has(word));
}

/** "I am in a hurry", "we talked about it" */
const speaksOfOneself = (words: readonly string[]): boolean =>
  ['i', 'we'].includes(words[0] ?? '') && words.length > 2;
