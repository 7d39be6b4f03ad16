// Who "them", "both", "the Spanish ones" and "these five" are: the people of an earlier count, list or draft.

import type { Filter } from '../../../core/audience/filter.ts';
import { ownValue } from '../../../lib/own-value.ts';
import { narrowTo } from '../edit/edit-filter.ts';
import { hasFacet } from '../edit/plain-kind.ts';
import { all, any, isClause, partsOf } from '../filters.ts';
import type { Frame } from '../frame.ts';
import { isWord } from '../items.ts';
import { listedFilters } from '../thread/audiences.ts';
import { has, refersBack } from './reading.ts';

/** The filter that a new campaign is for; null when the sentence points at nobody from before. */
export function pointedAt(frame: Frame): Filter | null {
  const { scope, isEverybody, input } = frame;
  const { lastFilter, campaign } = input.thread;
  const several = scope.isEmpty || isInBoth(frame) ? severalOf(frame) : null;
  if (several) return scope.isEmpty ? several : all([several, scope.filter]);
  if (lastFilter) {
    const isThem = refersBack(frame) || isElliptic(frame, lastFilter);
    if (isThem) return narrowTo(lastFilter, scope.filter);
    return scope.isEmpty && !isEverybody ? lastFilter : null;
  }
  return campaign && isNewForThem(frame) ? narrowTo(campaign.draft.filter, scope.filter) : null;
}

/** "draft a survey for them as well": another campaign for the people of the one at hand. */
export const isNewForThem = (frame: Frame): boolean =>
  frame.isTypeNamed &&
  frame.type !== frame.input.thread.campaign?.type &&
  has(frame, 'draft', 'send') &&
  !has(frame, 'change', 'sendIt') &&
  refersBack(frame);

const MANY: Readonly<Record<string, number>> = { both: 2, three: 3, four: 4 };

/** "for both", "for all three": the last so many that were counted. */
function severalOf({ reader, input }: Frame): Filter | null {
  const said = reader.tokens.findIndex(
    ({ word }, at) => ownValue(MANY, word) && (word === 'both' || isAfterAll(reader.tokens[at - 1])),
  );
  const count = ownValue(MANY, reader.tokens[said]?.word ?? '');
  const listed = listedFilters(input.thread);
  return count && listed.length >= count ? any(listed.slice(-count)) : null;
}

/** "the gyms in both countries": those that were spoken of, where the sentence names none. */
export const isInBoth = ({ reader: { tokens }, items }: Frame): boolean =>
  tokens.some(
    ({ word }, at) =>
      /^(?:both|two)$/.test(word) &&
      /^(?:countries|cities|regions|places|towns|areas)$/.test(tokens[at + 1]?.word ?? ''),
  ) && !items.some((item) => item.kind === 'clause' && item.facet === 'place');

const isAfterAll = (token: { word: string } | undefined): boolean =>
  ['all', 'these', 'those'].includes(token?.word ?? '');

/** "draft follow-ups for Mali's", "a survey for Hamburg": one condition changes, and nobody is named. */
function isElliptic({ scope, items }: Frame, lastFilter: Filter): boolean {
  const [part, ...others] = partsOf(scope.filter);
  const isNamed =
    items.some((item) => isWord(item, 'nouns')) || items.some((item) => item.kind === 'customer');
  if (!part || others.length > 0 || isNamed || !isClause(part)) return false;
  const item = items.find((one) => one.kind === 'clause');
  return item?.kind === 'clause' && !item.isHead && hasFacet(lastFilter, item.facet);
}
