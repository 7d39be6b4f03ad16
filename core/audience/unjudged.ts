// Customers of whom a filter cannot say whether it means them.
import type { UnjudgedRow } from '../../db/queries/audience-members.ts';
import { plural } from '../../lib/text.ts';
import type { Clause } from './filter.ts';
import type { FilterScope } from './filter-scope.ts';

const OF_CONTRACT = new Set(['contract_start', 'contract_end', 'unit_price', 'contract_value']);
const OF_MONEY = new Set(['unit_price', 'contract_value']);

/** One customer, or so many of whom the same is not known. */
type Unjudged = Omit<UnjudgedRow, 'customers'> & Partial<Pick<UnjudgedRow, 'customers'>>;
type Reading = { clauses: readonly Clause[]; scope: FilterScope };

/** What is told apart of those whom these clauses cannot judge. */
export const toldApart = (clauses: readonly Clause[]) => ({
  cancelled: clauses.some(({ field }) => OF_CONTRACT.has(field)),
  otherMoney: clauses.some(({ field }) => OF_MONEY.has(field)),
});

/** Counts, page by page, what is not known by field; a cancelled contract and another currency are known, and told apart. */
export function openTally({ clauses, scope }: Reading) {
  const unknown: Record<string, number> = {};
  let [cancelled, otherMoney] = [0, 0];
  const addOne = ({ customers = 1, ...row }: Unjudged) => {
    const keys = new Set(
      clauses.filter((_clause, at) => row.verdicts[at] === null).map(({ field }) => field),
    );
    if (row.isCancelled && [...keys].some((key) => OF_CONTRACT.has(key))) cancelled += customers;
    else if (row.isOtherMoney && [...keys].some((key) => OF_MONEY.has(key))) otherMoney += customers;
    else
      for (const key of keys) {
        const label = scope.fields.find((field) => field.key === key)!.label;
        unknown[label] = (unknown[label] ?? 0) + customers;
      }
  };
  return {
    unknown,
    add: (rows: readonly Unjudged[]) => rows.forEach(addOne),
    notes: (): string[] => [
      ...(cancelled > 0 ? [`${plural(cancelled, 'customer')} left out: the contract is cancelled.`] : []),
      ...(otherMoney > 0
        ? [
            `${plural(otherMoney, 'customer')} left out: the price is not in ${scope.currency} and was not compared.`,
          ]
        : []),
    ],
  };
}
