import { asc, eq } from 'drizzle-orm';
import type { ChannelRegistry } from '../../channels/contract.ts';
import type { InboundMail, Inbox } from '../../channels/mailbox-contract.ts';
import type { SurfaceRegistry } from '../../channels/surface-contract.ts';
import { channelAccounts } from '../../db/schema/index.ts';
import { type Keyring, unseal } from '../../lib/crypto.ts';
import { isAppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx, Within } from '../context.ts';
import { recordReceipt } from '../delivery/record-receipt.ts';
import type { Triager } from '../ports.ts';
import { ownWords } from '../replies/own-words.ts';
import { receiveReply } from '../replies/receive-reply.ts';
import { type ChannelNormaliser, keptHeaders } from '../replies/reply-input.ts';
import { accountsOfAgent, type Diverted, divertToAgent } from '../surfaces/divert.ts';
import type { Actor } from '../tenants/roles.ts';

export type CollectDeps = {
  within: Within;
  tenantId: string;
  channels: ChannelRegistry;
  keys: Keyring;
  triager?: Triager;
  /** Where people of the workspace talk to the agent, and what hears them. */
  agent?: { surfaces: SurfaceRegistry; receive(diverted: Diverted): Promise<void> };
};

const ACTOR: Actor = { kind: 'system', name: 'mailbox' };

type Account = typeof channelAccounts.$inferSelect;

/**
 * Looks into every mailbox of the workspace and takes in what is new. Each mail and how far the box was read are kept in
 * one transaction, so that a crash loses none and repeats none. A box that cannot be read is told, the others go on.
 */
export async function collectMail(deps: CollectDeps): Promise<{ read: number; failures: unknown[] }> {
  const accounts = await deps.within(deps.tenantId, ACTOR, ({ tx }) =>
    tx
      .select()
      .from(channelAccounts)
      .where(eq(channelAccounts.isEnabled, true))
      .orderBy(asc(channelAccounts.id)),
  );
  const failures: unknown[] = [];
  let read = 0;
  for (const account of accounts) {
    const inbox = openInbox(deps, account);
    if (!inbox) continue;
    try {
      await inbox.collect(account.inboxCursor, async (mail, cursor) => {
        await take(deps, { account, mail, cursor });
        if (mail) read += 1;
      });
    } catch (error) {
      failures.push(error);
    }
  }
  return { read, failures };
}

function openInbox({ channels, keys }: CollectDeps, account: Account): Inbox | null {
  const provider = channels.get(account.channel)?.providers[account.provider];
  if (!provider?.openInbox) return null;
  const settings = provider.settings.safeParse(readSettings(keys, account.sealedSettings));
  return settings.success ? provider.openInbox(settings.data) : null;
}

/** Null for settings that were sealed under another key: such an account is told by sending. */
function readSettings(keys: Keyring, sealed: string): unknown {
  try {
    return JSON.parse(unseal(keys.seal, sealed));
  } catch {
    return null;
  }
}

type Taking = { account: Account; mail: InboundMail | null; cursor: string };

/** What has not the shape of a message is passed by and told in the log of the workspace: it must hold up no other. */
async function take(deps: CollectDeps, taking: Taking): Promise<void> {
  try {
    await keep(deps, taking);
  } catch (error) {
    if (!isAppError(error)) throw error;
    await keep(deps, { ...taking, mail: null });
    await deps.within(deps.tenantId, ACTOR, (ctx) =>
      recordAudit(ctx, {
        action: 'mail.refused',
        subject: taking.account.id,
        data: { cursor: taking.cursor, because: error.message.slice(0, 300) },
      }),
    );
  }
}

async function keep(deps: CollectDeps, { account, mail, cursor }: Taking): Promise<void> {
  const { within, tenantId, channels, agent } = deps;
  const normalise = (channel: string, address: string) => channels.get(channel)?.normalise(address) ?? null;
  const ours = agent && mail ? await divert(deps, { account, mail, normalise }) : null;
  // Before the box counts as read: a mail that is told again is heard once.
  if (ours) await agent!.receive(ours);
  await within(tenantId, ACTOR, async (ctx) => {
    if (mail && !ours) {
      const { from: identifier, text: message, report, ...told } = mail;
      if (report) await noteReport(ctx, { report, mail });
      await receiveReply(ctx, {
        ...{ channel: account.channel, identifier, message, ...told, normalise },
        isLikelyStop: deps.triager?.isLikelyStop,
      });
    }
    await ctx.tx
      .update(channelAccounts)
      .set({ inboxCursor: cursor })
      .where(eq(channelAccounts.id, account.id));
  });
}

type Reported = { report: NonNullable<InboundMail['report']>; mail: InboundMail };

/** A bounce that came by mail is a receipt as one by webhook is; the mail is kept as well. */
const noteReport = (ctx: Ctx, { report: { messageId, status, detail }, mail }: Reported) =>
  recordReceipt(ctx, {
    messageId,
    kind: status,
    externalId: `mail:${mail.externalId}`,
    at: mail.receivedAt,
    detail,
  });

type Diverting = { account: Account; mail: InboundMail; normalise: ChannelNormaliser };

/** What a person of the workspace says to the agent by mail; null for what is a customer's. */
async function divert(deps: CollectDeps, { account, mail, normalise }: Diverting): Promise<Diverted | null> {
  const { id: accountId, channel } = account;
  const headers = keptHeaders(mail.headers ?? {});
  return deps.within(deps.tenantId, ACTOR, async (ctx) => {
    if (!(await accountsOfAgent(ctx, [accountId])).has(accountId)) return null;
    const event = {
      ...{ kind: 'reply' as const, from: mail.from, externalId: mail.externalId, at: mail.receivedAt },
      text: ownWords(mail.text, channel) || (headers.subject ?? ''),
      inReplyTo: headers['in-reply-to'],
    };
    return divertToAgent(ctx, {
      ...{ accountId, channel, event, headers, normalise },
      surfaces: deps.agent!.surfaces,
    });
  });
}
