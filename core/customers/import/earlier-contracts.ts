// Contracts before the latest, as one cell of a file: "2024-01-01/2024-12-31, 4 × 12000 THB; 2023-01-01/.., cancelled".
// ".." stands for what is not known; number and price may each be missing.
import { isDate } from '../../../lib/dates.ts';
import { toMajor, toMinor } from '../../../lib/money.ts';
import type { PreparedContract } from './prepared.ts';
import type { ReadValue } from './read-values.ts';

const ONE =
  /^(\d{4}-\d\d-\d\d|\.\.)\s*\/\s*(\d{4}-\d\d-\d\d|\.\.)(?:\s*,\s*(?:(\d{1,5})\s*×)?\s*(?:(\d{1,12}(?:\.\d{1,4})?) ([A-Z]{3}))?)?(\s*,\s*cancelled)?$/;
const UNKNOWN = '..';

/** All of them, or what is wrong with one. */
export function readEarlier(text: string): ReadValue<PreparedContract[]> {
  const found: PreparedContract[] = [];
  for (const part of text.split(';').map((one) => one.trim())) {
    const match = ONE.exec(part);
    const days = match && [match[1]!, match[2]!];
    if (!days?.every((day) => day === UNKNOWN || isDate(day)))
      return {
        problem: `"${part}" is not an earlier contract such as "2024-01-01/2024-12-31, 4 × 12000 THB"`,
      };
    const [startsOn = null, endsOn = null] = days.map((day) => (day === UNKNOWN ? null : day));
    const [, , , count, amount, currency, cancelled] = match!;
    found.push({
      ...{ startsOn, endsOn, unitCount: count ? Number(count) : null },
      pricePerUnitMinor: amount && currency ? toMinor(Number(amount), currency) : null,
      ...{ currency: currency ?? null, isCancelled: cancelled !== undefined },
    });
  }
  return { value: found };
}

/** The same the other way round; one of which nothing is known is none. */
export const writeEarlier = (contracts: readonly PreparedContract[]): string =>
  contracts
    .map(({ startsOn, endsOn, unitCount, pricePerUnitMinor: minor, currency, isCancelled }) => {
      const price = minor !== null && currency ? `${toMajor({ minor, currency })} ${currency}` : '';
      const terms = [unitCount === null ? '' : `${unitCount} ×`, price].filter(Boolean).join(' ');
      const term = `${startsOn ?? UNKNOWN}/${endsOn ?? UNKNOWN}`;
      return [term, terms, isCancelled ? 'cancelled' : ''].filter(Boolean).join(', ');
    })
    .join('; ');
