// "make that 100k", "more than 8 instead", "no, 90 days": another number where one was said before. The sentence that
// said it is read again with the new number in it.
import type { Filter } from '../../../core/audience/filter.ts';
import { all, isClause, partsOf, sameFilter } from '../filters.ts';
import { type Frame, readFrame } from '../frame.ts';
import { type Item, isWord } from '../items.ts';
import { splitTop, withTop } from '../rank.ts';
import { phraseAt, valueAt } from '../reader.ts';
import { readAmount } from '../recognise/read-amount.ts';
import type { Plan } from '../types.ts';
import { calling, has, type Reading } from './reading.ts';

export const readAdjust: Reading = (frame) => {
  const { campaign, lastFilter } = frame.input.thread;
  const filter = lastFilter ?? campaign?.draft.filter;
  const text = filter && numberSaid(frame);
  if (!text) return null;
  const hour = lastFilter ? null : hourSaid(frame, text);
  if (hour) return hour;
  const found = candidates(frame, { filter, text });
  const [only, ...others] = found.filter(
    (one, at) => found.findIndex((other) => sameTarget(one, other)) === at,
  );
  if (!only || others.length > 0) return null;
  const next = replaced(filter, only);
  if (lastFilter) return calling(frame, [{ name: 'find_customers', args: { filter: next } }]);
  return edit(frame, next);
};

/** "make it 11 instead" after a time was set: another hour of that day. */
function hourSaid(frame: Frame, text: string): Plan | null {
  const { campaign } = frame.input.thread;
  const schedule = campaign?.draft.schedule;
  const hour = /^\d{1,2}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (!campaign || !setTimeLast(frame) || schedule?.kind !== 'local' || !(hour >= 0 && hour < 24))
    return null;
  // "3" of an afternoon is fifteen o'clock.
  const isLate = hour < 8 && schedule.time >= '12:00';
  const time = `${String(isLate ? hour + 12 : hour).padStart(2, '0')}:00`;
  const change = frame.sentence.trim().slice(0, 200);
  return calling(frame, [
    {
      name: 'edit_campaign',
      args: { campaignId: campaign.id, patch: { schedule: { ...schedule, time } }, change },
    },
  ]);
}

/** What was said last of the draft is when it goes out. */
export function setTimeLast({ input }: Frame): boolean {
  const last = input.thread.earlier?.findLast(({ calls }) =>
    calls.some(({ name }) => name === 'edit_campaign' || name === 'draft_campaign'),
  );
  return last?.calls.some(({ args }) => 'schedule' in ((args.patch as object | undefined) ?? args)) ?? false;
}

function edit(frame: Frame, filter: Filter): Plan {
  const change = frame.sentence.trim().slice(0, 200);
  return calling(frame, [
    {
      name: 'edit_campaign',
      args: { campaignId: frame.input.thread.campaign!.id, patch: { filter }, change },
    },
  ]);
}

const BARE =
  /^(?:\W|(?:lower|raise|increase|reduce|bump|drop|cut|change|set|make|bring|put|move|turn)(?: (?:it|that|this|the \w+))?(?: (?:up|down))?(?: to)? (?=\d)|(?:and|so|ok|then|no|what about|how about|what if(?: it is)?|let['’]?s say|say|try|rather|to)\b)*(?<compared>(?:(?:more|less|fewer) than|over|above|at least|under|below|at most|up to|exactly)\s+)?(?<number>\d[\d.,]*\s?[km]?)(?<enough> (?:is|are|would be|will be) (?:enough|fine|ok(?:ay)?)| will do)?\W*$/iu;

/** The number that is all a sentence says, with its comparison and unit; null when it says anything else. */
function numberSaid(frame: Frame): string | null {
  // "2000" alone is no year where a number was said before.
  const said = BARE.exec(frame.sentence)?.groups;
  if (said) return said.enough ? `at least ${said.number}` : `${said.compared ?? ''}${said.number!.trim()}`;
  const [item, ...others] = frame.unknown;
  const isAlone = frame.scope.isEmpty && others.length === 0 && !frame.isTypeNamed && !frame.schedule;
  if (!item || !isAlone || has(frame, 'send', 'draft', 'drop', 'add')) return null;
  const { reader } = frame;
  const comparator = valueAt(reader, item.start, 'comparators');
  const amount = readAmount(reader, comparator?.end ?? item.start);
  const unit = amount && phraseAt(reader, amount.end, 'units');
  const end = unit?.end ?? amount?.end;
  return end === item.end && frame.items.every((one) => isPlain(one)) ? item.text : null;
}

const isPlain = (item: Item): boolean =>
  ['unknown', 'mark', 'rank'].includes(item.kind) ||
  isWord(item, 'skip') ||
  isWord(item, 'nouns') ||
  isWord(item, 'operators') ||
  isWord(item, 'comparators') ||
  isWord(item, 'cues', 'change', 'narrow', 'no', 'yes');

type Target = { before: Filter; after: Filter };
const sameTarget = (one: Target, other: Target): boolean => sameFilter(one.before, other.before);

const NUMBER = /\d[\d.,]*(?:\s?(?:k|m|mn|thousand|million)\b)?/iu;
const COMPARED =
  /(?:more than|over|above|at least|less than|fewer than|under|below|at most|up to|exactly)\s+$/iu;
const SPAN = /(?<from>\d[\d.,]*)(?<to>\s*(?:-|–|to|and)\s*)\d[\d.,]*/iu;
const TO_MOST = /^(?:up to|at most)\s/iu;
const UNITS = /^\s*(?:days?|weeks?|months?|quarters?|years?)\b/iu;

/** Conditions that stand in the filter and were said with one number, newest first. */
function candidates(frame: Frame, { filter, text }: { filter: Filter; text: string }): Target[] {
  const standing = partsOf(filter);
  return (frame.input.thread.earlier ?? []).toReversed().flatMap(({ said }) => {
    const earlier = readFrame(said, { ...frame.input, thread: { ...frame.input.thread, earlier: [] } });
    return earlier.items.flatMap((item) => {
      const spoken = conditionOf(item, earlier);
      const before = spoken && standing.find((part) => isOfField(part, spoken));
      const phrase = before ? reworded(item.text, text) : null;
      const after = phrase && conditionIn(phrase, { frame, before: before! });
      return after ? [{ before: before!, after }] : [];
    });
  });
}

const isOfField = (part: Filter, said: Filter): boolean =>
  isClause(part) && isClause(said) && part.op === said.op && part.field === said.field;

function conditionOf(item: Item, { top }: Frame): Filter | null {
  if (item.kind === 'clause' && isClause(item.filter) && ['between', 'did'].includes(item.filter.op))
    return item.filter;
  return item.kind === 'rank' && item.size !== null ? top : null;
}

/** The earlier words with the new number; null where the two do not speak of the same thing. */
function reworded(phrase: string, text: string): string | null {
  const [old, next] = [NUMBER.exec(phrase), NUMBER.exec(text)];
  // "up to 15" of "5 to 10 zones"
  const span = next && SPAN.exec(phrase)?.groups;
  if (span && TO_MOST.test(text)) return phrase.replace(SPAN, `${span.from}${span.to}${next[0]}`);
  if (!old || !next || NUMBER.test(phrase.slice(old.index + old[0].length))) return null;
  const before = phrase.slice(0, old.index);
  const after = phrase.slice(old.index + old[0].length);
  const hasUnit = UNITS.test(text.slice(next.index + next[0].length));
  if (hasUnit && !UNITS.test(after)) return null;
  // A comparison of its own stands in for the earlier one.
  const lead = next.index > 0 ? before.replace(COMPARED, '') : before;
  return `${lead}${text}${hasUnit ? after.replace(UNITS, '') : after}`;
}

function conditionIn(phrase: string, { frame, before }: { frame: Frame; before: Filter }): Filter | null {
  const read = readFrame(`customers ${phrase}`, {
    ...frame.input,
    thread: { ...frame.input.thread, campaign: null, lastFilter: null, earlier: [] },
  });
  if (isClause(before) && before.op === 'top')
    return read.top && { ...read.top, field: before.field, end: before.end };
  const [part, ...others] = partsOf(read.scope.filter);
  const isSame =
    part &&
    isClause(part) &&
    isClause(before) &&
    'field' in part &&
    'field' in before &&
    part.field === before.field;
  return isSame && others.length === 0 && read.unknown.length === 0 ? part : null;
}

function replaced(filter: Filter, { before, after }: Target): Filter {
  if (isClause(after) && after.op === 'top') return withTop(splitTop(filter).rest, after);
  const { rest, top } = splitTop(filter);
  return withTop(all(partsOf(rest).map((part) => (sameFilter(part, before) ? after : part))), top);
}
