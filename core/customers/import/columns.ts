// What the labels of a file mean: a field of the registry, a detail of a contact, or something the importer knows.
import { fold } from '../../../lib/text.ts';
import type { Field } from '../../fields/field.ts';
import { OTHER_ADDRESSES, type OtherChannel } from '../other-addresses.ts';
import { findRole } from '../roles.ts';
import { FOREIGN_HEADINGS } from './foreign-headings.ts';

export type ContactDetail =
  | 'name'
  | 'first_name'
  | 'last_name'
  | 'title'
  | 'email'
  | 'phone'
  | 'whatsapp'
  | 'line'
  | 'sms'
  | OtherChannel
  | 'preferred'
  | 'language'
  | 'notes'
  | 'consent'
  | 'consent_date'
  | 'consent_basis'
  | 'opt_out';

export type Extra = 'id' | 'currency' | 'notes' | 'earlier_contracts';

export type Column =
  | { kind: 'field'; key: string }
  | { kind: 'extra'; key: Extra }
  | { kind: 'contact'; detail: ContactDetail; role: string | null }
  /** Kept as a note of the customer, under its label. */
  | { kind: 'note' }
  /** A person said that it is of no use. */
  | { kind: 'skip' };

const DETAILS: Record<ContactDetail, readonly string[]> = {
  name: ['contact name', 'contact', 'contact person', 'full name', 'person', 'name of contact'],
  first_name: ['first name', 'given name', 'firstname'],
  last_name: ['last name', 'surname', 'family name', 'lastname'],
  title: ['role', 'title', 'position', 'job title', 'contact role', 'contact title', 'job'],
  email: ['email', 'e mail', 'email address', 'e mail address', 'mail', 'contact email'],
  phone: [
    'phone',
    'telephone',
    'tel',
    'mobile',
    'mobile phone',
    'phone number',
    'mobile number',
    'cell',
    'contact phone',
    'contact number',
  ],
  whatsapp: ['whatsapp', 'whatsapp number', 'whats app', 'wa'],
  sms: ['sms', 'sms number', 'text message', 'text message number', 'mobile for sms'],
  line: ['line', 'line id', 'line user id', 'line account'],
  ...headingsOfOthers(),
  preferred: [
    'preferred contact',
    'preferred channel',
    'preferred contact method',
    'contact preference',
    'preferred',
  ],
  language: ['contact language', 'preferred language'],
  notes: ['contact notes'],
  consent: ['marketing consent', 'consent', 'opt in', 'opted in', 'marketing opt in', 'newsletter'],
  consent_date: [
    'consent date',
    'consent given',
    'consent on',
    'opt in date',
    'opted in on',
    'date of consent',
  ],
  consent_basis: ['consent basis', 'legal basis', 'consent source', 'consent evidence', 'consent form'],
  opt_out: ['opted out', 'opt out', 'unsubscribed', 'do not contact', 'marketing opt out'],
};

const EXTRAS: Record<Extra, readonly string[]> = {
  id: ['id', 'customer id', 'external id', 'customer number', 'site id'],
  currency: ['currency'],
  notes: ['notes', 'note', 'comments', 'comment', 'remarks', 'special notes'],
  earlier_contracts: ['earlier contracts', 'previous contracts', 'past contracts'],
};

export const CONTACT_DETAILS = Object.keys(DETAILS) as ContactDetail[];
export const EXTRA_KEYS = Object.keys(EXTRAS) as Extra[];

const detailOf = invert(DETAILS);
const extraOf = invert(EXTRAS);

/** Under a contact the short words mean the contact: "Notes", "Name", "Language". */
const UNDER_CONTACT: Record<string, ContactDetail> = {
  name: 'name',
  notes: 'notes',
  note: 'notes',
  language: 'language',
  locale: 'language',
};

export const contactDetail = (label: string): ContactDetail | null => {
  const key = fold(label);
  return UNDER_CONTACT[key] ?? detailOf.get(key) ?? null;
};

/** Reads labels through the registry first; a header such as "IT Manager email" belongs to that role's contact. */
export function columnReader(fields: readonly Field[]): (label: string) => Column | null {
  const words = new Map([...foreignWords(fields), ...columnWords(fields)]);
  const known = new Map<string, Column | null>();
  return (label) => {
    const before = known.get(label);
    if (before !== undefined) return before;
    const column = words.get(fold(label)) ?? roleColumn(label);
    // The labels of a file are few; those of a book that somebody made up are not kept for ever.
    if (known.size < 10_000) known.set(label, column);
    return column;
  };
}

/** Every heading that is known, folded, with what it means. */
export function columnWords(fields: readonly Field[]): Map<string, Column> {
  const words = new Map<string, Column>();
  for (const [word, detail] of detailOf) words.set(word, { kind: 'contact', detail, role: null });
  for (const [word, key] of extraOf) if (!words.has(word)) words.set(word, { kind: 'extra', key });
  for (const { key, label, columns } of fields) {
    for (const name of [...columns, label, key].map(fold))
      if (!words.has(name)) words.set(name, { kind: 'field', key });
  }
  return words;
}

/** Other languages' headings are known as a whole only: within an English one they may be another word. */
function foreignWords(fields: readonly Field[]): (readonly [string, Column])[] {
  return Object.entries(FOREIGN_HEADINGS).flatMap(([word, headings]) => {
    const column = foreignColumn(word, fields);
    return column ? headings.split(', ').map((heading) => [fold(heading), column] as const) : [];
  });
}

function foreignColumn(word: string, fields: readonly Field[]): Column | null {
  const [kind, rest] = word.split('.', 2);
  if (rest === undefined) return fields.some(({ key }) => key === word) ? { kind: 'field', key: word } : null;
  return kind === 'file'
    ? { kind: 'extra', key: rest as Extra }
    : { kind: 'contact', detail: rest as ContactDetail, role: null };
}

function roleColumn(label: string): Column | null {
  const words = fold(label).split(' ');
  for (let from = 1; from < words.length; from++) {
    const detail = contactDetail(words.slice(from).join(' '));
    const role = words.slice(0, from).join(' ');
    if (detail && findRole(role)) return { kind: 'contact', detail, role };
  }
  return findRole(label) ? { kind: 'contact', detail: 'name', role: fold(label) } : null;
}

function invert<Key extends string>(words: Record<Key, readonly string[]>): Map<string, Key> {
  return new Map(
    (Object.entries(words) as [Key, readonly string[]][]).flatMap(([key, names]) =>
      names.map((name) => [fold(name), key] as const),
    ),
  );
}

function headingsOfOthers(): Record<OtherChannel, readonly string[]> {
  const named = Object.entries(OTHER_ADDRESSES).map(([channel, { headings }]) => [channel, headings]);
  return Object.fromEntries(named) as Record<OtherChannel, readonly string[]>;
}
