// What of a sentence is the request: asides are passed over, and what was corrected is taken back.
import { sameFilter } from '../filters.ts';
import { type Item, isWord } from '../items.ts';
import { TALK } from '../lexicon/en-asides.ts';
import { firstNames } from '../names/first-name.ts';
import { readItems } from '../read-items.ts';
import { type Reader, textOf } from '../reader.ts';
import { stems, type Token } from '../tokens.ts';
import { ownText } from '../topic/own-text.ts';
import { isAside, isNews } from './aside.ts';
import { withoutOrder } from './channel-order.ts';
import { applyCorrection } from './correct.ts';
import { type Clause, cutClauses } from './cut-clauses.ts';
import { withoutLabels } from './labels.ts';
import { leadInOf } from './lead-in.ts';
import { withoutMailFrame } from './mail-frame.ts';
import { withoutSeason } from './season.ts';
import { leaveOutStory } from './story.ts';
import { toldFirst } from './told-first.ts';

export type Heard = {
  tokens: readonly Token[];
  passedOver: string[];
  /** What was told beside the request, of ourselves: "we raise our prices in May". */
  news: string | null;
};

export function hear(whole: Reader): Heard {
  const plain = { ...whole, tokens: withoutMailFrame(whole) };
  const labelled = { ...plain, tokens: withoutLabels(plain.tokens) };
  const ordered = { ...labelled, tokens: withoutOrder(labelled) };
  const request = { ...ordered, tokens: withoutSeason(ordered) };
  // A text as it is to be sent has no asides.
  const text = request.tokens.findIndex((_, at) => ownText(request, at) !== null);
  if (text < 1) return hearTold(request);
  const heard = hearRequest({ ...request, tokens: request.tokens.slice(0, text) });
  return { ...heard, tokens: [...heard.tokens, ...request.tokens.slice(text)] };
}

function hearTold(request: Reader): Heard {
  const told = toldFirst(request);
  if (!told) return hearRequest(request);
  return { ...hearRequest({ ...request, tokens: told.tokens }), news: told.news };
}

function hearRequest(said: Reader): Heard {
  const story = leaveOutStory(said);
  const whole = { ...said, tokens: story.tokens };
  const leads = leadInsOf(whole);
  const heard = hearClauses({
    ...whole,
    tokens: whole.tokens.filter((_, at) => !leads.some(({ start, end }) => at >= start && at < end)),
  });
  const strange = leads.filter(({ start, end }) =>
    readItems({ ...whole, tokens: whole.tokens.slice(start, end) }).some(({ kind }) => kind === 'unknown'),
  );
  const passedOver = [
    ...story.left,
    ...strange.map(({ start, end }) => textOf(whole, start, end)),
    ...heard.passedOver,
  ];
  const told = story.left.find(
    (text) =>
      NEWS.test(text) &&
      (OURS.test(text) || !story.ofSomebody.includes(text)) &&
      !TALK.test(text.replace(/^\S+\s+/, '').toLowerCase()),
  );
  return {
    ...heard,
    passedOver: passedOver.filter((text) => text !== told),
    news: heard.news ?? told ?? null,
  };
}

const OURS = /^(?:we|our|there)\b/i;

/** At the beginning, and where another sentence begins: "Sorry! Finance wants to know who …". */
function leadInsOf(reader: Reader): { start: number; end: number }[] {
  const starts = reader.tokens.flatMap(({ text }, at) => (at > 0 && /^[.!?]$/.test(text) ? [at + 1] : []));
  return [0, ...starts].flatMap((start) => {
    const length = leadInOf({ ...reader, tokens: reader.tokens.slice(start) });
    if (length === 0) return [];
    const name = ownerOf(reader, { start, end: start + length });
    return name === null
      ? [{ start, end: start + length }]
      : [
          { start, end: name },
          { start: name + 1, end: start + length },
        ];
  });
}

/** "Tomas asked me which of his gyms have lapsed": the name in front says whose they are. */
function ownerOf(reader: Reader, { start, end }: { start: number; end: number }): number | null {
  const { tokens } = reader;
  if (!tokens.slice(end).some(({ word }) => word === 'his' || word === 'her')) return null;
  const people = firstNames(reader.input);
  const at = tokens.findIndex(({ word }, i) => i >= start && i < end && people.has(word));
  return at < 0 ? null : at;
}

function hearClauses(reader: Reader): Heard {
  const clauses = cutClauses(reader).map((clause, _, all) => withoutRepeated(clause, all));
  if (clauses.length < 2) return { tokens: applyCorrection(reader), passedOver: [], news: null };
  const own = { fields: wordsOfFields(reader), people: firstNames(reader.input) };
  // "Tomas is away, so list his customers": whose customers is said in the aside.
  const isHis = reader.tokens.some(({ word }) => word === 'his' || word === 'her');
  const asides = clauses.filter(
    (clause, at) =>
      !isTold(clauses[at - 1]) && (isAside(clause, own) || isReasonWhyNot(clause, clauses[at - 1])),
  );
  // A sentence is never all aside.
  if (asides.length === clauses.length)
    return { tokens: applyCorrection(reader), passedOver: [], news: null };
  const told = asides.find((clause) => isNews(clause, own));
  const textIn = ({ start, end }: Clause) => textOf(reader, start, end);
  return {
    tokens: applyCorrection({ ...reader, tokens: without(reader, asides, isHis ? own.people : NOBODY) }),
    passedOver: asides.filter((one) => one !== told && needsMention(one)).map(textIn),
    news: told ? textIn(told) : null,
  };
}

/** "we are closing the shop in Lyon, tell everybody in Lyon": the request says by itself who is meant. */
function withoutRepeated(clause: Clause, all: readonly Clause[]): Clause {
  const isRepeated = (item: Item): boolean =>
    item.kind === 'clause' &&
    all.some(
      (other) =>
        other !== clause &&
        other.items.some((one) => isWord(one, 'nouns', 'everybody')) &&
        other.items.some((one) => one.kind === 'clause' && sameFilter(one.filter, item.filter)),
    );
  // "we signed a new deal with Centara": what we did ourselves.
  const isOurs = /^(we|i)$/.test(clause.words[0] ?? '');
  const isOurDeed = (item: Item): boolean =>
    isOurs && ((item.kind === 'dated' && item.period === null) || isWord(item, 'dateWords'));
  const isRequest = clause.items.some(
    (item) => isWord(item, 'nouns', 'everybody') || isWord(item, 'operators'),
  );
  return isRequest
    ? clause
    : {
        ...clause,
        items: clause.items.filter(
          (item) => !isRepeated(item) && !(isOurDeed(item) && clause.items.some(isRepeated)),
        ),
      };
}

/** "skip the two Pullmans, they had one last month": why somebody is left out limits nobody else. */
const isReasonWhyNot = ({ words, items }: Clause, before: Clause | undefined): boolean =>
  (before?.items.some(
    (item) => isWord(item, 'operators', 'except', 'without') || isWord(item, 'cues', 'drop'),
  ) ??
    false) &&
  before!.items.some(({ kind }) => kind === 'customer' || kind === 'clause') &&
  /^(they|those|it|both|these) (had|got|have|has|already|were|was|are|is|renewed|complained|said|asked|did|do|know|signed|paid|closed|moved|left|want|wanted)$/.test(
    words.slice(0, 2).join(' '),
  ) &&
  !items.some(
    (item) =>
      item.kind === 'type' ||
      item.kind === 'channel' ||
      isWord(item, 'cues', 'send', 'draft', 'add', 'narrow') ||
      isWord(item, 'operators', 'only', 'except', 'without'),
  );

/** "The app will be down on Sunday. Tell everyone on it." */
const NEWS =
  /^(?:the|our|we|there|from|starting)\b.*\b(?:is|are|will|has|have|can|moves?|changes?|starts?|stops?|ends?|closes?|opens?|gets?|goes|re)\b/i;

/** "news: our lite plan is gone" is what the message says. */
const isTold = (before: Clause | undefined): boolean =>
  before?.mark === ':' &&
  before.items.some((item) => item.kind === 'type' || LABELS.has(item.text.toLowerCase()));

const LABELS = new Set([
  'news',
  'subject',
  'topic',
  'content',
  'text',
  'message',
  'notice',
  'reason',
  'note',
]);

/** A courtesy needs no mention. */
const needsMention = ({ items }: Clause): boolean =>
  items.some(({ kind }) => kind === 'unknown') && !items.every((item) => isWord(item, 'skip'));

const NOBODY: ReadonlySet<string> = new Set();
const without = ({ tokens }: Reader, asides: readonly Clause[], people: ReadonlySet<string>): Token[] =>
  tokens.filter(
    ({ word }, at) => people.has(word) || !asides.some(({ start, end }) => at >= start && at < end),
  );

/** Words that speak of customers by a field: a clause about one is no aside. */
const wordsOfFields = ({ input, book }: Reader): ReadonlySet<string> =>
  new Set(
    input.vocabulary.fields
      .flatMap(({ label, synonyms }) => [label, ...(synonyms.en ?? [])])
      .flatMap((phrase) => [...stems(phrase)])
      .filter((word) => !book.find(word).some(({ kind }) => kind === 'skip')),
  );
