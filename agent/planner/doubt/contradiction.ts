// Conditions that nobody can meet: two stretches of time that do not touch, a kind of customer without itself, two values
// of what everybody has one of; and a channel that is wanted and ruled out.
import type { Clause, Filter } from '../../../core/audience/filter.ts';
import { joinWords } from '../../../lib/text.ts';
import { isClause, partsOf, sameFilter } from '../filters.ts';
import type { Frame } from '../frame.ts';
import type { Item } from '../items.ts';
import type { Places, Question } from '../types.ts';

type Range = Extract<Clause, { op: 'between' }>;
type Values = Extract<Clause, { op: 'in' }>;

export function contradiction(frame: Frame): Question | null {
  const { scope, items, input } = frame;
  // A follow-up speaks of what was and what shall be.
  if (input.thread.campaign) return null;
  const both = bothOfOne(items) ?? channelAndNot(frame);
  if (both) return impossible(both);
  const parts = partsOf(scope.filter);
  const ranges = parts.filter(isRange);
  const isApart = ranges.some(
    (one) => ranges.some((other) => excludes(one, other)) || parts.some((part) => isUnknownOf(part, one)),
  );
  if (isApart || takesOutAll(scope.filter))
    return impossible(
      items.flatMap((item) =>
        item.kind === 'clause' && (isRange(item.filter) || takesOutAll(scope.filter)) ? [item.text] : [],
      ),
    );
  const against = againstEachOther(parts, input.places);
  if (!against) return null;
  const said = items.filter(
    (item) => item.kind === 'clause' && against.some((part) => sameFilter(part, item.filter)),
  );
  return said.length > 1 ? impossible(said.map(({ text }) => text)) : null;
}

const impossible = (said: readonly string[]): Question => ({
  text: `Nobody can meet ${joinWords(said.map((text) => `“${text}”`))}. Which one do you mean?`,
  choices: [],
});

/** "hotels, not resorts": one kind in the workspace, so that nobody would be left. */
function takesOutAll(filter: Filter): boolean {
  const parts = partsOf(filter);
  const out = parts.flatMap((part) =>
    'not' in part && isClause(part.not) && part.not.op === 'in' ? [part.not] : [],
  );
  return parts.some(
    (part) =>
      isClause(part) &&
      part.op === 'in' &&
      out.some(
        ({ field, values }) => field === part.field && part.values.every((value) => values.includes(value)),
      ),
  );
}

const isRange = (filter: Filter): filter is Range => isClause(filter) && filter.op === 'between';

const excludes = (one: Range, other: Range): boolean =>
  one.field === other.field && one.to != null && other.from != null && one.to < other.from;

/** "with no zones and more than 5 zones" */
const isUnknownOf = (part: Filter, { field }: Range): boolean =>
  'not' in part && isClause(part.not) && part.not.op === 'known' && part.not.field === field;

/** What everybody has one of. */
const SINGLE = new Set(['type', 'brand', 'city', 'country', 'size', 'contract_status']);

/** "small enterprise hotels", "active customers that have lapsed", "customers in Berlin in Thailand" */
function againstEachOther(parts: readonly Filter[], places: Places): readonly Filter[] | null {
  const values = parts.filter(
    (part): part is Values => isClause(part) && part.op === 'in' && SINGLE.has(part.field),
  );
  for (const [at, one] of values.entries()) {
    const other = values
      .slice(at + 1)
      .find((next) => isAgainst(one, next) || isElsewhere([one, next], places));
    if (other) return [one, other];
  }
  return null;
}

const isAgainst = (one: Values, other: Values): boolean =>
  one.field === other.field &&
  one.field !== 'brand' &&
  !one.values.some((value) => other.values.includes(value));

/** A city that the world knows, and in none of those countries. */
function isElsewhere(both: readonly Values[], places: Places): boolean {
  const cities = both.find(({ field }) => field === 'city')?.values;
  const countries = both.find(({ field }) => field === 'country')?.values;
  return Boolean(
    cities?.every((city) => {
      const known = countries ? (places.placesNamed?.(String(city)) ?? []) : [];
      return known.length > 0 && !known.some(({ country }) => countries!.includes(country));
    }),
  );
}

/** "Hiltons that are Marriotts": one thing said of another of its kind. */
function bothOfOne(items: readonly Item[]): string[] | null {
  const said = items.filter((item) => item.kind !== 'word' || !/^(?:all|in|at|the|a|an)$/i.test(item.text));
  for (const [at, item] of said.entries()) {
    const [that, are, other] = said.slice(at + 1, at + 4);
    if (item.kind !== 'clause' || other?.kind !== 'clause' || item.facet !== other.facet) continue;
    const isRelative =
      /^(?:that|which|who)$/i.test(that?.text ?? '') && /^(?:is|are)$/i.test(are?.text ?? '');
    const isWithin = item.within?.length || other.within?.length || fieldOf(item) !== fieldOf(other);
    if (isRelative && SINGLE.has(fieldOf(item)) && !isWithin) return [item.text, other.text];
  }
  return null;
}

const fieldOf = ({ filter }: { filter: Filter }): string => (isClause(filter) ? filter.field : '');

/** "a WhatsApp survey, but don't use WhatsApp" */
function channelAndNot({ channels, notChannels, items }: Frame): string[] | null {
  const key = channels.find((one) => notChannels.includes(one));
  if (!key) return null;
  return items.flatMap((item) => (item.kind === 'channel' && item.channel === key ? [item.text] : []));
}
