import { hmac } from '../../../lib/crypto.ts';
import { fold } from '../../../lib/text.ts';
import { OTHER_ADDRESSES, OTHER_CHANNELS, type OtherChannel } from '../other-addresses.ts';
import { findRole } from '../roles.ts';
import { type ContactDetail, contactDetail } from './columns.ts';
import type { Issue } from './judge-heading.ts';
import { type Details, readConsents } from './prepare-consents.ts';
import type { PrepareContext } from './prepare-context.ts';
import type { PreparedAddress, PreparedContact } from './prepared.ts';
import { known, type RawContact, type RawRecord } from './raw-record.ts';
import { readLanguage } from './read-values.ts';

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
  const words = known(raw.title) ?? text('title');
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
      consents: readConsents(details, { addresses, issues: input.issues, today: input.context.today }),
    },
  ];
}

const SEVERAL = new Set<ContactDetail>(['email', 'phone', 'whatsapp', 'line', 'sms', ...OTHER_CHANNELS]);

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
  ...(Object.fromEntries(OTHER_CHANNELS.map((channel) => [channel, channel])) as Record<
    OtherChannel,
    OtherChannel
  >),
} as const;

function readAddresses(details: Details, input: Input & { issues: Issue[] }): PreparedAddress[] {
  const found: PreparedAddress[] = [];
  for (const [detail, channel] of Object.entries(CHANNEL_OF) as [keyof typeof CHANNEL_OF, string][]) {
    const cell = details.get(detail);
    for (const address of cell?.value.split(/[;,\n]|\s+\/\s+|\s+or\s+/).map((part) => part.trim()) ?? []) {
      if (!address) continue;
      const normalised = input.context.normalise(channel, address, input.country ?? undefined);
      if (!normalised) {
        note(input, `bad_${detail}`, `"${address}" is no ${wordsOf(detail)} that can be used.`, cell!.line);
        continue;
      }
      const hash = hmac(input.context.keys.address, normalised);
      if (found.some((one) => one.channel === channel && one.hash === hash)) continue;
      found.push({ channel, address, normalised, hash });
    }
  }
  return found;
}

const wordsOf = (detail: keyof typeof CHANNEL_OF): string =>
  detail in WORDS ? WORDS[detail as keyof typeof WORDS] : OTHER_ADDRESSES[detail as OtherChannel].label;

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
  const other = OTHER_CHANNELS.find((channel) => fold(text) === fold(channel));
  if (other) return { channel: other, note: null };
  if (/mail/i.test(text)) return { channel: 'email', note: null };
  return { channel: null, note: `Preferred contact: ${text}` };
}
