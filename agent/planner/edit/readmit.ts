// "no, keep Phuket", "the gyms are fine, put them back", "Krabi should get it after all": whoever was taken out comes back.
import type { Filter } from '../../../core/audience/filter.ts';
import { facetOfFilter, isClause, partsOf } from '../filters.ts';
import type { Frame } from '../frame.ts';
import { isWord } from '../items.ts';
import { calling, onCampaign, type Reading } from '../readings/reading.ts';
import { readScope } from '../scope/read-scope.ts';
import { lastChange } from '../thread/audiences.ts';
import { filterInHand } from '../thread/filter-in-hand.ts';
import { widenBy, withoutNegated } from './edit-filter.ts';
import { isWho } from './edit-steps.ts';

export const readReadmit: Reading = (frame) => {
  const filter = filterInHand(frame);
  const said =
    filter && BACK.test(frame.said.map(({ word }) => word).join(' ')) && !saysMore(frame)
      ? frame.items.filter(isWho)
      : [];
  if (!filter || said.length === 0 || said.some(({ kind }) => kind !== 'clause')) return null;
  const { filter: wanted } = readScope(said);
  const next = withoutException(filter, wanted) ?? withTakenOut(frame, { filter, wanted });
  if (!next) return null;
  if (frame.input.thread.lastFilter)
    return calling(frame, [{ name: 'find_customers', args: { filter: next } }]);
  const change = frame.sentence.trim().slice(0, 200);
  return onCampaign(frame, 'edit_campaign', { patch: { filter: next }, change });
};

const BACK =
  /\b(?:keep|kept|stays?|back|after all|(?:is|are) (?:fine|ok(?:ay)?|good|alright|allowed)|should (?:get|be in|stay|have)|(?:can|may) (?:get|stay|have|come|remain)|let (?:\w+ ){1,4}in)\b/iu;
const MANNERS =
  /^(?:fine|ok(?:ay)?|good|alright|right|thing|things|bit|part|stuff|rule|allowed|come|remain|one|ones)$/iu;

const saysMore = ({ unknown, isTypeNamed, schedule, channels, items, cues }: Frame): boolean =>
  isTypeNamed ||
  schedule !== null ||
  channels.length > 0 ||
  cues.has('send') ||
  items.some((item) => isWord(item, 'operators', 'only', 'except', 'without', 'not', 'exceptAfter')) ||
  unknown.some(({ text }) => !text.split(/\s+/).every((word) => MANNERS.test(word)));

/** What is excepted, alone or beside what all of them are, is no exception any more. */
function withoutException(filter: Filter, wanted: Filter): Filter | null {
  const parts = partsOf(filter);
  const excepted = parts.find(
    (part) =>
      'not' in part &&
      partsOf(wanted).every((one) => holds(part.not, one)) &&
      partsOf(part.not).every((one) => [...partsOf(wanted), ...parts].some((other) => holds(other, one))),
  );
  if (!excepted || !('not' in excepted)) return null;
  return withoutNegated(filter, excepted.not);
}

const holds = (filter: Filter, part: Filter): boolean =>
  partsOf(filter).some((one) => JSON.stringify(one) === JSON.stringify(part));

/** "drop Singapore" of two countries – "no, keep Singapore". */
function withTakenOut(frame: Frame, { filter, wanted }: { filter: Filter; wanted: Filter }): Filter | null {
  const before = frame.input.thread.lastFilter ? null : lastChange(frame.input.thread)?.before.filter;
  if (!before || !isClause(wanted) || wanted.op !== 'in') return null;
  const stood = partsOf(before).some(
    (part) =>
      isClause(part) &&
      part.op === 'in' &&
      part.field === wanted.field &&
      wanted.values.every((value) => part.values.includes(value)),
  );
  const isThere = partsOf(filter).some(
    (part) =>
      facetOfFilter(part) === facetOfFilter(wanted) &&
      JSON.stringify(part).includes(JSON.stringify(wanted.values[0])),
  );
  return stood && !isThere ? widenBy(filter, wanted) : null;
}
