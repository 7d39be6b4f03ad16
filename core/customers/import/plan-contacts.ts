import { newId } from '../../../lib/ids.ts';
import { fold } from '../../../lib/text.ts';
import type { PreparedAddress, PreparedConsent, PreparedContact } from './prepared.ts';
import type { ExistingContact } from './read-existing.ts';

type Values = Pick<
  ExistingContact,
  'role' | 'title' | 'name' | 'preferredChannel' | 'language' | 'notes' | 'position'
>;

export type ContactPlan = {
  insert: (Values & { id: string })[];
  update: (Values & { id: string })[];
  addresses: (PreparedAddress & { contactId: string })[];
  /** Somebody else has their post now. */
  left: string[];
  consents: { contactId: string; line: number; addresses: PreparedAddress[]; consents: PreparedConsent[] }[];
};

/** Whether a person set it by hand: `contact.<id>` for somebody they brought or took out, `contact.<id>.<detail>`. */
type IsCorrected = (key: string) => boolean;

/**
 * Finds each person of the file again: by an address, else by role and name, else by a role that had no name yet. In a
 * venue book, which names one person a post, a new name in a post means that the one before has left.
 */
export function planContacts(
  fresh: readonly PreparedContact[],
  before: readonly ExistingContact[],
  { replaces, isCorrected = () => false }: { replaces: boolean; isCorrected?: IsCorrected },
): ContactPlan {
  const plan: ContactPlan = { insert: [], update: [], addresses: [], left: [], consents: [] };
  const matched = new Map<string, ExistingContact>();
  const pairs = fresh.map((contact) => {
    const found = findContact(
      contact,
      before.filter(({ id }) => !matched.has(id)),
    );
    if (found) matched.set(found.id, found);
    return { contact, found };
  });
  for (const [position, { contact, found }] of pairs.entries()) {
    if (found?.leftAt) continue;
    const id = found?.id ?? newId();
    const merged = mergeContact(contact, found, position);
    const values = found ? keepCorrected(merged, found, isCorrected) : merged;
    if (!found) plan.insert.push({ id, ...values });
    else if (isChanged(values, found)) plan.update.push({ id, ...values });
    const known = new Set(found?.hashes);
    plan.addresses.push(
      ...contact.addresses
        .filter(({ channel, hash }) => !known.has(`${channel} ${hash}`))
        .map((address) => ({ ...address, contactId: id })),
    );
    if (contact.consents.length > 0)
      plan.consents.push({
        contactId: id,
        line: contact.line,
        addresses: contact.addresses,
        consents: contact.consents,
      });
    if (replaces && !found && contact.name) {
      const gone = replacedBy(contact, before, matched);
      plan.left.push(...gone.filter((one) => !isCorrected(`contact.${one}`)));
    }
  }
  return plan;
}

function findContact(contact: PreparedContact, among: readonly ExistingContact[]) {
  const hashes = contact.addresses.map(({ channel, hash }) => `${channel} ${hash}`);
  const sameRole = among.filter(({ role }) => role === contact.role);
  const name = fold(contact.name ?? '');
  const byAddress = among.filter((one) => one.hashes.some((hash) => hashes.includes(hash)));
  return (
    byAddress.find((one) => fold(one.name ?? '') === name) ??
    byAddress.find((one) => !one.name || !name || one.role === contact.role) ??
    sameRole.find((one) => name !== '' && fold(one.name ?? '') === name) ??
    // Somebody whose post a person read otherwise than the importer reads their title.
    among.find(
      (one) =>
        name !== '' && fold(one.name ?? '') === name && fold(one.title ?? '') === fold(contact.title ?? ''),
    ) ??
    sameRole.find((one) => !one.leftAt && (!one.name || !name))
  );
}

const replacedBy = (
  contact: PreparedContact,
  before: readonly ExistingContact[],
  matched: ReadonlyMap<string, ExistingContact>,
): string[] =>
  before
    .filter(({ id, leftAt, role, title }) => {
      const isSamePost = role === contact.role && fold(title ?? '') === fold(contact.title ?? '');
      return !leftAt && !matched.has(id) && isSamePost;
    })
    .map(({ id }) => id);

const mergeContact = (
  fresh: PreparedContact,
  before: ExistingContact | undefined,
  position: number,
): Values => ({
  role: fresh.role === 'other' && before ? before.role : fresh.role,
  title: fresh.title ?? before?.title ?? null,
  name: fresh.name ?? before?.name ?? null,
  preferredChannel: fresh.preferredChannel ?? before?.preferredChannel ?? null,
  language: fresh.language ?? before?.language ?? null,
  notes: fresh.notes ?? before?.notes ?? null,
  position: before?.position ?? position,
});

const keepCorrected = (values: Values, before: ExistingContact, isCorrected: IsCorrected): Values =>
  Object.fromEntries(
    (Object.keys(values) as (keyof Values)[]).map((key) => [
      key,
      isCorrected(`contact.${before.id}.${key}`) ? before[key] : values[key],
    ]),
  ) as Values;

const isChanged = (values: Values, before: ExistingContact): boolean =>
  (Object.keys(values) as (keyof Values)[]).some((key) => values[key] !== before[key]);
