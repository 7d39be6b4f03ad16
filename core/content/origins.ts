// Which of a message's words come from data, and from where: read off the message as it is, whoever wrote it, so that
// what is shown is what can be traced, and no template or model has to be believed.
import { toMajor } from '../../lib/money.ts';
import { toSmsText } from '../../lib/sms-length.ts';
import type { Composed } from './compose-one.ts';
import type { Origin } from './origin.ts';
import { readClaims } from './verify/claims.ts';
import { isDay } from './verify/known.ts';

/** One sign alone is found anywhere. */
const SHORTEST = 2;

export type Traced = Pick<Composed, 'recipient' | 'rendered' | 'made'>;

/** Each value that the message says, the longest first; where two say the same words, the one named first here. */
export function originsOf({ rendered, recipient, made }: Traced): Origin[] {
  const said = `${rendered.subject ?? ''}\n${rendered.text}`;
  const isSms = recipient.channel === 'sms';
  const found = new Map<string, Origin>();
  for (const [field, value] of [...valuesOf(made), ...claimsOf(said, made)]) {
    const raw = value === null || value === undefined ? '' : String(value).trim();
    const text = isSms ? toSmsText(raw) : raw;
    if (text.length < SHORTEST || found.has(text) || !said.includes(text)) continue;
    found.set(text, { text, field, ...recordOf(field, { recipient, made }) });
  }
  return [...found.values()].sort((a, b) => b.text.length - a.text.length);
}

type Value = [field: string, value: string | number | boolean | null | undefined];

function valuesOf({ view, facts }: Composed['made']): Value[] {
  const { customer, contact, contract, sender } = view;
  return [
    ...each('customer', customer),
    ['contact.name', contact.name],
    ...facts.units.map((name): Value => ['unit', name]),
    ['unit_count', view.unit_phrase],
    ...each('contract', {
      ends_on: contract.ends_on,
      total: contract.total,
      price: contract.price,
      offer: contract.offer,
      since_year: contract.since_year,
      days_left: contract.days_left,
    }),
    ...each('attributes', facts.attributes).filter(([, value]) => typeof value !== 'boolean'),
    ['offer_code', view.offer_code],
    ['offer', view.offer],
    ['topic', view.topic],
    ['occasion', view.occasion],
    ['occasion_on', view.occasion_on],
    ['link', view.link],
    ...each('sender', {
      signature: sender.signature,
      company: sender.company,
      service: sender.service,
      email: sender.email,
      postal_address: sender.postal_address,
      support_url: sender.support_url,
    }),
  ];
}

const each = (of: string, values: Readonly<Record<string, Value[1]>>): Value[] =>
  Object.entries(values).map(([key, value]) => [`${of}.${key}`, value]);

/** Dates and amounts in whatever form somebody, or a model, wrote them. */
function claimsOf(said: string, { facts, frame }: Composed['made']): Value[] {
  const { dates, money } = readClaims(said, { language: frame.language });
  const { endsOn, unitPrice, total } = facts;
  return [
    ...dates
      .filter(
        (claim) =>
          endsOn && claim.day && [claim, ...(claim.alternatives ?? [])].some((one) => isDay(one, endsOn)),
      )
      .map(({ text }): Value => ['contract.ends_on', text]),
    ...money.flatMap(({ text, values }): Value[] =>
      total && values.includes(toMajor(total))
        ? [['contract.total', text]]
        : unitPrice && values.includes(toMajor(unitPrice))
          ? [['contract.price', text]]
          : [],
    ),
  ];
}

function recordOf(field: string, { recipient, made }: Omit<Traced, 'rendered'>): Pick<Origin, 'record'> {
  if (/^(customer|unit|attributes)/.test(field))
    return { record: { kind: 'customer', id: made.facts.customerId } };
  if (field.startsWith('contact.')) return { record: { kind: 'contact', id: recipient.contactId } };
  return {};
}
