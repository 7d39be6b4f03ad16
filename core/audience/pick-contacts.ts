// Which contacts of one customer a campaign is for, before anybody's consent is looked at.
import type { ContactRow } from '../../db/queries/audience-recipients.ts';
import type { RecipientRules } from './recipient.ts';

export type Picked = {
  contacts: ContactRow[];
  required: readonly string[];
  /** A required role that nobody there has (or nobody who could be reached): somebody else takes the message. */
  isMissingRequired: boolean;
  /** Nobody of the wanted roles is there; the first other contact stands in. */
  isStandIn: boolean;
};

export type Wanted = {
  rules: RecipientRules;
  /** Roles that a person asked for instead of the type's own. */
  roles: readonly string[];
  /** Contacts that a person chose for this customer. */
  contactIds: readonly string[] | undefined;
};

/**
 * Contacts chosen by hand win, then roles chosen by hand, then the type's required and recommended roles together.
 * Only the type's own roles may be stood in for: whoever is named is meant. A type without roles goes on with whoever
 * was in touch before.
 */
export function pickContacts(contacts: readonly ContactRow[], { rules, roles, contactIds }: Wanted): Picked {
  const plain = (chosen: ContactRow[], required: readonly string[] = []): Picked => ({
    contacts: chosen,
    required,
    isMissingRequired: false,
    isStandIn: false,
  });
  if (contactIds) return plain(contacts.filter(({ contactId }) => contactIds.includes(contactId)));
  if (roles.length > 0) return plain(withRoles(contacts, roles), roles);
  const { required, recommended } = rules.roles;
  if (isWithoutRoles(rules)) {
    const earlier = contacts.filter((contact) => contact.wasInTouch);
    return plain(earlier.length > 0 ? earlier : [...contacts]);
  }
  const wanted = withRoles(contacts, [...required, ...recommended]);
  const isMissingRequired = !withRoles(wanted, required).some((contact) => contact.hasAddress);
  const missing = required.length > 0 && isMissingRequired;
  if (wanted.some((contact) => contact.hasAddress)) {
    return { contacts: wanted, required, isMissingRequired: missing, isStandIn: false };
  }
  // The first that the file names: one person is asked to take it, not the whole house.
  const standIn = contacts.find((contact) => contact.address !== null);
  return {
    contacts: standIn ? [standIn] : wanted,
    required,
    isMissingRequired: missing && standIn !== undefined,
    isStandIn: standIn !== undefined,
  };
}

const withRoles = (contacts: readonly ContactRow[], roles: readonly string[]): ContactRow[] =>
  roles.flatMap((role) => contacts.filter((contact) => contact.role === role));

export const isWithoutRoles = ({ roles }: RecipientRules): boolean =>
  roles.required.length + roles.recommended.length === 0;
