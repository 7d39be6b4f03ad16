// "60 days", "since June", "at least twice", "once is enough": another time or number of what customers did, where one
// was said before. The deed is read again with the new words behind it.
import type { Did, Filter } from '../../../core/audience/filter.ts';
import { all, isClause, partsOf, sameFilter } from '../filters.ts';
import { type Frame, readFrame } from '../frame.ts';
import { type Item, isCue, isWord } from '../items.ts';
import { splitTop, withTop } from '../rank.ts';
import { calling, type Reading } from './reading.ts';

export const readAdjustDeed: Reading = (frame) => {
  const { campaign, lastFilter } = frame.input.thread;
  const filter = lastFilter ?? campaign?.draft.filter;
  const words = filter && frame.items.every(isOfTime) ? wordsOf(frame) : null;
  const [before, ...others] = filter ? partsOf(filter).filter((part) => deedOf(part) !== null) : [];
  if (!filter || !words || !before || others.length > 0) return null;
  const after = saidAnew(frame, { deed: deedOf(before)!, words });
  if (!after) return null;
  const { rest, top } = splitTop(filter);
  const changed = 'not' in before ? { not: after } : after;
  const next = withTop(all(partsOf(rest).map((part) => (sameFilter(part, before) ? changed : part))), top);
  if (lastFilter) return calling(frame, [{ name: 'find_customers', args: { filter: next } }]);
  const change = frame.sentence.trim().slice(0, 200);
  return calling(frame, [
    { name: 'edit_campaign', args: { campaignId: campaign!.id, patch: { filter: next }, change } },
  ]);
};

const deedOf = (part: Filter): Did | null => {
  if ('not' in part) return deedOf(part.not);
  return isClause(part) && part.op === 'did' ? part : null;
};

/** Nothing but a period, a number of times, and the words of a correction. */
const isOfTime = (item: Item): boolean =>
  item.kind === 'unknown' ||
  item.kind === 'mark' ||
  item.kind === 'dated' ||
  item.kind === 'rank' ||
  (item.kind === 'clause' && item.facet === 'contract_end') ||
  isWord(item, 'skip') ||
  isWord(item, 'operators', 'only', 'instead', 'and', 'or', 'also') ||
  isCue(item, 'change', 'narrow', 'no', 'yes', 'add');

const LEADS =
  /^(?:\W|\b(?:no|ok|okay|actually|sorry|well|hm+|and|or|rather|make|it|that|change|to|only|just|the ones|those|let'?s say|say|i meant?|how about|what about|wait|oops|lower|raise|increase|extend|stretch|shorten|reduce|widen|set|try|hang on|hold on|should be|replace .* (?:with|by))\b)+/i;
const ENOUGH = /^(once|twice|\w+ times)\s+(?:is|will be|would be)\s+(?:enough|fine|ok(?:ay)?)$/i;

function wordsOf({ sentence }: Frame): string | null {
  const text = sentence
    .trim()
    .replace(LEADS, '')
    .replace(/(?:\s*,?\s+(?:instead|please|then|rather|after all))*[.!?\s]*$/i, '');
  return text.length > 0 && text.length <= 60 ? text.replace(ENOUGH, 'at least $1') : null;
}

/** A bare length of time is one that has passed. */
const phrasings = (words: string): string[] => [
  words,
  ...(/^\d+\s+(?:day|week|month|year)s?$/i.test(words) ? [`in the last ${words}`] : []),
];

function saidAnew(frame: Frame, { deed, words }: { deed: Did; words: string }): Did | null {
  const field = frame.input.vocabulary.fields.find(({ key }) => key === deed.field);
  const thread = { ...frame.input.thread, campaign: null, lastFilter: null, earlier: [] };
  for (const verb of field ? [field.label, ...(field.synonyms.en ?? [])] : []) {
    for (const said of phrasings(words)) {
      const read = readFrame(`customers who ${verb.toLowerCase()} ${said}`, { ...frame.input, thread });
      const [part, ...others] = partsOf(read.scope.filter);
      const found = part && others.length === 0 && read.unknown.length === 0 ? deedOf(part) : null;
      if (found && found.field === deed.field && !('not' in part!) && isMore(found))
        return joined(deed, found);
    }
  }
  return null;
}

const isMore = ({ from, to, times }: Did): boolean => Boolean(from ?? to ?? times);

/** What is not said anew holds on; once is any time. */
function joined(deed: Did, { from, to, times }: Did): Did {
  const { times: earlier, ...rest } = deed;
  const count = times ?? earlier;
  const isAny = count?.from === 1 && (count.to ?? null) === null;
  return {
    ...rest,
    ...(from || to ? { from, to } : {}),
    ...(count && !isAny ? { times: count } : {}),
  } as Did;
}
