// What of a sentence is the request: asides are passed over, and what was corrected is taken back.
import { fold } from '../../../lib/text.ts';
import { isWord } from '../items.ts';
import { TALK } from '../lexicon/en-asides.ts';
import { readItems } from '../read-items.ts';
import { type Reader, textOf } from '../reader.ts';
import { stems, type Token } from '../tokens.ts';
import { isAside, isNews } from './aside.ts';
import { applyCorrection } from './correct.ts';
import { type Clause, cutClauses } from './cut-clauses.ts';
import { leadInOf } from './lead-in.ts';
import { leaveOutStory } from './story.ts';

export type Heard = {
  tokens: readonly Token[];
  passedOver: string[];
  /** What was told beside the request, of ourselves: "we raise our prices in May". */
  news: string | null;
};

export function hear(said: Reader): Heard {
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
    (text) => NEWS.test(text) && !TALK.test(text.replace(/^\S+\s+/, '').toLowerCase()),
  );
  return {
    ...heard,
    passedOver: passedOver.filter((text) => text !== told),
    news: heard.news ?? told ?? null,
  };
}

/** At the beginning, and where another sentence begins: "Sorry! Finance wants to know who …". */
function leadInsOf(reader: Reader): { start: number; end: number }[] {
  const starts = reader.tokens.flatMap(({ text }, at) => (at > 0 && /^[.!?]$/.test(text) ? [at + 1] : []));
  return [0, ...starts].flatMap((start) => {
    const length = leadInOf({ ...reader, tokens: reader.tokens.slice(start) });
    return length > 0 ? [{ start, end: start + length }] : [];
  });
}

function hearClauses(reader: Reader): Heard {
  const clauses = cutClauses(reader);
  if (clauses.length < 2) return { tokens: applyCorrection(reader), passedOver: [], news: null };
  const own = { fields: wordsOfFields(reader), people: firstNames(reader) };
  // "Tomas is away, so list his customers": whose customers is said in the aside.
  const isHis = reader.tokens.some(({ word }) => word === 'his' || word === 'her');
  const asides = clauses.filter(
    (clause, at) =>
      !isTold(clauses[at - 1]) &&
      (isAside(clause, own) || isReasonWhyNot(clause, clauses[at - 1])) &&
      !(isHis && clause.words.some((word) => own.people.has(word))),
  );
  // A sentence is never all aside.
  if (asides.length === clauses.length)
    return { tokens: applyCorrection(reader), passedOver: [], news: null };
  const told = asides.find((clause) => isNews(clause, own));
  const textIn = ({ start, end }: Clause) => textOf(reader, start, end);
  return {
    tokens: applyCorrection({ ...reader, tokens: without(reader, asides) }),
    passedOver: asides.filter((one) => one !== told && needsMention(one)).map(textIn),
    news: told ? textIn(told) : null,
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

const without = ({ tokens }: Reader, asides: readonly Clause[]): Token[] =>
  tokens.filter((_, at) => !asides.some(({ start, end }) => at >= start && at < end));

/** Words that speak of customers by a field: a clause about one is no aside. */
const wordsOfFields = ({ input, book }: Reader): ReadonlySet<string> =>
  new Set(
    input.vocabulary.fields
      .flatMap(({ label, synonyms }) => [label, ...(synonyms.en ?? [])])
      .flatMap((phrase) => [...stems(phrase)])
      .filter((word) => !book.find(word).some(({ kind }) => kind === 'skip')),
  );

const firstNames = ({ input }: Reader): ReadonlySet<string> =>
  new Set(input.vocabulary.people.map(({ name }) => fold(name).split(' ')[0]!));
