// The story around a request: "We got a complaint yesterday. Draft a survey for all our spas." Where one sentence says by
// itself what shall be done and for whom, a sentence of strange words that says neither tells only how it came to that.
// What could still narrow the request stays, to be asked about.
import { sameFilter } from '../filters.ts';
import { type Item, isCue, isWord } from '../items.ts';
import { BYSTANDERS, FINITE } from '../lexicon/en-asides.ts';
import { isFirstName } from '../names/first-name.ts';
import { readItems } from '../read-items.ts';
import { phraseAt, type Reader, skipWords, textOf } from '../reader.ts';
import type { Token } from '../tokens.ts';

type Sentence = {
  start: number;
  end: number;
  tokens: readonly Token[];
  items: readonly Item[];
  mark: string;
};

type Story = {
  tokens: readonly Token[];
  left: string[];
  /** What was left of somebody, and is no news for them: "the Dusit people are restructuring". */
  ofSomebody: readonly string[];
};

export function leaveOutStory(reader: Reader): Story {
  const sentences = cutSentences(reader);
  const asked = sentences.findIndex(isWhole);
  const whole = asked < 0 ? sentences.findIndex(isList) : asked;
  if (sentences.length < 2 || whole < 0) return { tokens: reader.tokens, left: [], ofSomebody: [] };
  const told = sentences.filter(
    (one, at) =>
      at !== whole &&
      !isColleague(one, reader) &&
      (at < whole ? isPrelude(one, sentences[whole]!) : isAfterthought(one)),
  );
  const textIn = ({ start, end }: Sentence) => textOf(reader, start, end);
  return {
    tokens: reader.tokens.filter((_, at) => !told.some(({ start, end }) => at >= start && at < end)),
    left: told.map(textIn),
    ofSomebody: told.filter(({ items }) => items.some(saysSomebody)).map(textIn),
  };
}

/** "Mali: accounts ending in January" says whose. */
const isColleague = ({ mark, tokens }: Sentence, { input }: Reader): boolean =>
  mark === ':' && tokens.length === 2 && isFirstName(tokens[0]!.word, input);

const ENDS = new Set(['.', '!', '?', ';', '…', ':', '"', '“', '”', '>']);

function cutSentences(reader: Reader): Sentence[] {
  const { tokens, sentence } = reader;
  const found: Sentence[] = [];
  let start = 0;
  for (let at = 0; at < tokens.length; at++) {
    const { text, kind, end } = tokens[at]!;
    const isLine = /\n/.test(sentence.slice(end, tokens[at + 1]?.start ?? end));
    const isToldFirst = text === ',' && endsTale(reader, start, at);
    if (!(kind === 'mark' && ENDS.has(text)) && !isToldFirst && !isLine && at < tokens.length - 1) continue;
    const own = tokens.slice(start, at + 1);
    const items = readItems({ ...reader, tokens: own }).filter((item) => item.kind !== 'mark');
    if (items.length > 0) found.push({ start, end: at + 1, tokens: own, items, mark: text });
    start = at + 1;
  }
  return found;
}

/** "We finished the roadshow, now draft …": what we did stands before the comma, the request behind it. */
function endsTale(reader: Reader, start: number, at: number): boolean {
  const { tokens } = reader;
  const first = skipWords(reader, start, [...OPENERS]);
  if (!/^(i|we)$/.test(tokens[first]?.word ?? '') || !PAST.test(tokens[first + 1]?.word ?? '')) return false;
  const next = skipWords(reader, at + 1, [
    'so',
    'now',
    'then',
    'and',
    'please',
    'can',
    'could',
    'would',
    'you',
  ]);
  return (
    next > at + 1 &&
    phraseAt(reader, next, 'cues')?.value.some(({ value }) =>
      ['draft', 'send', 'show', 'count', 'tell'].includes(value),
    ) === true
  );
}

const saysSomebody = (item: Item): boolean =>
  ['clause', 'customer', 'dated', 'rank', 'ambiguous'].includes(item.kind);
/** "I spoke with Rosa": a colleague, no account manager whose customers are meant. */
const saysButOwner = (item: Item): boolean =>
  saysSomebody(item) && !(item.kind === 'clause' && item.facet === 'owner');
const isTalk = ({ tokens }: Sentence): boolean =>
  tokens.some(({ word }) =>
    /^(spoke|talked|called|met|chatted|asked|says|said|writes|wrote|told)$/.test(word),
  );
const isEverybody = (item: Item): boolean => isWord(item, 'nouns', 'everybody');
const isAsking = (item: Item): boolean =>
  isCue(item, 'show', 'count', 'which', 'send', 'tell', 'draft') || item.kind === 'type';

/** What shall be done and for whom, with nothing that points at another sentence. */
const isWhole = ({ items, tokens, mark }: Sentence): boolean =>
  mark !== ':' &&
  items.some(isAsking) &&
  items.some((item) => saysSomebody(item) || isEverybody(item)) &&
  !pointsBack(tokens);

/** "so let's see it: all customers without a business type": behind a heading, whoever is named is asked for. */
const isList = (one: Sentence, at: number, all: readonly Sentence[]): boolean =>
  all[at - 1]?.mark === ':' && !isStrange(one) && one.items.some(saysSomebody) && !pointsBack(one.tokens);

const pointsBack = (tokens: readonly Token[]): boolean =>
  tokens.some(
    ({ word }, at) =>
      ['them', 'theirs', 'such', 'there', 'his', 'her'].includes(word) ||
      (['those', 'these', 'ones'].includes(word) && isAlone(tokens[at + 1])),
  );
const isAlone = (next: Token | undefined): boolean => next === undefined || next.kind === 'mark';

const restricts = (item: Item): boolean =>
  isWord(item, 'operators', 'only', 'except', 'without', 'neither', 'not', 'but', 'exceptAfter') ||
  isWord(item, 'nouns', 'customer') ||
  ['channel', 'role', 'address', 'type'].includes(item.kind) ||
  isCue(item, 'narrow', 'drop', 'draftOnly', 'send', 'draft', 'count');

/** "We got a complaint yesterday." */
const isPast = ({ tokens }: Sentence): boolean =>
  /^(i|we)$/.test(tokens[0]?.word ?? '') && PAST.test(tokens[1]?.word ?? '');
const PAST =
  /^(just|got|had|met|received|heard|visited|saw|spoke|talked|called|lost|won|finished|closed|launched|opened|hired|moved|signed|raised|completed|held|attended|hosted|ran|started|changed|installed|wrapped|shipped|promised|fixed|tested|ordered)$/;

const isStrange = ({ items }: Sentence): boolean => items.some(({ kind }) => kind === 'unknown');

/** In front of a request that says for itself whom it means: not "the hotels" of which was spoken. */
function isPrelude(one: Sentence, whole: Sentence): boolean {
  const isHeading = one.mark === ':';
  const says = isTalk(one) ? saysButOwner : saysSomebody;
  if (
    !(isStrange(one) || isPast(one)) ||
    THEMSELVES.test(firstWord(one)) ||
    (isHeading && (one.items.some(says) || !isHeadingOf(one)))
  )
    return false;
  // "We met three customers": told of ourselves; "the vegan ones are closed" is told of them.
  const mayMention = !isHeading && OURSELVES.test(firstWord(one));
  if (!one.items.some(says))
    return (
      isOfOurs(one) &&
      !one.items.some(
        (item) =>
          restricts(item) && !(mayMention && isWord(item, 'nouns')) && !(isHeading && isQuickOne(item)),
      )
    );
  if (saysNobodyElse(one, whole)) return true;
  const isOwn = whole.items.some(isEverybody) || whole.items.filter(saysSomebody).length > 1;
  return (
    isOwn && isTold(one) && !one.items.some((item) => isAsking(item) || isWord(item, 'operators', 'only'))
  );
}

/** Of ourselves, or a statement of something: never a few words that could say of whom the request is. */
const isOfOurs = (one: Sentence): boolean =>
  one.mark === ':' ||
  OURSELVES.test(firstWord(one)) ||
  AFTER.test(firstWord(one)) ||
  firstWord(one) === 'see' ||
  BYSTANDERS.has(firstWord(one)) ||
  one.tokens.slice(1).some(({ word }) => FINITE.has(word));

/** "The Dusit people are restructuring; a check-in for all Dusit properties": the request names all of them by itself. */
const saysNobodyElse = (one: Sentence, whole: Sentence): boolean =>
  whole.items.some(isEverybody) &&
  one.items
    .filter(saysSomebody)
    .every(
      (item) =>
        item.kind === 'clause' &&
        whole.items.some((other) => other.kind === 'clause' && sameFilter(other.filter, item.filter)),
    ) &&
  !one.items.some(
    (item) =>
      isAsking(item) ||
      ['channel', 'role', 'address', 'period'].includes(item.kind) ||
      isWord(item, 'operators', 'only', 'except', 'without', 'neither', 'not', 'exceptAfter') ||
      isCue(item, 'narrow', 'drop', 'draftOnly'),
  );

/** "quick one before lunch:" */
const isQuickOne = ({ text }: Item): boolean => /^one$/i.test(text);

const OPENERS = new Set(['so', 'well', 'ok', 'okay', 'and', 'now', 'anyway', 'right', 'look', 'listen']);
const firstWord = ({ tokens }: Sentence): string =>
  tokens.find(({ kind, word }) => kind !== 'mark' && !OPENERS.has(word))?.word ?? '';
const OURSELVES = /^(i|we|my|our|he|she|it|there|yesterday|today|somebody|someone|as|since)$/;
const THEMSELVES = /^(those|these|they|all|every|each|only|just|not|no|nobody)$/;

/** "We met three customers", "the manager of Hilton Pattaya called me". */
const isTold = (one: Sentence): boolean =>
  OURSELVES.test(firstWord(one)) ||
  (firstWord(one) === 'the' &&
    one.tokens.some(({ word }) => word === 'me' || word === 'us') &&
    !one.items.some((item) => isWord(item, 'nouns')));

/** "From the weekly:", "My boss writes:"; "wheelchair accessible:" says whom. */
const isHeadingOf = (one: Sentence): boolean =>
  HEADINGS.test(firstWord(one)) || one.tokens.some(({ word }) => SPOKEN_OF.test(word));
const HEADINGS =
  /^(from|tasks?|action|todo|to|do|quick|request|urgent|fyi|fwd|fw|re|subject|note|reminder|hi|hello|hey|morning|boss|weekly|item|ticket|memo|ps|as|after|before|following|question|next|first|second|last)$/;
const SPOKEN_OF = /^(i|we|my|our|me|us|it|he|she|you|asks?|asked|says?|said|writes?|wrote|wants?|let)$/;

/** Behind it: "Can you look?", "It was his idea." Nothing that speaks of customers. */
const isAfterthought = (one: Sentence): boolean =>
  isStrange(one) &&
  AFTER.test(firstWord(one)) &&
  !one.tokens.some(({ word }) => WHOM.test(word)) &&
  !one.items.some(
    (item) => saysSomebody(item) || restricts(item) || isEverybody(item) || item.kind === 'period',
  );

const AFTER =
  /^(i|we|my|he|she|it|that|this|can|could|would|will|please|fair|you|let|thanks|thank|thx|best|kind|regards|cheers|sorry|hope)$/;
/** "It is for the premium members", "I mean the small ones". */
const WHOM =
  /^(for|to|with|without|from|in|at|on|of|members?|those|these|all|every|each|means?|meant|exclud\w*)$/;
