import type { CustomerPlan } from './plan-customer.ts';
import type { ImportItem, ImportReport } from './report.ts';

/** What an import came to, without its files and entries: sums that batches add to. */
export type ImportCounts = Omit<ImportReport, 'importId' | 'files' | 'items'>;

export const NO_COUNTS: ImportCounts = {
  created: 0,
  updated: 0,
  unchanged: 0,
  inReview: 0,
  flagged: 0,
  contacts: 0,
  addresses: {},
  consents: 0,
  unknown: {},
  inferred: {},
  reasons: {},
};

export function makeCounts(plans: readonly CustomerPlan[]): ImportCounts {
  const all = plans.map(({ prepared }) => prepared);
  const live = plans.filter(({ outcome }) => outcome !== 'discarded');
  const inReview = live.filter(({ status }) => status === 'review');
  return {
    created: plans.filter(({ outcome }) => outcome === 'created').length,
    updated: plans.filter(({ outcome }) => outcome === 'updated').length,
    unchanged: plans.filter(({ outcome }) => outcome === 'unchanged' || outcome === 'discarded').length,
    inReview: inReview.length,
    flagged: live.filter(({ status, prepared }) => status === 'active' && prepared.issues.length > 0).length,
    contacts: all.flatMap(({ contacts }) => contacts).length,
    addresses: countBy(
      all.flatMap(({ contacts }) => contacts.flatMap((one) => one.addresses)),
      ({ channel }) => channel,
    ),
    consents: 0,
    unknown: countUnknown(plans),
    inferred: countBy(
      all.flatMap(({ inferred }) => Object.keys(inferred)),
      (key) => key,
    ),
    reasons: countBy(
      all.flatMap(({ issues }) => issues),
      ({ reason }) => reason,
    ),
  };
}

export function addCounts(a: ImportCounts, b: ImportCounts): ImportCounts {
  const sum = { ...a } as Record<string, number | Record<string, number>>;
  for (const [key, value] of Object.entries(b)) {
    const before = sum[key];
    if (typeof value === 'number') sum[key] = Number(before) + value;
    else sum[key] = addRecords(before as Record<string, number>, value);
  }
  return sum as ImportCounts;
}

function addRecords(a: Record<string, number>, b: Record<string, number>): Record<string, number> {
  const sum = { ...a };
  for (const [key, value] of Object.entries(b)) sum[key] = (sum[key] ?? 0) + value;
  return sum;
}

/** A created customer that waits for review is told as that. */
export const outcomeOf = ({ outcome, status }: CustomerPlan): ImportItem['outcome'] =>
  outcome !== 'discarded' && status === 'review' ? 'review' : outcome;

export const toItem = (plan: CustomerPlan): ImportItem => ({
  file: plan.prepared.file,
  line: plan.prepared.line,
  name: plan.prepared.name,
  customerId: plan.id,
  outcome: outcomeOf(plan),
  reasons: plan.prepared.issues.map(({ detail }) => detail),
});

function countUnknown(plans: readonly CustomerPlan[]): Record<string, number> {
  const none = (isUnknown: (plan: CustomerPlan) => boolean) => plans.filter(isUnknown).length;
  return {
    brand: none(({ values }) => values.brandId === null),
    type: none(({ values }) => values.type === null),
    city: none(({ values }) => values.city === null),
    country: none(({ values }) => values.country === null),
    time_zone: none(({ values }) => values.timeZone === null),
    contract_start: none(({ prepared }) => prepared.contract?.startsOn == null),
    contract_end: none(({ prepared }) => prepared.contract?.endsOn == null),
    unit_price: none(({ prepared }) => prepared.contract?.pricePerUnitMinor == null),
    unit_name: none(({ prepared }) => prepared.unitNames.length === 0),
    contact: none(({ prepared }) => prepared.contacts.length === 0),
    address: none(({ prepared }) => prepared.contacts.every(({ addresses }) => addresses.length === 0)),
  };
}

function countBy<T>(list: readonly T[], keyOf: (one: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of list) counts[keyOf(one)] = (counts[keyOf(one)] ?? 0) + 1;
  return counts;
}
