// What can be changed about a customer, as it is asked for and as it is kept until a person decides.
import { z } from 'zod';
import { CONTACT_ROLES } from '../roles.ts';

const line = z.string().trim().min(1).max(200);
const value = z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()]);

/** One of the customer's contacts: by id, or by what the person called them. */
const contactRef = z
  .strictObject({ id: z.uuid(), name: line, role: line })
  .partial()
  .refine((ref) => Object.keys(ref).length > 0, 'names nobody');
export type ContactRef = z.infer<typeof contactRef>;

const details = {
  name: line.optional(),
  /** A role's key or its words: "GM" is general_manager. */
  role: line.optional(),
  title: line.nullable().optional(),
  language: line.nullable().optional(),
  preferredChannel: line.nullable().optional(),
  /** By channel. */
  addresses: z.record(z.string().max(40), z.string().trim().min(1).max(1200)).optional(),
};
const names = z.array(line).min(1).max(200);

/**
 * - `set`: a field of the registry (or `notes`) gets a value; null takes it away. Dates yyyy-mm-dd, money in minor
 *   units of the workspace's currency.
 * - `add_tags`, `remove_tags`, `add_units`, `remove_units`: beside those that there are, or without them.
 * - `contact_left`, `add_contact`, `change_contact`: who works there. One who is added without a role has the role of
 *   whoever leaves in the same change. Without a `contact` the only one there is meant; with `replaces` the addresses
 *   stand instead of the others on their channels.
 * - `set_units`: the names of all units, in order.
 * - `note`: a remark, dated and signed.
 */
export const changeStep = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('set'), field: z.string(), value }),
  z.strictObject({ do: z.literal('contact_left'), contact: contactRef }),
  z.strictObject({ do: z.literal('add_contact'), ...details, name: line }),
  z.strictObject({
    do: z.literal('change_contact'),
    contact: contactRef.optional(),
    replaces: z.boolean().optional(),
    ...details,
  }),
  z.strictObject({ do: z.literal('add_tags'), tags: names }),
  z.strictObject({ do: z.literal('remove_tags'), tags: names }),
  z.strictObject({ do: z.literal('add_units'), names }),
  z.strictObject({ do: z.literal('remove_units'), names }),
  z.strictObject({ do: z.literal('set_units'), names: z.array(line).max(200) }),
  z.strictObject({ do: z.literal('note'), text: z.string().trim().min(1).max(4000) }),
]);
export type ChangeStep = z.infer<typeof changeStep>;

export const changeInput = z.strictObject({
  steps: z.array(changeStep).min(1).max(20),
  /** The words in which it was asked for, or the reason. */
  why: z.string().trim().min(1).max(1000),
});
export type ChangeInput = z.infer<typeof changeInput>;

const text = z.string().nullable();
const contactValues = z
  .object({
    name: text,
    role: z.enum(CONTACT_ROLES),
    title: text,
    language: text,
    preferredChannel: text,
  })
  .partial();
export type ContactValues = z.infer<typeof contactValues>;
const addresses = z.array(z.object({ channel: z.string(), address: z.string(), normalised: z.string() }));

/** A step with everything found and checked, and the value that it replaces: if that is another one by then, it is stale. */
export const plannedStep = z.discriminatedUnion('do', [
  z.object({ do: z.literal('set'), field: z.string(), before: value, after: value }),
  z.object({ do: z.literal('contact_left'), contactId: z.uuid(), name: text }),
  z.object({ do: z.literal('add_contact'), contactId: z.uuid(), after: contactValues, addresses }),
  z.object({
    do: z.literal('change_contact'),
    contactId: z.uuid(),
    name: text,
    before: contactValues,
    after: contactValues,
    addresses,
    /** Addresses that are not used any more. */
    replaced: z.array(z.object({ id: z.uuid(), channel: z.string(), address: z.string() })).default([]),
  }),
  z.object({ do: z.literal('set_units'), before: z.array(z.string()), after: z.array(z.string()) }),
  z.object({ do: z.literal('note'), text: z.string(), noteId: z.uuid().optional() }),
]);
export type PlannedStep = z.infer<typeof plannedStep>;
export const plannedSteps = z.array(plannedStep);
export type Value = z.infer<typeof value>;
