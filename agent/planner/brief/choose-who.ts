// Which of a brief's statements says who is meant, and what others take away from them.
import type { Frame } from '../frame.ts';
import { isWord } from '../items.ts';
import type { PlannerInput } from '../types.ts';
import { frameOf } from './frame-of.ts';
import type { Brief, Statement } from './read-brief.ts';
import { isSoAnyway } from './remarks.ts';

export type Chosen = {
  /** Those who are meant, read as strictly as a request. */
  frame: Frame;
  /** The words that were read. */
  said: string;
  /** The statements that they are from. */
  from: readonly Statement[];
};

/** Where several are told of, and nothing says to whom it goes: the words for each. Else none. */
export function rivalsOf({ labelled, statements }: Brief, input: PlannerInput): string[] {
  const [best, ...others] = [...statements].sort((a, b) => rankOf(a) - rankOf(b));
  if (labelled.audience || !best?.who || rankOf(best) <= ONLY_THEM) return [];
  const told = [best, ...others].filter(
    (one) => one.who && rankOf(one) < 8 && !one.isGoal && namesKind(one.who.text, input),
  );
  const named = [...new Set(told.map(({ who }) => who!.text))];
  return named.length > 1 ? named : [];
}

/** Null where a brief names nobody. */
export function chooseWho({ labelled, statements }: Brief, input: PlannerInput): Chosen | null {
  const best = labelled.audience ? null : [...statements].sort((a, b) => rankOf(a) - rankOf(b))[0];
  if (best && !best.who) return null;
  const base = labelled.audience ?? best?.who?.text;
  if (!base) return null;
  const others = statements.filter((one) => one !== best);
  const narrowing = others.filter((one) => narrows(one) && !isWay(one));
  const said = [base, ...narrowing.map(({ text }) => asNarrowing(text))].join(', ');
  const described = others.find(({ text, who }) => who !== null && THEY.test(text));
  const further = described && `${said} who ${described.text.replace(THEY, '')}`;
  const frame = frameOf(said, input);
  const both = further && frameOf(further, input);
  const isBoth = both && both.unknown.length === 0 && both.moments.problems.length === 0;
  const from = [best, ...narrowing, isBoth ? described : null].filter((one) => one != null);
  return isBoth ? { frame: both, said: further, from } : { frame, said, from };
}

/** A kind of customer, or a name: “to Soundtrack” is what to move to. */
const namesKind = (text: string, input: PlannerInput): boolean =>
  frameOf(text, input).items.some(
    (item) => (item.kind === 'clause' && item.isHead) || isWord(item, 'nouns', 'customer', 'everybody'),
  );

/** What is to be done says whom; then a statement that is nothing but whom; then one that tells of them. */
/** “Only write to …” says it as well as an order. */
const ONLY_THEM = 0.5;
/** “The hotels should get the formal one”: how, and to whom beside others. */
const GETS =
  /^(?!\W*(?:please\s+)?\p{L}+\s+(?:to\s+)?(?:all|every|our|the)\b).*\b(?:should|may)\s+(?:get|receive)\b/iu;

const rankOf = ({ who, isOrder, text }: Statement): number => {
  if (!who) return 9;
  if (ONLY_TO.test(text)) return ONLY_THEM;
  if (THEY.test(text) || narrows({ text, who })) return 8;
  return isOrder ? (GETS.test(text) ? ONLY_THEM + 1 : 0) : who.before.trim() === '' ? 1 : 2;
};

/** “Only e-mail”: how, not who. */
const isWay = ({ frame, who }: Statement): boolean =>
  who === null && frame.unknown.length === 0 && frame.channels.length + frame.notChannels.length > 0;

/** “No selling, no links”: of the letter, unless it speaks of somebody. */
const narrows = ({ text, who }: Pick<Statement, 'text' | 'who'>): boolean =>
  !isSoAnyway(text) &&
  (SPARES.test(text) ||
    LEAVES_OUT.test(text) ||
    ONLY_TO.test(text) ||
    (NARROWS.test(text) && (who !== null || !/^(?:no|without|just)\b/i.test(text) || ONES.test(text))));
const NARROWS =
  /^(?:but\s+)?(?:only|just|not|no|except|excluding|leave out|leaving out|skip|without|those|the ones|ignore|nobody)\b/i;
const ONES = /\b(?:with|who|whose|ones?|those|nobody|anybody)\b/i;

/** “Do not write to anybody whose …”, “I do not want it to go to …”: to take them out. */
const SPARES =
  /^(?:please\s+)?(?:(?:(?:i|we)\s+)?(?:do\s+not|don[’']t)\s+want\s+(?:it|this)\s+to\s+(?:go\s+to|reach)|(?:do\s+not|don[’']t|never)\s+(?:write\s+to|contact|message|send\s+(?:it|this|anything)\s+to|include|bother|target|reach\s+out\s+to|e-?mail|text))\s+/i;
/** “So leave the Grand out this time”; “leave them out” points at somebody whom only a person can name. */
const LEAVES_OUT =
  /^.*?\bleave\s+(?!them\b|it\b|him\b|her\b|out\b)(?:the\s+)?(?<whom>.+?)\s+out(?:\s+(?:this\s+time|for\s+now|please))?$/i;
const ONLY_TO = /^(?:please\s+)?only\s+(?:write|send(?:\s+(?:it|this))?|go)\s+to\s+/i;

/** One house, not all of its brand. */
const NAME = /^\p{Lu}\S*\s+\p{Lu}/u;
/** Why is no condition. */
const REASON = /,?\s*\b(?:because|since|as\s+(?:they|he|she|we))\b.*$/i;
const asNarrowing = (text: string): string =>
  text
    .replace(REASON, '')
    .replace(LEAVES_OUT, (_, whom: string) => `not ${NAME.test(whom) ? 'the customer called ' : ''}${whom}`)
    .replace(SPARES, 'not ')
    .replace(ONLY_TO, 'only ');

const THEY = /^(?:they|these|all of them|most of them)\s+(?:all\s+)?(?=have|has|are|were|had)/i;
