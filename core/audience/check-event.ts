import { isDate } from '../../lib/dates.ts';
import { isRelativeDay } from '../../lib/relative-day.ts';
import type { Did, Ends, Top } from './filter.ts';

export type Refuse = (why: string) => never;

/** What happened, in one spelling: ends that are open are null, what was not asked is not there. */
export function checkDid(clause: Did, refuse: Refuse): Did {
  const day = (end: string | null | undefined) => {
    if (end == null) return null;
    return isDate(end) || isRelativeDay(end)
      ? end
      : refuse(`"${end.slice(0, 60)}" is neither a calendar date (yyyy-mm-dd) nor a relative one`);
  };
  const [from, to] = [day(clause.from), day(clause.to)];
  if (from && to && isDate(from) && isDate(to) && from > to) refuse(`${from} comes after ${to}`);
  const times = checkEnds(clause.times, refuse);
  const total = checkEnds(clause.total, refuse);
  const isOnce = times?.from === 1 && times.to === null;
  return {
    op: 'did',
    field: clause.field,
    from,
    to,
    ...(clause.campaignId ? { campaignId: clause.campaignId } : {}),
    ...(times && !isOnce ? { times } : {}),
    ...(total ? { total } : {}),
  };
}

function checkEnds(ends: Ends | undefined, refuse: Refuse): Ends | undefined {
  if (ends?.from == null && ends?.to == null) return undefined;
  const { from = null, to = null } = ends;
  if (from !== null && to !== null && from > to) refuse(`${from} is more than ${to}`);
  return { from, to };
}

export function checkTop(clause: Top, refuse: Refuse): Top {
  const { field, end, count, percent, seed } = clause;
  if ((count === undefined) === (percent === undefined)) refuse('it needs either a count or a percentage');
  const isRandom = field === 'random';
  if (isRandom && !seed) refuse('a random choice needs a seed, so that it is the same one tomorrow');
  if (isRandom && seed?.includes('\0')) refuse('its seed holds a NUL character');
  if (!isRandom && seed) refuse('only a random choice has a seed');
  return {
    op: 'top',
    field,
    end: isRandom ? 'highest' : end,
    ...(count === undefined ? { percent } : { count }),
    ...(isRandom ? { seed } : {}),
  };
}
