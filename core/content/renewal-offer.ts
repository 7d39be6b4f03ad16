import { plainDate } from '../../lib/dates.ts';
import type { TenantSettings } from '../tenants/settings.ts';
import type { CustomerFacts } from './facts.ts';

/** What the workspace offers to a customer with this history: the first whose conditions all hold; unknown holds none. */
export function renewalOffer(
  { renewalOffers }: Pick<TenantSettings, 'renewalOffers'>,
  facts: Pick<CustomerFacts, 'since' | 'asOf' | 'renewals' | 'unitCount' | 'daysLeft'>,
): TenantSettings['renewalOffers'][number] | null {
  const reaches = (least: number | undefined, value: number | null) =>
    least === undefined || (value !== null && value >= least);
  if (renewalOffers.length === 0) return null;
  const years = facts.since
    ? plainDate(facts.since).until(plainDate(facts.asOf), { largestUnit: 'years' }).years
    : null;
  const fits = ({ when }: TenantSettings['renewalOffers'][number]) =>
    reaches(when.minYears, years) &&
    reaches(when.minRenewals, facts.renewals) &&
    reaches(when.minUnits, facts.unitCount) &&
    (when.hasEnded === undefined || (facts.daysLeft !== null && facts.daysLeft < 0 === when.hasEnded));
  return renewalOffers.find(fits) ?? null;
}
