// Which of a brief's statements says who is meant, and what others take away from them.
import { type Frame, readFrame } from '../frame.ts';
import type { PlannerInput } from '../types.ts';
import type { Brief, Statement } from './read-brief.ts';

export type Chosen = {
  /** Those who are meant, read as strictly as a request. */
  frame: Frame;
  /** The words that were read. */
  said: string;
  /** The statements that they are from. */
  from: readonly Statement[];
};

/** Null where a brief names nobody. */
export function chooseWho({ labelled, statements }: Brief, input: PlannerInput): Chosen | null {
  const best = labelled.audience ? null : [...statements].sort((a, b) => rankOf(a) - rankOf(b))[0];
  if (best && !best.who) return null;
  const base = labelled.audience ?? best?.who?.text;
  if (!base) return null;
  const others = statements.filter((one) => one !== best);
  const narrowing = others.filter((one) => NARROWS.test(one.text) && !isWay(one));
  const said = [base, ...narrowing.map(({ text }) => text)].join(', ');
  const described = others.find(({ text, who }) => who !== null && THEY.test(text));
  const further = described && `${said} who ${described.text.replace(THEY, '')}`;
  const frame = readFrame(said, input);
  const both = further && readFrame(further, input);
  const isBoth = both && both.unknown.length === 0 && both.moments.problems.length === 0;
  const from = [best, ...narrowing, isBoth ? described : null].filter((one) => one != null);
  return isBoth ? { frame: both, said: further, from } : { frame, said, from };
}

/** What is to be done says whom; then a statement that is nothing but whom; then one that tells of them. */
const rankOf = ({ who, isOrder, text }: Statement): number => {
  if (!who) return 9;
  if (THEY.test(text) || NARROWS.test(text)) return 8;
  return isOrder ? 0 : who.before.trim() === '' ? 1 : 2;
};

/** “Only e-mail”: how, not who. */
const isWay = ({ frame, who }: Statement): boolean =>
  who === null && frame.unknown.length === 0 && frame.channels.length + frame.notChannels.length > 0;

const NARROWS =
  /^(?:but\s+)?(?:only|just|not|no|except|excluding|leave out|leaving out|skip|without|those|the ones|ignore|nobody)\b/i;
const THEY = /^(?:they|these|all of them|most of them)\s+(?:all\s+)?(?=have|has|are|were|had)/i;
