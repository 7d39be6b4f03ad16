import { isDeepStrictEqual } from 'node:util';
import { CORRECTED, type contracts, type Inferred } from '../../../db/schema/index.ts';
import type { PreparedContract } from './prepared.ts';

type Row = typeof contracts.$inferSelect;
type Values = Pick<Row, 'startsOn' | 'endsOn' | 'unitCount' | 'pricePerUnitMinor' | 'currency' | 'status'>;

export type ContractPlan = { insert: Values[]; update: (Values & { id: string })[] };
type Said = { contract: PreparedContract | null; earlier: readonly PreparedContract[] };

/** The contract that the file speaks of, and those before it. */
export function planContracts(
  { contract, earlier }: Said,
  before: readonly Row[],
  inferred: Inferred,
): ContractPlan {
  const plan: ContractPlan = { insert: [], update: [] };
  const named = contract ? planNamed(contract, { before, inferred, plan }) : undefined;
  const rest = new Set(before.filter((one) => one !== named));
  for (const one of earlier) {
    const found =
      [...rest].find(({ startsOn, endsOn }) => startsOn === one.startsOn && endsOn === one.endsOn) ??
      [...rest].find(({ startsOn }) => startsOn !== null && startsOn === one.startsOn);
    if (found) {
      rest.delete(found);
      update(plan, found, mergeTerms(one, found));
    } else plan.insert.push(toValues(one));
  }
  return plan;
}

type Named = { before: readonly Row[]; inferred: Inferred; plan: ContractPlan };

/**
 * A term that begins after the one we have ended, or after another begin, is a renewal: a contract of its own. Answers
 * the contract that it is, where there is one already.
 */
function planNamed(fresh: PreparedContract, { before, inferred, plan }: Named): Row | undefined {
  const sorted = latestFirst(before);
  const [latest] = sorted;
  const same = sorted.find(({ startsOn }) => startsOn !== null && startsOn === fresh.startsOn);
  if (!latest || (!same && isRenewal(fresh, latest))) {
    plan.insert.push(toValues(fresh));
    return undefined;
  }
  const target = same ?? latest;
  const isCorrected = (key: string) => inferred[key]?.reason === CORRECTED;
  update(plan, target, mergeTerms(fresh, target, isCorrected));
  return target;
}

/** A file's unknown erases nothing, and what a person corrected stays. */
function mergeTerms(
  fresh: PreparedContract,
  target: Row,
  isCorrected: (key: string) => boolean = () => false,
): Values {
  return {
    startsOn: isCorrected('contract_start') ? target.startsOn : (fresh.startsOn ?? target.startsOn),
    endsOn: isCorrected('contract_end') ? target.endsOn : (fresh.endsOn ?? target.endsOn),
    unitCount: isCorrected('unit_count') ? target.unitCount : (fresh.unitCount ?? target.unitCount),
    ...priceOf(fresh, target, isCorrected('unit_price')),
    status: fresh.isCancelled ? 'cancelled' : target.status,
  };
}

function update(plan: ContractPlan, target: Row, values: Values): void {
  const current = Object.fromEntries(
    (Object.keys(values) as (keyof Values)[]).map((key) => [key, target[key]]),
  );
  if (!isDeepStrictEqual(current, values)) plan.update.push({ id: target.id, ...values });
}

/** The contract that a file speaks of when it names one only comes first. */
export const latestFirst = (rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) => lastDay(b).localeCompare(lastDay(a)) || b.id.localeCompare(a.id));

const lastDay = ({ endsOn, startsOn }: Row): string => endsOn ?? startsOn ?? '';

function isRenewal(fresh: PreparedContract, latest: Row): boolean {
  if (!fresh.startsOn || !latest.endsOn || !latest.startsOn) return false;
  return fresh.startsOn > latest.startsOn && (fresh.endsOn ?? fresh.startsOn) > latest.endsOn;
}

const priceOf = (fresh: PreparedContract, target: Row, isCorrected: boolean) =>
  isCorrected || fresh.pricePerUnitMinor === null
    ? { pricePerUnitMinor: target.pricePerUnitMinor, currency: target.currency }
    : { pricePerUnitMinor: fresh.pricePerUnitMinor, currency: fresh.currency };

const toValues = ({ isCancelled, ...values }: PreparedContract): Values => ({
  ...values,
  status: isCancelled ? 'cancelled' : 'active',
});
