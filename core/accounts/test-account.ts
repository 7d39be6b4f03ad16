// One message of ours to a colleague, to see that an account works. It goes by no campaign and needs no approval, so
// what it says is fixed here, and it refuses every address that a customer has or that anybody stopped.
import { and, count, eq, gt, isNull } from 'drizzle-orm';
import type { Channel, ChannelRegistry, Outgoing, Sender, SendResult } from '../../channels/contract.ts';
import { addresses, auditEvents, channelAccounts, suppressions, users } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { isId, newId } from '../../lib/ids.ts';
import { recordAudit } from '../audit/record.ts';
import { addressHash } from '../consent/address-hash.ts';
import type { Ctx, Within } from '../context.ts';
import { openSenders } from '../delivery/open-senders.ts';
import { demandSignedIn } from '../tenants/demand-signed-in.ts';
import { type Actor, demand } from '../tenants/roles.ts';

const AN_HOUR_MS = 3_600_000;
/** Enough to find out what is wrong with an account; too few to write to a town. */
const MOST_AN_HOUR = 20;
/** Longer than mail servers need; nobody watches a button for longer. */
const ANSWER_MS = 20_000;

/** Kept here until somebody fetches it: there is nobody to ask whether it works. */
const SHELVES: readonly string[] = ['list', 'inbox'];

export type AccountTest = {
  accountId: string;
  /** Where to, as people write it; without it the asking person's own address. */
  to?: string | undefined;
};

/** What the provider said, in its own words. `to` as the channel writes it. */
export type TestAnswer = {
  to: string;
  outcome: SendResult['outcome'];
  code: string | null;
  detail: string | null;
};

type Deps = { within: Within; channels: ChannelRegistry; tenantId: string; actor: Actor; waitMs?: number };

/**
 * Sends it and tells what the provider answered. What was tried is on record before anything leaves, and what came of it
 * after. Needs `administer`, signed in. Throws `account:unknown`, `account:untestable`, `input:invalid` for no address
 * of the channel or somebody who must not get it, and `request:too_many`.
 */
export async function testAccount(deps: Deps, input: AccountTest): Promise<TestAnswer> {
  const { within, tenantId, actor, channels, waitMs = ANSWER_MS } = deps;
  const { account, outgoing, keys } = await within(tenantId, actor, (ctx) =>
    begin(ctx, { ...input, channels }),
  );
  const senders = openSenders({ channels, keys });
  const result = await sendOne(senders.find(account)?.sender, { outgoing, waitMs });
  // A connection that hangs closes by itself; whoever pressed the button has waited long enough.
  senders.close().catch(() => {});
  const said = { outcome: result.outcome, code: 'code' in result ? result.code : null };
  await within(tenantId, actor, (ctx) =>
    recordAudit(ctx, { action: 'account.tested', subject: account.id, data: said }),
  );
  return { ...said, to: outgoing.to, detail: 'detail' in result ? result.detail : null };
}

type Begun = AccountTest & { channels: ChannelRegistry };

async function begin(ctx: Ctx, { accountId, to, channels }: Begun) {
  demand(ctx.actor, 'administer');
  demandSignedIn(ctx.actor);
  const [account] = isId(accountId)
    ? await ctx.tx.select().from(channelAccounts).where(eq(channelAccounts.id, accountId))
    : [];
  if (!account) throw new AppError('account:unknown', 'There is no such sender.');
  const channel = channels.get(account.channel);
  if (!channel || channel.capabilities.isPublic || SHELVES.includes(account.provider)) throw untestable();
  await demandFew(ctx);
  const address = await addressOf(ctx, { channel, to });
  await demandNoCustomer(ctx, address);
  const data = { addressHash: addressHash(ctx.keys, address) };
  await recordAudit(ctx, { action: 'account.test_begun', subject: account.id, data });
  return { account, outgoing: makeMessage(ctx, address), keys: ctx.keys };
}

const untestable = () =>
  new AppError('account:untestable', 'No test message goes by this account.', {
    nextStep: 'Everybody reads a page, and lists are fetched: look at a campaign there instead.',
  });

async function demandFew(ctx: Ctx): Promise<void> {
  const [row] = await ctx.tx
    .select({ tests: count() })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.action, 'account.test_begun'),
        gt(auditEvents.at, new Date(ctx.now.getTime() - AN_HOUR_MS)),
      ),
    );
  if (row!.tests < MOST_AN_HOUR) return;
  throw new AppError('request:too_many', `${MOST_AN_HOUR} test messages went out within an hour.`, {
    nextStep: 'Wait a while.',
  });
}

async function addressOf(ctx: Ctx, { channel, to }: { channel: Channel; to: string | undefined }) {
  const asked = to?.trim() || (channel.key === 'email' ? await ownAddress(ctx) : '');
  const address = asked && channel.normalise(asked);
  if (address) return address;
  throw new AppError('input:invalid', `This is no address of ${channel.label}.`, {
    nextStep: 'Write where the test message is to go.',
    where: { field: 'to' },
  });
}

async function ownAddress(ctx: Ctx): Promise<string> {
  if (ctx.actor.kind !== 'person') return '';
  const [self] = await ctx.tx
    .select({ email: users.email })
    .from(users)
    .where(eq(users.id, ctx.actor.userId));
  return self?.email ?? '';
}

async function demandNoCustomer(ctx: Ctx, address: string): Promise<void> {
  const hash = addressHash(ctx.keys, address);
  const [theirs] = await ctx.tx
    .select({ id: addresses.id })
    .from(addresses)
    .where(eq(addresses.hash, hash))
    .limit(1);
  const [stopped] = await ctx.tx
    .select({ id: suppressions.id })
    .from(suppressions)
    .where(and(eq(suppressions.addressHash, hash), isNull(suppressions.liftedAt)))
    .limit(1);
  if (!theirs && !stopped) return;
  throw new AppError(
    'input:invalid',
    theirs ? 'A customer has this address.' : 'Nothing more goes to this address: its owner stopped it.',
    { nextStep: 'Take your own, or a colleague’s.', where: { field: 'to' } },
  );
}

function makeMessage({ tenant, actor }: Ctx, to: string): Outgoing {
  const messageId = newId();
  const subject = `Test message of ${tenant.name}`;
  const text = `${subject}: ${actor.name} looks whether messages arrive this way. Nothing needs to be done.`;
  const { company: name, email } = tenant.settings.sender;
  return {
    messageId,
    idempotencyKey: messageId,
    tenantId: tenant.id,
    to,
    content: { subject, text },
    sender: { name, email },
  };
}

const UNREADABLE: SendResult = {
  outcome: 'rejected',
  code: 'settings',
  detail: 'The settings of this account cannot be read, or do not fit its provider.',
};
const SILENT: SendResult = { outcome: 'unknown', detail: 'The provider did not answer in time.' };

async function sendOne(
  sender: Sender | undefined,
  { outgoing, waitMs }: { outgoing: Outgoing; waitMs: number },
): Promise<SendResult> {
  if (!sender) return UNREADABLE;
  const silence = Promise.withResolvers<SendResult[]>();
  const timer = setTimeout(() => silence.resolve([SILENT]), waitMs);
  try {
    const [result] = await Promise.race([sender.send([outgoing]), silence.promise]);
    return result ?? SILENT;
  } catch (error) {
    return { outcome: 'unknown', detail: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}
