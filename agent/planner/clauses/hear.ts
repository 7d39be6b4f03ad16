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
  const lead = leadInOf(whole);
  const heard = hearClauses({ ...whole, tokens: whole.tokens.slice(lead) });
  const opening = readItems({ ...whole, tokens: whole.tokens.slice(0, lead) });
  const isStrange = opening.some(({ kind }) => kind === 'unknown');
  const passedOver = [...story.left, ...(isStrange ? [textOf(whole, 0, lead)] : []), ...heard.passedOver];
  const told = story.left.find(
    (text) => NEWS.test(text) && !TALK.test(text.replace(/^\S+\s+/, '').toLowerCase()),
  );
  return {
    ...heard,
    passedOver: passedOver.filter((text) => text !== told),
    news: heard.news ?? told ?? null,
  };
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
      isAside(clause, own) &&
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
