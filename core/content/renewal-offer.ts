import { plainDate } from '../../lib/dates.ts';
import { formatMoney } from '../../lib/money.ts';
import { joinWords, plural } from '../../lib/text.ts';
import type { TenantSettings } from '../tenants/settings.ts';
import type { CustomerFacts } from './facts.ts';
import type { Finding } from './verify/finding.ts';

type Settings = Pick<TenantSettings, 'renewalOffers' | 'currency' | 'unit'>;
type Offer = TenantSettings['renewalOffers'][number];
type History = Pick<
  CustomerFacts,
  'since' | 'asOf' | 'renewals' | 'unitCount' | 'daysLeft' | 'total' | 'hasLapsed' | 'attributes'
>;

/** What the workspace offers to a customer with this history: the first whose conditions all hold; unknown holds none. */
export function renewalOffer(
  { renewalOffers, currency }: Pick<Settings, 'renewalOffers' | 'currency'>,
  facts: History,
): Offer | null {
  if (renewalOffers.length === 0) return null;
  const years = facts.since
    ? plainDate(facts.since).until(plainDate(facts.asOf), { largestUnit: 'years' }).years
    : null;
  // An amount of another currency says nothing of this one.
  const worth = facts.total?.currency === currency ? facts.total.minor : null;
  const reaches = (least: number | undefined, value: number | null) =>
    least === undefined || (value !== null && value >= least);
  const is = <T>(asked: T | undefined, value: T | null) => asked === undefined || value === asked;
  const fits = ({ when }: Offer) =>
    reaches(when.minYears, years) &&
    reaches(when.minRenewals, facts.renewals) &&
    reaches(when.minUnits, facts.unitCount) &&
    reaches(when.minYearlyMinor, worth) &&
    is(when.hasEnded, facts.daysLeft === null ? null : facts.daysLeft < 0) &&
    is(when.hasLapsed, facts.hasLapsed) &&
    (when.field === undefined || facts.attributes[when.field.key] === when.field.is);
  return renewalOffers.find(fits) ?? null;
}

/** Whom an offer is for, in words. */
export function offerFor({ when }: Offer, { currency, unit }: Omit<Settings, 'renewalOffers'>): string {
  const { minYears, minRenewals, minUnits, minYearlyMinor, hasEnded, hasLapsed, field } = when;
  const parts = [
    minYears && `with us for at least ${plural(minYears, 'year')}`,
    minRenewals && `renewed at least ${plural(minRenewals, 'time')}`,
    minUnits && `at least ${plural(minUnits, unit.one, unit.many)}`,
    minYearlyMinor && `at least ${formatMoney({ minor: minYearlyMinor, currency })} a year`,
    hasEnded !== undefined && (hasEnded ? 'the agreement is over' : 'the agreement still runs'),
    hasLapsed !== undefined && (hasLapsed ? 'lapsed before' : 'never lapsed'),
    field && `${field.key.replaceAll('_', ' ')}: ${saidOf(field.is)}`,
  ].filter((part) => typeof part === 'string');
  return parts.length > 0 ? joinWords(parts) : 'everybody else';
}

const saidOf = (value: string | number | boolean): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : `${value}`;

/** What a letter offers by its reader's history, and why, told to whoever approves it; with how many it is about. */
export function noteRenewalOffer(
  settings: Settings,
  { offer, body, language }: { offer: Offer | null; body: string; language: string },
): Finding[] {
  if (settings.renewalOffers.length === 0) return [];
  const words = offer && (offer.in[language] ?? offer.says);
  const isSaid = words !== null && body.includes(words);
  const message = !offer
    ? 'Offered nothing: no renewal offer is for this history.'
    : isSaid
      ? `Offered by history (${offerFor(offer, settings)}): “${offer.says}”.`
      : `Not offered here, as the text leaves it out (${offerFor(offer, settings)}): “${offer.says}”.`;
  return [
    {
      severity: 'warning',
      place: 'body',
      message,
      repair: 'Change the renewal offers in the settings if it shall be another one.',
    },
  ];
}
