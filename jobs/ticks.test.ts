import { eq, isNull } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createChannels } from '../channels/index.ts';
import { bootstrapAccounts } from '../core/accounts/bootstrap-accounts.ts';
import { createStandinStore } from '../core/accounts/standin-store.ts';
import { openSenders } from '../core/delivery/open-senders.ts';
import { createInboundRunner } from '../core/inbound/inbound-runner.ts';
import { type Received, receiveReplies } from '../core/replies/receive-reply.ts';
import { approvals, channelAccounts, replies, threads } from '../db/schema/index.ts';
import { newId } from '../lib/ids.ts';
import { normaliserOf } from '../routes/normaliser.ts';
import { type Delivery, openDelivery } from '../test/approved-campaign.ts';
import { readTriage } from '../test/read-triage.ts';
import { createTicks } from './ticks.ts';

const read = readTriage({ action: 'reply' });

let d: Delivery;
let channels: ReturnType<typeof createChannels>;
let said: { msg: string; blocked?: string[] }[];
beforeAll(async () => {
  d = await openDelivery();
  channels = createChannels({ store: createStandinStore(d.within) });
  await d.system((ctx) => bootstrapAccounts(ctx, { channels }));
});
afterAll(() => d.close());
beforeEach(() => {
  said = [];
});

function openTicks(given: Partial<Parameters<typeof createTicks>[0]> = {}) {
  const reported: string[] = [];
  const inbound = createInboundRunner({
    ...{ within: d.within, channels, surfaces: new Map(), normalise: normaliserOf(channels) },
    ...{
      triager: { triage: async () => read },
      hand: async () => {},
      wake: () => {},
      log: pino({ enabled: false }),
    },
  });
  const ticks = createTicks({
    database: d.database,
    within: d.within,
    channels,
    senders: openSenders({ channels, keys: d.keys }),
    inbound,
    report: async (_tenantId, approvalId) => {
      reported.push(approvalId);
    },
    owner: 'a test',
    log: pino({ level: 'warn' }, { write: (line: string) => void said.push(JSON.parse(line)) }),
    ...given,
  });
  return { reported, look: () => ticks.tenant(d.tenant.id), listTenants: ticks.listTenants };
}

const answer = (count = 1) => d.system((ctx) => receiveReplies(ctx, Array.from({ length: count }, written)));
const written = () => ({
  channel: 'email',
  identifier: `${newId()}@example.com`,
  message: 'Could you call me?',
  normalise: (_channel: string, address: string) => address,
});
const isRead = async (replyId: string) => {
  const [row] = await d.system((ctx) => ctx.tx.select().from(replies).where(eq(replies.id, replyId)));
  return row?.triagedAt !== null;
};
/** An approval whose conversation waits to hear of it. */
async function decided(): Promise<{ approvalId: string; campaignId: string }> {
  const { approvalId, campaignId } = await d.approve({ count: 1 });
  await d.system(async ({ tx, tenant }) => {
    const [thread] = await tx.insert(threads).values({ tenantId: tenant.id }).returning();
    await tx.update(approvals).set({ threadId: thread!.id }).where(eq(approvals.id, approvalId));
  });
  return { approvalId, campaignId };
}
const forget = () => d.meddle(`update approvals set reported_at = now()`);

describe('one look at a tenant', () => {
  it('sends what is due, has it delivered, reads what came and tells who waits', async () => {
    const { approvalId, campaignId } = await decided();
    const [{ replyId }] = (await answer()) as [Received];
    const { look, reported } = openTicks();
    expect(await look()).toEqual({ nextAt: null });
    expect((await d.messagesOf(campaignId)).map(({ status }) => status)).toEqual(['delivered']);
    expect(await isRead(replyId)).toBe(true);
    expect(reported).toEqual([approvalId]);
    await forget();
  });

  it('reads and tells although nothing can be sent, and says what failed', async () => {
    const { approvalId } = await decided();
    const [{ replyId }] = (await answer()) as [Received];
    const broken = {
      find: () => {
        throw new Error('sealed with another key');
      },
      close: async () => {},
    };
    const { look, reported } = openTicks({ senders: broken });
    await expect(look()).rejects.toThrow('sealed with another key');
    expect(await isRead(replyId)).toBe(true);
    expect(reported).toEqual([approvalId]);
    await forget();
  });

  it('sends and tells the others although one conversation cannot be told', async () => {
    const [first, second] = [await decided(), await decided()];
    const told: string[] = [];
    const { look } = openTicks({
      report: async (_tenantId, approvalId) => {
        if (approvalId === first.approvalId) throw new Error('its thread is torn');
        told.push(approvalId);
      },
    });
    await expect(look()).rejects.toThrow('its thread is torn');
    expect(told).toEqual([second.approvalId]);
    await forget();
  });

  it('names all failures when there are several', async () => {
    await decided();
    const broken = {
      find: () => {
        throw new Error('no key');
      },
      close: async () => {},
    };
    const { look } = openTicks({ senders: broken, report: () => Promise.reject(new Error('no thread')) });
    await expect(look()).rejects.toMatchObject({ errors: [{ message: 'no key' }, { message: 'no thread' }] });
    await forget();
  });

  it('reads all that waits, or asks to be called again', async () => {
    await answer(101);
    const { look } = openTicks();
    // A slow machine does not read so many in the second that a look has for them; it asks for another one then.
    for (let looks = 0; looks < 20 && (await look()).nextAt; looks += 1);
    expect(await d.system(({ tx }) => tx.$count(replies, isNull(replies.triagedAt)))).toBe(0);
  });

  it('says once that a channel has no account, and again when that changes', async () => {
    await d.system((ctx) => ctx.tx.update(channelAccounts).set({ isEnabled: false }));
    await d.approve({ count: 1 });
    const { look } = openTicks();
    for (let n = 0; n < 3; n++) await look();
    expect(said.map(({ blocked }) => blocked)).toEqual([['email']]);
    await d.system((ctx) => ctx.tx.update(channelAccounts).set({ isEnabled: true }));
    await look();
    expect(said).toHaveLength(1);
  });

  it('is for every tenant there is', async () => {
    expect(await openTicks().listTenants()).toContain(d.tenant.id);
  });
});
