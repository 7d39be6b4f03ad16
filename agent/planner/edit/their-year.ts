// "second half instead" of contracts that end in the first half of 2027: the half, or the quarter, of the year that stands.
import type { Filter } from '../../../core/audience/filter.ts';
import { isClause, partsOf } from '../filters.ts';
import type { Item } from '../items.ts';
import type { Step } from './edit-steps.ts';

const PART =
  /^(?:(?:ending |expiring )?in |of )?(?:the )?(?:(?<nth>first|second|third|fourth|1st|2nd|3rd|4th|last) (?<unit>half|quarter)|(?<short>[qh])\s?(?<number>[1-4]))$/iu;
const NTH: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
};

export const inTheirYear = (step: Step, filter: Filter): Step => ({
  ...step,
  items: step.items.map((item) => ofYear(item, filter)),
});

/** Words of such a part, of which the reply would say another year. */
export const isPartOfYear = (text: string): boolean => PART.test(text.trim());

function ofYear(item: Item, filter: Filter): Item {
  if (item.kind !== 'clause' || !isClause(item.filter) || item.filter.op !== 'between') return item;
  const { field } = item.filter;
  const said = PART.exec(item.text.trim())?.groups;
  const year = said && yearOf(filter, field);
  if (!year) return item;
  const isHalf = /^h/i.test(said.unit ?? said.short!);
  const parts = isHalf ? 2 : 4;
  const number = said.number ? Number(said.number) : (NTH[said.nth!.toLowerCase()] ?? parts);
  if (number > parts) return item;
  const months = 12 / parts;
  const [first, last] = [months * (number - 1) + 1, months * number];
  const day = (month: number, of: number): string =>
    `${year}-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`;
  const ofMonth = new Date(Date.UTC(year, last, 0)).getUTCDate();
  return { ...item, filter: { op: 'between', field, from: day(first, 1), to: day(last, ofMonth) } };
}

/** The one year in which the stretch lies that stands; none where it spans two. */
function yearOf(filter: Filter, field: string): number | null {
  const standing = partsOf(filter).find(
    (part) => isClause(part) && part.op === 'between' && part.field === field,
  );
  if (!standing || !isClause(standing) || standing.op !== 'between') return null;
  const years = [standing.from, standing.to].map((date) => /^(\d{4})-/.exec(String(date ?? ''))?.[1]);
  return years[0] && years[0] === years[1] ? Number(years[0]) : null;
}
