// A column's meaning as one word, for people and programs that correct it: "city", "contact.email",
// "contact.email@it manager", "file.id", "note", "skip".
import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import { fold } from '../../../lib/text.ts';
import type { Field } from '../../fields/field.ts';
import { findRole } from '../roles.ts';
import { CONTACT_DETAILS, type Column, type ContactDetail, EXTRA_KEYS, type Extra } from './columns.ts';

export const columnWord = z.string().min(1).max(120);

export function wordOf(column: Column | null): string {
  if (!column) return 'unknown';
  if (column.kind === 'field') return column.key;
  if (column.kind === 'extra') return `file.${column.key}`;
  if (column.kind !== 'contact') return column.kind;
  return `contact.${column.detail}${column.role ? `@${column.role}` : ''}`;
}

/** The meaning of a word; `input:invalid` for one that means nothing here. */
export function columnOfWord(word: string, fields: readonly Field[]): Column | null {
  if (word === 'unknown') return null;
  if (word === 'note' || word === 'skip') return { kind: word };
  const [kind, rest = ''] = word.split('.', 2) as [string, string?];
  const [detail = '', role = ''] = rest.split('@', 2);
  if (kind === 'file' && isOf(EXTRA_KEYS, rest)) return { kind: 'extra', key: rest as Extra };
  if (kind === 'contact' && isOf(CONTACT_DETAILS, detail) && (!role || findRole(role)))
    return { kind: 'contact', detail: detail as ContactDetail, role: role ? fold(role) : null };
  if (fields.some(({ key }) => key === word) && !NOT_IN_FILES.has(word)) return { kind: 'field', key: word };
  throw new AppError('input:invalid', `A column cannot be "${word}".`, {
    nextStep: 'Use a field of the workspace, "contact.email" and the like, "file.id", "note" or "skip".',
    where: { field: 'columns', word },
  });
}

const isOf = (list: readonly string[], word: string): boolean => list.includes(word);

/** Everything that a column can be, for a form that lets people choose. */
export function columnChoices(fields: readonly Field[]): { word: string; label: string }[] {
  return [
    ...fields
      .filter(({ key, kind }) => kind !== 'event' && !NOT_IN_FILES.has(key))
      .map(({ key, label }) => ({ word: key, label })),
    ...CONTACT_DETAILS.map((detail) => ({
      word: `contact.${detail}`,
      label: `Contact: ${detail.replaceAll('_', ' ')}`,
    })),
    { word: 'file.id', label: 'Id of the customer in the file' },
    { word: 'file.currency', label: 'Currency of the price' },
    { word: 'file.notes', label: 'Notes' },
    { word: 'file.earlier_contracts', label: 'Earlier contracts' },
    { word: 'note', label: 'Keep as a note' },
    { word: 'skip', label: 'Leave out' },
  ];
}

/** What we work out ourselves; a file does not bring it. */
const NOT_IN_FILES = new Set([
  'owner_group',
  'region',
  'contract_value',
  'size',
  'reachable',
  'reachable_by',
  'consent',
  'opted_out',
  'contact_role',
  'order_count',
  'order_value',
  'last_order',
  'last_active',
  'activity_status',
  'last_contacted',
  'last_reply',
  'segment',
  'anything',
  'random',
]);
