import { type ContactRow, contactRows } from '../../db/queries/audience-recipients.ts';
import { plural } from '../../lib/text.ts';
import type { Draft } from '../campaigns/draft.ts';
import type { Ctx } from '../context.ts';
import { isWithoutRoles, type Picked, pickContacts } from './pick-contacts.ts';
import {
  ANYBODY,
  type Recipient,
  type RecipientRules,
  type RecipientSelection,
  type Unreachable,
} from './recipient.ts';

export type RecipientChoice = Pick<Draft, 'channels' | 'roles' | 'contactIds'>;
type Input = { draft: RecipientChoice; customerIds: readonly string[]; rules: RecipientRules };

/**
 * Who at each customer gets the campaign, each contact once, on its first channel: its preferred one where that has a
 * usable address, else the tenant's order; `draft.channels` restricts. An opt-out by any address takes the person out
 * on every channel; marketing needs a recorded consent for the address. A customer nobody can be reached at is in
 * `unreachable` with the reason nearest to having been reached. One statement, however many customers.
 */
export async function selectRecipients(
  ctx: Ctx,
  { customerIds, ...choice }: Input,
): Promise<RecipientSelection> {
  const selection = openSelection(ctx, choice);
  return { ...(await selection.page(customerIds)), notes: selection.notes() };
}

/** The same, page by page of customers; the notes are on all pages so far. */
export function openSelection(ctx: Ctx, { draft, rules }: Omit<Input, 'customerIds'>) {
  const tally: Tally = { standIns: 0, missing: 0, shared: 0, left: new Map(), unreached: new Map() };
  const channels = channelsOf(ctx, draft);
  const asksEarlier = rules !== ANYBODY && isWithoutRoles(rules);
  return {
    page: async (customerIds: readonly string[]): Promise<Omit<RecipientSelection, 'notes'>> => {
      const rows = await readContacts(ctx, { customerIds, channels, purpose: rules.purpose, asksEarlier });
      const contacts = Map.groupBy(rows, ({ customerId }) => customerId);
      const page: Page = { recipients: [], unreachable: [] };
      for (const customerId of customerIds) {
        const there = contacts.get(customerId) ?? [];
        const { roles, contactIds } = draft;
        const picked = pickContacts(there, { rules, roles, contactIds: contactIds[customerId] });
        addCustomer({ tally, page }, { customerId, there, picked, rules });
      }
      return page;
    },
    notes: (): string[] => notesOf(tally, rules),
  };
}

async function readContacts(ctx: Ctx, question: Parameters<typeof contactRows>[0]): Promise<ContactRow[]> {
  const { rows } = await ctx.tx.execute<ContactRow>(contactRows(question));
  return rows;
}

/** Allowed channels in the tenant's order; those it does not order come last. */
function channelsOf(ctx: Ctx, draft: RecipientChoice): string[] {
  const order = ctx.tenant.settings.channelOrder;
  if (draft.channels.length === 0) return order;
  return [
    ...order.filter((channel) => draft.channels.includes(channel)),
    ...draft.channels.filter((channel) => !order.includes(channel)),
  ];
}

type Page = { recipients: Recipient[]; unreachable: Unreachable[] };
type Tally = {
  standIns: number;
  missing: number;
  shared: number;
  /** Contacts left out, by reason, at customers where somebody else is reached. */
  left: Map<Barrier, number>;
  /** Customers at whom nobody is reached, by reason. */
  unreached: Map<string, number>;
};

type Seen = { customerId: string; there: ContactRow[]; picked: Picked; rules: RecipientRules };

function addCustomer(
  { tally, page }: { tally: Tally; page: Page },
  { customerId, there, picked, rules }: Seen,
): void {
  const used = new Set<string>();
  const barriers: Barrier[] = [];
  for (const contact of picked.contacts) {
    const barrier = barrierOf(contact, rules);
    if (barrier) barriers.push(barrier);
    else if (used.has(`${contact.channel} ${contact.addressHash}`)) tally.shared += 1;
    else {
      used.add(`${contact.channel} ${contact.addressHash}`);
      page.recipients.push(toRecipient(contact, picked, rules));
    }
  }
  if (used.size === 0) {
    const nearest = BARRIERS.find((barrier) => barriers.includes(barrier));
    const reason = nearest ? REASONS[nearest] : nobody(there, picked);
    page.unreachable.push({ customerId, reason });
    tally.unreached.set(reason, (tally.unreached.get(reason) ?? 0) + 1);
    return;
  }
  if (picked.isStandIn) tally.standIns += 1;
  else if (picked.isMissingRequired) tally.missing += 1;
  for (const barrier of barriers) tally.left.set(barrier, (tally.left.get(barrier) ?? 0) + 1);
}

// From the nearest to being reached to the farthest: the first says most about what would help.
const BARRIERS = ['held', 'no_consent', 'opted_out', 'other_channel', 'no_address'] as const;
type Barrier = (typeof BARRIERS)[number];

const REASONS: Record<Barrier, string> = {
  held: 'held until somebody decides whether they asked for no more messages',
  no_consent: 'no recorded consent for marketing',
  opted_out: 'opted out',
  other_channel: 'no address on the chosen channels',
  no_address: 'no usable address',
};

/** The reasons that say that a person may not be written to, as they stand in what is excluded. */
export const WITHOUT_CONSENT: ReadonlySet<string> = new Set([
  REASONS.held,
  REASONS.no_consent,
  REASONS.opted_out,
]);

function barrierOf(contact: ContactRow, { purpose }: RecipientRules): Barrier | null {
  if (contact.isStopped) return contact.isHeld ? 'held' : 'opted_out';
  if (!contact.hasAddress) return 'no_address';
  if (contact.address === null) return 'other_channel';
  if (contact.isAllowed) return null;
  return purpose === 'marketing' ? 'no_consent' : 'opted_out';
}

const nobody = (there: readonly ContactRow[], picked: Picked): string =>
  there.length === 0
    ? 'no contact'
    : picked.required.length > 0
      ? `no contact with the role ${picked.required.map(roleWords).join(' or ')}`
      : 'no contact of those chosen by hand';

const toRecipient = (contact: ContactRow, picked: Picked, { purpose }: RecipientRules): Recipient => ({
  customerId: contact.customerId,
  contactId: contact.contactId,
  contactName: contact.name,
  role: contact.role,
  isRequiredRole: picked.required.includes(contact.role),
  channel: contact.channel!,
  address: contact.address!,
  addressHash: contact.addressHash!,
  language: contact.language,
  timeZone: contact.timeZone,
  consent: { purpose, basis: contact.basis ?? 'contract', since: contact.since },
  fallbacks: contact.others.map(({ channel, address, addressHash, basis, since }) => ({
    channel,
    address,
    addressHash,
    consent: { purpose, basis: basis ?? 'contract', since },
  })),
});

function notesOf(tally: Tally, rules: RecipientRules): string[] {
  const required = rules.roles.required.map(roleWords).join(' or ');
  const skipped = (barrier: Barrier) => tally.left.get(barrier) ?? 0;
  const notes: [number, string][] = [
    [
      tally.standIns,
      `${plural(tally.standIns, 'customer has', 'customers have')} nobody of the usual roles to reach; another contact takes the message.`,
    ],
    [
      tally.missing,
      `${plural(tally.missing, 'customer has', 'customers have')} no ${required} to reach; whoever else is there takes the message.`,
    ],
    [
      skipped('no_consent'),
      `${plural(skipped('no_consent'), 'more contact has', 'more contacts have')} no recorded consent for marketing.`,
    ],
    [
      skipped('opted_out'),
      `${plural(skipped('opted_out'), 'more contact has', 'more contacts have')} opted out.`,
    ],
    [
      skipped('held'),
      `${plural(skipped('held'), 'more contact is', 'more contacts are')} held until somebody decides whether they asked for no more messages.`,
    ],
    [
      tally.shared,
      `${plural(tally.shared, 'contact shares', 'contacts share')} an address with a colleague, who gets it once.`,
    ],
  ];
  const told = notes.filter(([count]) => count > 0).map(([, words]) => words);
  return [...notesOnUnreached(tally.unreached), ...told];
}

const notesOnUnreached = (unreached: ReadonlyMap<string, number>): string[] =>
  [...unreached].map(([reason, count]) =>
    reason === REASONS.no_consent
      ? `${plural(count, 'customer has', 'customers have')} no recorded consent for marketing.`
      : `${plural(count, 'customer')} cannot be reached: ${reason}.`,
  );

/** "general_manager" → "general manager". */
const roleWords = (role: string): string => role.replaceAll('_', ' ');
