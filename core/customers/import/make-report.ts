import type { CustomerPlan } from './plan-customer.ts';
import type { ReadFile } from './raw-record.ts';
import type { ImportReport } from './report.ts';

type Input = {
  importId: string;
  files: readonly ReadFile[];
  plans: readonly CustomerPlan[];
  consents: number;
};

export function makeReport({ importId, files, plans, consents }: Input): ImportReport {
  const all = plans.map(({ prepared }) => prepared);
  const live = plans.filter(({ outcome }) => outcome !== 'discarded');
  const inReview = live.filter(({ status }) => status === 'review');
  return {
    importId,
    files: files.map(({ name, kind, records, lines }) => ({ name, kind, entries: records.length, lines })),
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
    consents,
    unknown: countUnknown(plans),
    inferred: countBy(
      all.flatMap(({ inferred }) => Object.keys(inferred)),
      (key) => key,
    ),
    reasons: countBy(
      all.flatMap(({ issues }) => issues),
      ({ reason }) => reason,
    ),
    items: plans.map(({ id, prepared, outcome, status }) => ({
      file: prepared.file,
      line: prepared.line,
      name: prepared.name,
      customerId: id,
      outcome: outcome !== 'discarded' && status === 'review' ? 'review' : outcome,
      reasons: prepared.issues.map(({ detail }) => detail),
    })),
  };
}

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
