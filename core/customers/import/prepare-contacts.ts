import { hmac } from '../../../lib/crypto.ts';
import { findRole } from '../roles.ts';
import { type ContactDetail, contactDetail } from './columns.ts';
import type { Issue } from './judge-heading.ts';
import type { PrepareContext } from './prepare-context.ts';
import type { PreparedAddress, PreparedConsent, PreparedContact } from './prepared.ts';
import { known, type RawContact, type RawRecord } from './raw-record.ts';
import { readDate, readLanguage, readYesNo } from './read-values.ts';

type Details = ReadonlyMap<ContactDetail, { value: string; line: number }>;
type Output = { contacts: PreparedContact[]; issues: Issue[] };
type Input = { record: RawRecord; context: PrepareContext; country: string | null };

/** The people of an entry. Somebody without a name and an address is nobody, unless a note says something of them. */
export function prepareContacts(input: Input): Output {
  const issues: Issue[] = [];
  const contacts = input.record.contacts.flatMap((raw) => prepareContact(raw, { ...input, issues }));
  return { contacts, issues };
}

function prepareContact(raw: RawContact, input: Input & { issues: Issue[] }): PreparedContact[] {
  const { details, rest } = readDetails(raw);
  const text = (key: ContactDetail) => details.get(key)?.value ?? null;
  const name = known(raw.name) ?? text('name');
  const addresses = readAddresses(details, input);
  const preferred = readChannel(text('preferred'));
  const notes = [text('notes'), ...rest, preferred.note].filter((note) => note !== null).join('\n') || null;
  if (!name && addresses.length === 0 && !notes && !text('email') && !text('phone')) return [];
  const words = raw.title ?? text('title');
  const role = words ? findRole(words) : null;
  // A role's own key is what somebody without a title was exported with.
  const title = words === role ? null : words;
  if (title && !role) note(input, 'unknown_role', `Nobody knows the role "${title}".`, raw.line);
  return [
    {
      role: role ?? 'other',
      title,
      name,
      preferredChannel: preferred.channel,
      language: readLanguage(text('language') ?? ''),
      notes,
      line: raw.line,
      addresses,
      consents: readConsents(details, input),
    },
  ];
}

const SEVERAL = new Set<ContactDetail>(['email', 'phone', 'whatsapp', 'line', 'sms']);

function readDetails(raw: RawContact) {
  const details = new Map<ContactDetail, { value: string; line: number }>();
  const rest: string[] = [];
  for (const { label, value, line } of raw.details) {
    const text = known(value);
    if (text === null) continue;
    const detail = contactDetail(label);
    const before = detail && details.get(detail);
    // Two columns of one kind: both addresses are taken; of anything else the first counts and the second is a note.
    if (before && SEVERAL.has(detail)) before.value += `; ${text}`;
    else if (detail && !before) details.set(detail, { value: text, line });
    else rest.push(`${label}: ${text}`);
  }
  return { details, rest };
}

const note = ({ issues }: { issues: Issue[] }, reason: string, detail: string, line: number): void => {
  issues.push({ reason, detail, isBlocking: false, line });
};

// A telephone number is how WhatsApp knows somebody; whether they use it shows when a message is refused. Text messages
// cost money: they go to numbers that were given for them.
const CHANNEL_OF = {
  email: 'email',
  phone: 'whatsapp',
  whatsapp: 'whatsapp',
  line: 'line',
  sms: 'sms',
} as const;

function readAddresses(details: Details, input: Input & { issues: Issue[] }): PreparedAddress[] {
  const found: PreparedAddress[] = [];
  for (const [detail, channel] of Object.entries(CHANNEL_OF) as [keyof typeof CHANNEL_OF, string][]) {
    const cell = details.get(detail);
    for (const address of cell?.value.split(/[;,\n]|\s+\/\s+|\s+or\s+/).map((part) => part.trim()) ?? []) {
      if (!address) continue;
      const normalised = input.context.normalise(channel, address, input.country ?? undefined);
      if (!normalised) {
        note(input, `bad_${detail}`, `"${address}" is no ${WORDS[detail]} that can be used.`, cell!.line);
        continue;
      }
      const hash = hmac(input.context.keys.address, normalised);
      if (found.some((one) => one.channel === channel && one.hash === hash)) continue;
      found.push({ channel, address, normalised, hash });
    }
  }
  return found;
}

const WORDS = {
  email: 'e-mail address',
  phone: 'phone number',
  whatsapp: 'WhatsApp number',
  line: 'LINE user id',
  sms: 'number for text messages',
};

function readChannel(text: string | null): { channel: string | null; note: string | null } {
  if (!text) return { channel: null, note: null };
  if (/whats\s*app|\bwa\b/i.test(text)) return { channel: 'whatsapp', note: null };
  if (/\bline\b/i.test(text)) return { channel: 'line', note: null };
  if (/\bsms\b|text message/i.test(text)) return { channel: 'sms', note: null };
  if (/mail/i.test(text)) return { channel: 'email', note: null };
  return { channel: null, note: `Preferred contact: ${text}` };
}

function readConsents(details: Details, input: Input & { issues: Issue[] }): PreparedConsent[] {
  const optOut = details.get('opt_out');
  const found: PreparedConsent[] = [];
  if (optOut && readYesNo(optOut.value) !== false) {
    const scope = /market|news|promo/i.test(optOut.value) ? 'marketing' : 'all';
    found.push({ kind: 'opt_out', scope, evidence: optOut.value });
  }
  const cell = details.get('consent');
  const date = details.get('consent_date');
  if (!cell && !date) return found;
  return [
    ...found,
    ...readGrant({ cell, date, basis: details.get('consent_basis')?.value ?? 'consent' }, input),
  ];
}

type Grant = {
  cell?: { value: string; line: number } | undefined;
  date?: { value: string; line: number } | undefined;
  basis: string;
};

// "yes", "yes, 2026-02-11 (fair)", "2026-02-11": an answer, a day, or both. Anything else is no consent.
function readGrant({ cell, date, basis }: Grant, input: Input & { issues: Issue[] }): PreparedConsent[] {
  const line = (cell ?? date)!.line;
  const evidence = [cell?.value, date?.value].filter(Boolean).join('; ');
  const [word = '', ...more] = (cell?.value ?? 'yes').split(/[\s,;(]+/);
  const isDay = !('problem' in readDate(word));
  const answer = isDay ? true : readYesNo(word);
  if (answer === null) {
    note(input, 'unclear_consent', `"${evidence}" does not say whether consent was given.`, line);
    return [];
  }
  const day = date?.value ?? (isDay ? word : more.find((part) => /\d{4}/.test(part)));
  const read = day ? readDate(day) : null;
  if (read && 'problem' in read) {
    note(input, 'impossible_date', `${read.problem}; the consent is not taken.`, line);
    return [];
  }
  if (read && read.value > input.context.today) {
    note(input, 'impossible_date', `A consent of ${read.value} is in the future; it is not taken.`, line);
    return [];
  }
  return [
    { kind: 'consent', state: answer ? 'granted' : 'withdrawn', basis, on: read?.value ?? null, evidence },
  ];
}
