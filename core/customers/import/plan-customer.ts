import { isDeepStrictEqual } from 'node:util';
import { CORRECTED } from '../../../db/schema/index.ts';
import { newId } from '../../../lib/ids.ts';
import { type MergedValues, mergeValues } from './merge-values.ts';
import { type ContactPlan, planContacts } from './plan-contacts.ts';
import { type ContractPlan, planContracts } from './plan-contract.ts';
import { type IssuePlan, planIssues } from './plan-issues.ts';
import type { Prepared } from './prepared.ts';
import type { FileKind } from './raw-record.ts';
import type { Existing } from './read-existing.ts';

export type CustomerPlan = {
  id: string;
  prepared: Prepared;
  /** The file's, unless a person gave it another. */
  name: string;
  outcome: 'created' | 'updated' | 'unchanged' | 'discarded';
  status: 'active' | 'review';
  values: MergedValues;
  /** Null leaves the units as they are. */
  unitNames: string[] | null;
  contract: ContractPlan;
  contacts: ContactPlan;
  issues: IssuePlan;
  /** What was there; undefined for a new one. */
  before: Existing | undefined;
};

/** What has to be written so that the customer says what the file says; nothing is written here. */
export function planCustomer(
  prepared: Prepared,
  { before, kind }: { before: Existing | undefined; kind: FileKind },
): CustomerPlan {
  const values = mergeValues(prepared, before?.customer);
  const isCorrected = (key: string) => before?.customer.inferred[key]?.reason === CORRECTED;
  const issues = planIssues(prepared, before);
  const contract = planContracts(prepared, before?.contracts ?? [], values.inferred);
  const contacts = planContacts(prepared.contacts, before?.contacts ?? [], {
    replaces: kind === 'venue-book',
    isCorrected,
  });
  const hasNewUnits =
    prepared.unitNames.length > 0 &&
    !isCorrected('unit_name') &&
    !isDeepStrictEqual(prepared.unitNames, before?.unitNames);
  const plan = {
    id: before?.customer.id ?? newId(),
    prepared,
    name: before && isCorrected('name') ? before.customer.name : prepared.name,
    status: issues.status,
    values,
    unitNames: hasNewUnits ? prepared.unitNames : null,
    contract,
    contacts,
    issues,
    before,
  };
  if (!before) return { ...plan, outcome: 'created' };
  if (before.customer.status === 'discarded' || before.customer.status === 'merged') {
    return { ...plan, outcome: 'discarded' };
  }
  const isSame =
    !differs(plan, before) &&
    !hasNewUnits &&
    isEmpty(contract) &&
    isEmpty(contacts, 'consents') &&
    isEmpty(issues, 'status');
  return { ...plan, outcome: isSame ? 'unchanged' : 'updated' };
}

function differs(
  { values, status, prepared, name }: Pick<CustomerPlan, 'values' | 'status' | 'prepared' | 'name'>,
  { customer }: Existing,
) {
  const { inferred, attributes, ...columns } = values;
  const before = Object.fromEntries(Object.keys(columns).map((key) => [key, Reflect.get(customer, key)]));
  return (
    customer.name !== name ||
    customer.status !== status ||
    customer.source?.text !== prepared.text ||
    customer.source?.file !== prepared.file ||
    customer.source?.line !== prepared.line ||
    !isDeepStrictEqual(before, columns) ||
    !isDeepStrictEqual(customer.inferred, inferred) ||
    !isDeepStrictEqual(customer.attributes, attributes)
  );
}

const isEmpty = (plan: object, except?: string): boolean =>
  Object.entries(plan).every(
    ([key, value]) => key === except || (Array.isArray(value) && value.length === 0),
  );
