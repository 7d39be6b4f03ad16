// What a message may state: the facts, and what the wording's own author wrote.

import { toMajor } from '../../../lib/money.ts';
import type { CustomerFacts } from '../facts.ts';
import { withoutTags } from '../liquid.ts';
import { occasionFor } from '../occasions.ts';
import type { View } from '../view.ts';
import { type Claims, claimsIn, joinClaims } from './claims.ts';
import type { DateClaim } from './date-claims.ts';
import { type MoneyClaim, meansCurrency } from './money-claims.ts';
import type { NumberClaim } from './number-claims.ts';
import type { Promised } from './price-words.ts';

export type Known = {
  facts: CustomerFacts;
  /** Days that may be named. */
  days: string[];
  unit: { one: string; many: string };
  /** What the fixed words, the topic and a person's wording state. */
  written: Claims;
};

/** `sources` are texts whose author may state what they like; a template's own code is no source. */
export const makeKnown = ({ facts, view, sources, language }: KnownInput): Known => ({
  facts,
  days: [facts.endsOn, occasionFor({ ...view, country: facts.countryCode, asOf: facts.asOf }).on].filter(
    (day) => day !== null,
  ),
  unit: view.unit,
  written: writtenIn(sources, language),
});
type KnownInput = { facts: CustomerFacts; view: View; sources: readonly string[]; language: string };

// One list of sources serves thousands of messages.
const read = new WeakMap<readonly string[], Claims>();

function writtenIn(sources: readonly string[], language: string): Claims {
  const claims =
    read.get(sources) ??
    joinClaims(sources.map((source) => claimsIn(withoutTags(source), { language, inWords: true })));
  read.set(sources, claims);
  return claims;
}

export function isKnownDate(claim: DateClaim, { days, written }: Known): boolean {
  if (written.dates.some((date) => date.text.toLowerCase() === claim.text.toLowerCase())) return true;
  if (claim.isRelative) return false;
  return days.some((known) => [claim, ...(claim.alternatives ?? [])].some((one) => isDay(one, known)));
}

/** Whether what is said of a day fits it; `known` as YYYY-MM-DD. */
export function isDay(claim: DateClaim, known: string): boolean {
  const [year, month, day] = known.split('-').map(Number);
  // Thai years count from 543 years earlier.
  return (
    (claim.year === undefined || claim.year === year || claim.year - 543 === year) &&
    (claim.month === undefined || claim.month === month) &&
    (claim.day === undefined || claim.day === day)
  );
}

export function isKnownMoney(claim: MoneyClaim, { facts, written }: Known): boolean {
  const isWritten = written.money.some(
    ({ values, currency }) =>
      currency === claim.currency && values.some((value) => claim.values.includes(value)),
  );
  if (isWritten) return true;
  const allowed = [
    ...(claim.meaning === 'total' ? [] : [facts.unitPrice]),
    ...(claim.meaning === 'per_unit' ? [] : [facts.total]),
  ];
  return allowed.some(
    (money) =>
      money && meansCurrency(claim.currency, money.currency) && claim.values.includes(toMajor(money)),
  );
}

/** A person who offers something free lets it be called free. */
export const isKnownPromise = (claim: Promised, { written }: Known): boolean =>
  written.promises.some(({ kind }) => kind === claim.kind);

const DAYS = /^(days?|tage?n?|jours?|días?|dias?)$/;

export function isKnownNumber(claim: NumberClaim, known: Known): boolean {
  const { facts, unit, written } = known;
  const says = (value: number | null | undefined) =>
    value !== null && value !== undefined && claim.values.includes(value);
  const isWritten = written.numbers.some(
    ({ values, isPercent }) =>
      isPercent === claim.isPercent && values.some((value) => claim.values.includes(value)),
  );
  if (isWritten || written.numbers.some(({ text }) => text === claim.text)) return true;
  if (claim.isPercent) return false;
  if (claim.noun === unit.one.toLowerCase() || claim.noun === unit.many.toLowerCase()) {
    return says(facts.unitCount) || says(facts.units.length);
  }
  if (claim.noun && DAYS.test(claim.noun)) return facts.daysLeft !== null && says(Math.abs(facts.daysLeft));
  const numbers = [
    facts.unitCount,
    facts.units.length || null,
    facts.endsOn ? Number(facts.endsOn.slice(0, 4)) : null,
    facts.since ? Number(facts.since.slice(0, 4)) : null,
    facts.renewals,
    facts.unitPrice ? toMajor(facts.unitPrice) : null,
    facts.total ? toMajor(facts.total) : null,
    ...[...Object.values(facts.attributes), ...facts.units].map((value) =>
      typeof value === 'boolean' ? null : Number(value ?? Number.NaN),
    ),
  ];
  return numbers.some(says);
}
