import { isDeepStrictEqual } from 'node:util';
import { CORRECTED, type contracts, type Inferred } from '../../../db/schema/index.ts';
import type { PreparedContract } from './prepared.ts';

type Row = typeof contracts.$inferSelect;
type Values = Pick<Row, 'startsOn' | 'endsOn' | 'unitCount' | 'pricePerUnitMinor' | 'currency' | 'status'>;

export type ContractPlan = { insert?: Values; update?: Values & { id: string } };

/** A term that begins after the one we have ended, or after another begin, is a renewal: a contract of its own. */
export function planContract(
  fresh: PreparedContract | null,
  before: readonly Row[],
  inferred: Inferred,
): ContractPlan {
  if (!fresh) return {};
  const sorted = latestFirst(before);
  const [latest] = sorted;
  const values = toValues(fresh);
  if (!latest) return { insert: values };
  const same = sorted.find(({ startsOn }) => startsOn !== null && startsOn === fresh.startsOn);
  if (!same && isRenewal(fresh, latest)) return { insert: values };
  const target = same ?? latest;
  const isCorrected = (key: string) => inferred[key]?.reason === CORRECTED;
  const merged: Values = {
    startsOn: isCorrected('contract_start') ? target.startsOn : (fresh.startsOn ?? target.startsOn),
    endsOn: isCorrected('contract_end') ? target.endsOn : (fresh.endsOn ?? target.endsOn),
    unitCount: isCorrected('unit_count') ? target.unitCount : (fresh.unitCount ?? target.unitCount),
    ...priceOf(fresh, target, isCorrected('unit_price')),
    status: fresh.isCancelled ? 'cancelled' : target.status,
  };
  const current: Values = {
    startsOn: target.startsOn,
    endsOn: target.endsOn,
    unitCount: target.unitCount,
    pricePerUnitMinor: target.pricePerUnitMinor,
    currency: target.currency,
    status: target.status,
  };
  return isDeepStrictEqual(current, merged) ? {} : { update: { id: target.id, ...merged } };
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
