// "expiring around October", "with about 10 zones", "worth more than 50": people would draw the line in different places.
import { Temporal } from 'temporal-polyfill';
import type { Clause } from '../../../core/audience/filter.ts';
import { formatDate } from '../../../lib/dates.ts';
import { toMajor } from '../../../lib/money.ts';
import { isClause } from '../filters.ts';
import type { Frame } from '../frame.ts';
import { type Item, isWord } from '../items.ts';
import type { Question } from '../types.ts';
import { asWritten, reword } from './ask.ts';

type Range = Extract<Clause, { op: 'between' }>;
type Bounded = { frame: Frame; item: Item; range: Range };

export function roughly(frame: Frame): Question | null {
  const then = AROUND_THEN.exec(frame.sentence)?.[0];
  const time = then ?? aroundFeast(frame);
  if (time) return { text: `When is “${time}”? Say a month or a date.`, choices: [] };
  for (const item of frame.items) {
    if (item.kind !== 'clause' || !isClause(item.filter) || item.filter.op !== 'between') continue;
    const found = { frame, item, range: item.filter };
    const question = aroundDate(found) ?? aboutSoMany(found) ?? smallSum(found);
    if (question) return question;
  }
  return null;
}

const AROUND_THEN = /\b(?:around|about|near) (?:then|th(?:at|is) time)\b/iu;
const ABOUT = /\b(?:around|(?<!(?:what|how) )about(?! to)|roughly|approximately|approx|circa)\b/iu;
/** "in about two months" is so long from today, and shown as dates. */
const LENGTH = /\b(?:days?|weeks?|months?|years?|fortnight|from now)\b/iu;

/** "around October" may be that month or those beside it. */
function aroundDate({ frame, item, range: { from, to } }: Bounded): Question | null {
  if (typeof from !== 'string' || typeof to !== 'string') return null;
  const before = frame.items[frame.items.indexOf(item) - 1];
  const isLed = before !== undefined && before.end === item.start && ABOUT.test(before.text);
  const said = isLed ? `${before.text} ${asWritten(frame, item)}` : asWritten(frame, item);
  const isOrSo = /^or (?:so|there ?abouts)\b/iu.test(textBehind(frame, item));
  if (!isOrSo && (!ABOUT.test(said) || LENGTH.test(said))) return null;
  const start = Temporal.PlainDate.from(from).subtract({ months: 1 }).toString();
  const end = Temporal.PlainDate.from(to).add({ days: 1, months: 1 }).subtract({ days: 1 }).toString();
  const verb =
    said
      .split(ABOUT)[0]!
      .replace(/\b(?:in|on|at)\s*$/iu, '')
      .trim() || 'expiring';
  const between = (first: string, last: string) => ({
    label: `${formatDate(first)} to ${formatDate(last)}`,
    say: reword(
      frame,
      isLed ? { start: before.start, end: item.end } : item,
      `${isOrSo ? 'expiring' : verb} between ${formatDate(first)} and ${formatDate(last)}`,
    ).replace(/ or (?:so|there ?abouts)\b/iu, ''),
  });
  return {
    text: `How exact is “${said}${isOrSo ? ' or so' : ''}”? Which dates do you mean?`,
    choices: [between(from, to), between(start, end)],
  };
}

const textBehind = ({ sentence, reader }: Frame, { end }: Item): string =>
  sentence.slice(reader.tokens[end - 1]!.end).trim();

/** "send it around Christmas": no day to send; "about Christmas" says what it is about. */
function aroundFeast({ items }: Frame): string | null {
  const at = items.findIndex(
    (item, i) => isWord(item, 'occasions') && /^(?:around|near)$/i.test(items[i - 1]?.text ?? ''),
  );
  return at < 0 ? null : `${items[at - 1]!.text} ${items[at]!.text}`;
}

/** "with around 10 zones": a fifth fewer or more, or exactly so many. */
function aboutSoMany({ frame, item, range: { from, to } }: Bounded): Question | null {
  const before = frame.items[frame.items.indexOf(item) - 1];
  if (typeof from !== 'number' || from !== to || !before || !ABOUT.test(before.text)) return null;
  const said = `${before.text} ${asWritten(frame, item)}`;
  const about = { start: before.start, end: item.end };
  const noun = asWritten(frame, item).replace(/^\S+\s*/u, '');
  const margin = Math.max(1, Math.round(from / 5));
  const bounds = [`exactly ${from}`, `between ${from - margin} and ${from + margin}`, `at least ${from}`];
  return {
    text: `How exact is “${said}”?`,
    choices: bounds.map((bound) => ({
      label: `${bound} ${noun}`,
      say: reword(frame, about, `${bound} ${noun}`),
    })),
  };
}

// Nobody's contract is worth so little in a year.
const LEAST = 1000;

/** "worth more than 50": fifty, or fifty thousand? */
function smallSum({ frame, item, range }: Bounded): Question | null {
  const currency = frame.input.currency ?? 'THB';
  const minor = range.from ?? range.to;
  const said = asWritten(frame, item);
  const number = /\d+(?:\.\d+)?/u.exec(said)?.[0];
  const major = typeof minor === 'number' ? toMajor({ minor, currency }) : LEAST;
  if (range.field !== 'contract_value' || major >= LEAST || number === undefined) return null;
  if (!new RegExp(`${number}\\s*$`, 'u').test(said) || /[\p{Sc}]|\b[A-Z]{3}\b/u.test(said)) return null;
  const sums = [Number(number), Number(number) * 1000];
  return {
    text: `“${said}” of what? Contracts here are in ${currency}.`,
    choices: sums.map((sum) => ({
      label: `${currency} ${sum}`,
      say: reword(frame, item, said.replace(/\d+(?:\.\d+)?\s*$/u, `${currency} ${sum}`)),
    })),
  };
}
