// All that one sentence says, before deciding what to do about it.
import type { Top } from '../../core/audience/filter.ts';
import type { Schedule } from '../../core/campaigns/draft.ts';
import { forgive } from './clauses/forgive.ts';
import { hear } from './clauses/hear.ts';
import { withoutOwnKind } from './clauses/own-kind.ts';
import { withoutOwnLanguage } from './clauses/own-language.ts';
import { withPlaceMeant } from './clauses/there.ts';
import { cuesIn } from './cues.ts';
import { dateField } from './date-field.ts';
import { type Item, isWord } from './items.ts';
import { languageOf } from './languages/detect.ts';
import { plainDigits, plainNumbers } from './languages/plain-digits.ts';
import { translateTokens } from './languages/translate.ts';
import { en } from './lexicon/en.ts';
import { makePhraseBook } from './lexicon/lexicon.ts';
import { type Moments, placeMoments } from './moments.ts';
import { plainlyTyped } from './names/mishears.ts';
import { nameIndex } from './names/name-index.ts';
import { type Correction, spell } from './names/spell.ts';
import { readRank, withTop } from './rank.ts';
import { readItems } from './read-items.ts';
import { readType } from './read-type.ts';
import type { Reader } from './reader.ts';
import { readScope, type Scope } from './scope/read-scope.ts';
import { joinSplitVerbs } from './split-verbs.ts';
import { isOrderOfList, strayWords } from './stray.ts';
import { type Token, tokenise } from './tokens.ts';
import { findOpening } from './topic/find-opening.ts';
import { findTopic } from './topic/find-topic.ts';
import { topicDay, withItsDay } from './topic/own-day.ts';
import { tellsTheirEnd } from './topic/their-end.ts';
import type { PlannerInput } from './types.ts';
import { channelsOf, rolesOf } from './wanted.ts';

export type Frame = {
  sentence: string;
  input: PlannerInput;
  reader: Reader;
  /** All that was said, with what is passed over and what the message is about. */
  said: readonly Token[];
  /** Where in the sentence what the message is about was cut out. */
  about: { start: number; end: number } | null;
  items: readonly Item[];
  cues: ReadonlySet<string>;
  type: string | null;
  /** The type was said in so many words, not only implied by a verb. */
  isTypeNamed: boolean;
  channels: string[];
  notChannels: string[];
  roles: string[];
  notRoles: string[];
  tone: 'formal' | 'casual' | null;
  length: 'short' | 'full' | null;
  schedule: Schedule | null;
  topic: string | null;
  /** The topic was led in by words of its own: "about …", "that we …". */
  isTopicSaid: boolean;
  address: { channel: string; address: string } | null;
  scope: Scope;
  /** A day after the topic that may be part of it: "about the maintenance on Sunday". */
  topicDay: string | null;
  /** The schedule is a day without an hour. */
  isDayOnly: boolean;
  /** "all", "everyone", "customers": people are meant even without a condition. */
  isEverybody: boolean;
  hasPronoun: boolean;
  unknown: Extract<Item, { kind: 'unknown' }>[];
  corrections: readonly Correction[];
  /** Said beside the request, and not used. */
  passedOver: readonly string[];
  moments: Moments;
  /** "the top 20 by value"; the scope's filter has it. */
  top: Top | null;
};

const LEXICONS = [en];
const BOOK = makePhraseBook(LEXICONS);

export function readFrame(sentence: string, input: PlannerInput): Frame {
  const names = nameIndex(input.vocabulary, input.places);
  const language = languageOf(
    sentence,
    (input.thread.earlier ?? []).map((turn) => turn.said),
    {
      book: BOOK,
      names,
    },
  );
  const tokens = language
    ? translateTokens(
        tokenise(plainNumbers(plainDigits(sentence), language.language.code), { isEnglish: false }),
        language,
      )
    : plainlyTyped(tokenise(sentence));
  const spelled = spell(tokens, { book: BOOK, names, places: input.places, isEnglish: language === null });
  const said: Reader = {
    sentence,
    tokens: withoutOwnLanguage(joinSplitVerbs(spelled.tokens)),
    book: BOOK,
    names,
    input,
    lexicons: LEXICONS,
  };
  const heard = hear(said);
  const whole: Reader = { ...said, tokens: heard.tokens };
  const opening = findOpening(whole);
  const isTheirEnd = opening !== null && tellsTheirEnd(whole, opening);
  const topic = opening && !isTheirEnd ? withItsDay(whole, findTopic(whole, opening)) : null;
  const rest = topic
    ? [...heard.tokens.slice(0, topic.start), ...heard.tokens.slice(topic.end)]
    : heard.tokens;
  const reader = { ...whole, tokens: rest };
  const forgiven = forgive(
    language ? readItems(reader).map((item) => asName(item, reader)) : readItems(reader),
    reader,
  );
  const all = withPlaceMeant(withoutOwnKind(forgiven.items, input.vocabulary), input);
  const occasion = wordValue(all, 'occasions');
  const about = topic?.text ?? forgiven.topic ?? heard.news;
  const type = readType(all, input, { occasion, topic: about, isTheirEnd });
  const moments = placeMoments(all, {
    ...input,
    field: dateField(all, type.value, input),
    schedule: input.thread.campaign?.draft.schedule ?? null,
  });
  const scope = readScope(moments.items);
  const top = readRank(moments.items, input.today);
  return {
    sentence,
    input,
    reader,
    said: said.tokens,
    about: topic && {
      start: heard.tokens[topic.start]!.start,
      end: heard.tokens[topic.end - 1]!.end,
    },
    items: moments.items,
    cues: cuesIn(moments.items, {
      said,
      first: rest[0]?.word ?? '',
      isCut: rest.length < spelled.tokens.length,
    }),
    type: type.value,
    isTypeNamed: type.isNamed,
    ...channelsOf(moments.items),
    ...rolesOf(moments.items),
    tone: wordValue(all, 'tones') as Frame['tone'],
    length: wordValue(all, 'lengths') as Frame['length'],
    // "how many is that now?" asks how it stands.
    schedule: isQuestion(moments.items) && moments.schedule?.kind === 'now' ? null : moments.schedule,
    topic: about ?? occasion,
    isTopicSaid: topic !== null,
    topicDay: topic && topicDay(reader, { schedule: moments.schedule, items: all, topicAt: topic.start }),
    address: addressOf(all),
    scope: top ? { ...scope, filter: withTop(scope.filter, top), isEmpty: false } : scope,
    top,
    isDayOnly: !all.some((item) => item.kind === 'period' && (item.time !== null || item.clock !== null)),
    isEverybody: all.some((item) => isWord(item, 'nouns') && !VAGUE.test(item.text)),
    hasPronoun: rest.some(({ word }) => PRONOUNS.has(word)),
    unknown: strayWords(all),
    corrections: spelled.corrections,
    passedOver: [
      ...heard.passedOver,
      ...forgiven.passedOver,
      ...(top ? [] : all.filter(isOrderOfList).map(({ text }) => text)),
    ],
    moments,
  };
}

/** "seulement Lyon et Nice": no English praise is said in another language, with a capital. */
function asName(item: Item, { tokens }: Pick<Reader, 'tokens'>): Item {
  const token = tokens[item.start]!;
  const isName = item.start > 0 && !token.isTranslated && /^\p{Lu}/u.test(token.text);
  return isName && isWord(item, 'cues', 'thanks') ? { ...item, kind: 'unknown' } : item;
}

const isQuestion = (items: readonly Item[]): boolean =>
  items.some((item) => isWord(item, 'cues', 'count', 'which', 'audience')) &&
  !items.some((item) => isWord(item, 'cues', 'send', 'sendIt', 'tell', 'draft'));

/** "invite people to the event": some, and not everybody. */
const VAGUE = /^(?:people|guests?|somebody|someone|team|teams|contacts?)$/i;

const PRONOUNS = new Set(['it', 'them', 'those', 'these', 'they']);

const wordValue = (items: readonly Item[], kind: 'occasions' | 'tones' | 'lengths'): string | null => {
  const found = items.find((item) => isWord(item, kind));
  return found?.kind === 'word' ? (found.senses.find((sense) => sense.kind === kind)?.value ?? null) : null;
};

function addressOf(items: readonly Item[]): Frame['address'] {
  const found = items.find((item) => item.kind === 'address');
  return found?.kind === 'address' ? { channel: found.channel, address: found.address } : null;
}
