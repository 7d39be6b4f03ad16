// What a change says of a contact, checked: role, language, addresses, and which addresses they stand instead of.
import { and, eq, inArray } from 'drizzle-orm';
import { addresses } from '../../../db/schema/index.ts';
import type { Ctx } from '../../context.ts';
import { normaliseAddress } from '../import/normalise-address.ts';
import { readLanguage } from '../import/read-values.ts';
import type { ChangeStep, ContactValues } from './change-step.ts';
import type { CustomerRecord } from './customer-record.ts';
import { invalid, roleOf } from './find-contact.ts';

export type Reached = { id: string; contactId: string; channel: string; address: string; normalised: string };
/** The usable addresses of a customer's contacts. */
export const readReached = async (ctx: Ctx, { contacts }: CustomerRecord): Promise<Reached[]> =>
  contacts.length === 0
    ? []
    : ctx.tx
        .select({
          id: addresses.id,
          contactId: addresses.contactId,
          channel: addresses.channel,
          address: addresses.address,
          normalised: addresses.normalised,
        })
        .from(addresses)
        .where(
          and(
            eq(addresses.usable, true),
            inArray(
              addresses.contactId,
              contacts.map(({ id }) => id),
            ),
          ),
        );

/** The contact's other addresses on the channels of the new ones. */
export const replacedBy = (
  fresh: readonly { channel: string; normalised: string }[],
  { contactId, reached }: { contactId: string; reached: readonly Reached[] },
) =>
  reached
    .filter((one) => one.contactId === contactId)
    .filter(({ channel, normalised }) => {
      const same = fresh.filter((other) => other.channel === channel);
      return same.length > 0 && same.every((other) => other.normalised !== normalised);
    })
    .map(({ id, channel, address }) => ({ id, channel, address }));

export function contactValues(
  step: Extract<ChangeStep, { do: 'add_contact' | 'change_contact' }>,
): ContactValues {
  const { name, role, title, language, preferredChannel } = step;
  const given = {
    name,
    role: role && roleOf(role),
    title,
    language: language && languageOf(language),
    preferredChannel,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function languageOf(words: string): string {
  const language = readLanguage(words);
  if (language) return language;
  throw invalid(
    `Nobody knows the language “${words.slice(0, 60)}”.`,
    'Use its name in English, or its code.',
  );
}

export const addressesOf = (given: Record<string, string> = {}, { customer }: CustomerRecord) =>
  Object.entries(given).map(([channel, address]) => {
    const normalised = normaliseAddress(channel, address, customer.country ?? undefined);
    if (normalised) return { channel, address, normalised };
    throw invalid(`“${address.slice(0, 60)}” is no address on ${channel.slice(0, 40)}.`);
  });
