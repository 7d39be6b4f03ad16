// Who may still be written to when the moment comes: what changed between the approval and the claim.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addresses, contacts, contracts, customers } from '../../db/schema/index.ts';
import { createClock } from '../../lib/clock.ts';
import { addPeople, changing, planFor, type TestRecipient } from '../../test/add-campaign.ts';
import { setConsent, suppressAddress, testHash } from '../../test/add-customer.ts';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { addAccount } from '../../test/recording-channels.ts';
import { TEST_KEYS } from '../../test/workspace.ts';
import { changePreferences } from '../consent/preferences.ts';
import type { Ctx } from '../context.ts';
import { openContexts } from '../tenants/workspace.ts';

let d: Delivery;
beforeAll(async () => {
  d = await openDelivery({ frequencyCap: { max: 2, days: 7 } });
  await d.system((ctx) => addAccount(ctx));
});
afterAll(() => d.close());
beforeEach(() => {
  d.sent.length = 0;
});

const ends = async (campaignId: string) =>
  (await d.messagesOf(campaignId)).map(({ status, reason }) => reason ?? status).sort();

type Purpose = 'service' | 'marketing';
type Change = (ctx: Ctx, one: TestRecipient) => Promise<unknown>;

/** Approves one message, changes something, dispatches: what became of the message. */
async function meanwhile(purpose: Purpose, change: Change): Promise<string[]> {
  const { campaignId, people } = await d.approve({ purpose });
  await d.system((ctx) => change(ctx, people[0]!));
  await d.tick();
  return ends(campaignId);
}

const changes: [string, Purpose, Change, string][] = [
  ['stopped everything', 'service', (ctx, { address }) => suppressAddress(ctx, address, 'all'), 'opted_out'],
  [
    'stopped marketing',
    'marketing',
    (ctx, { address }) => suppressAddress(ctx, address, 'marketing'),
    'opted_out',
  ],
  [
    'stopped marketing, when it is service',
    'service',
    (ctx, { address }) => suppressAddress(ctx, address, 'marketing'),
    'submitted',
  ],
  [
    'stopped by another address of theirs',
    'service',
    async (ctx, { contactId }) => {
      const other = { tenantId: ctx.tenant.id, contactId, channel: 'whatsapp', address: '+66900000001' };
      await ctx.tx
        .insert(addresses)
        .values({ ...other, normalised: other.address, hash: testHash(ctx, other.address) });
      await suppressAddress(ctx, other.address, 'all');
    },
    'opted_out',
  ],
  [
    'withdrew their consent',
    'marketing',
    (ctx, { address, channel }) => setConsent(ctx, { address, channel, state: 'withdrawn', at: ctx.now }),
    'no_consent',
  ],
  [
    'withdrew it and gave it again',
    'marketing',
    async (ctx, { address, channel }) => {
      await setConsent(ctx, { address, channel, state: 'withdrawn', at: new Date('2026-11-01') });
      await setConsent(ctx, { address, channel, state: 'granted', at: new Date('2026-11-02') });
    },
    'submitted',
  ],
  [
    'withdrew service for that address',
    'service',
    (ctx, { address, channel }) =>
      setConsent(ctx, { address, channel, state: 'withdrawn', at: ctx.now, purpose: 'service' }),
    'no_consent',
  ],
  [
    'left the company',
    'service',
    (ctx, { contactId }) =>
      ctx.tx.update(contacts).set({ leftAt: ctx.now }).where(eq(contacts.id, contactId)),
    'contact_gone',
  ],
  [
    'was erased',
    'service',
    (ctx, { contactId }) => ctx.tx.delete(contacts).where(eq(contacts.id, contactId)),
    'contact_gone',
  ],
  [
    'became unreachable at that address',
    'service',
    (ctx, { contactId }) =>
      ctx.tx.update(addresses).set({ usable: false }).where(eq(addresses.contactId, contactId)),
    'address_unusable',
  ],
  [
    'is at a customer under review',
    'service',
    (ctx, { customerId }) =>
      ctx.tx.update(customers).set({ status: 'review' }).where(eq(customers.id, customerId)),
    'customer_gone',
  ],
];

describe('somebody who, after the approval,', () => {
  it.each(changes)('%s (%s)', async (_, purpose, change, outcome) => {
    expect(await meanwhile(purpose, change)).toEqual([outcome]);
    expect(d.sent).toHaveLength(outcome === 'submitted' ? 1 : 0);
  });
});

describe('a renewal reminder', () => {
  const renewing = async (endsOn: string) => {
    const { people } = await d.approve();
    await d.tick();
    d.sent.length = 0;
    const contract = (ctx: Ctx, end: string) =>
      ctx.tx.insert(contracts).values({
        tenantId: ctx.tenant.id,
        customerId: people[0]!.customerId,
        startsOn: '2026-01-01',
        endsOn: end,
      });
    await d.system((ctx) => contract(ctx, '2026-12-31'));
    const { campaignId } = await d.approve({ count: 0, plan: planFor(people) });
    await d.system((ctx) => contract(ctx, endsOn));
    await d.tick();
    return ends(campaignId);
  };

  it('is dropped when the contract was renewed meanwhile', async () => {
    expect(await renewing('2027-12-31')).toEqual(['renewed']);
    expect(d.sent).toEqual([]);
  });

  it('goes out when only an older contract was added', async () => {
    expect(await renewing('2025-12-31')).toEqual(['submitted']);
  });
});

describe('the frequency cap', () => {
  it('counts what went out, also within one batch, and leaves service alone', async () => {
    const { people } = await d.approve({ purpose: 'marketing' });
    const again = () => d.approve({ count: 0, plan: planFor(people) });
    const [second, third] = [await again(), await again()];
    await d.tick();
    expect(d.sent).toHaveLength(2);
    expect([...(await ends(second.campaignId)), ...(await ends(third.campaignId))].sort()).toEqual([
      'capped',
      'submitted',
    ]);
    const service = await d.approve({ count: 0, plan: planFor([{ ...people[0]!, purpose: 'service' }]) });
    await d.tick();
    expect(await ends(service.campaignId)).toEqual(['submitted']);
    await d.meddle(`update attempts set started_at = now() - interval '8 days'`);
    const later = await again();
    await d.tick();
    expect(await ends(later.campaignId)).toEqual(['submitted']);
  });
});

describe('a rest that somebody asked for', () => {
  it('keeps news from them until it is over or ended, and leaves service alone', async () => {
    const { people } = await d.approve({ purpose: 'marketing' });
    const { contactId } = people[0]!;
    const rest = (pauseDays: number) => d.system((ctx) => changePreferences(ctx, { contactId, pauseDays }));
    await rest(30);
    const again = async (purpose: 'marketing' | 'service') => {
      const { campaignId } = await d.approve({ count: 0, plan: planFor([{ ...people[0]!, purpose }]) });
      await d.tick();
      return ends(campaignId);
    };
    expect([await again('marketing'), await again('service')]).toEqual([['paused'], ['submitted']]);
    await rest(0);
    expect(await again('marketing')).toEqual(['submitted']);
  });
});

describe('quiet hours', () => {
  it('hold a message back where it is night now, whatever was planned, and say when it goes on', async () => {
    const { campaignId } = await d.approve({ timeZone: 'Asia/Bangkok' });
    const at = (now: string) => ({
      within: openContexts({ database: d.database, clock: createClock(now), keys: TEST_KEYS }),
    });
    const night = await d.tick(at('2026-11-21T15:00:00Z'));
    expect(await ends(campaignId)).toEqual(['queued']);
    expect(night.nextAt?.toISOString()).toBe('2026-11-22T01:00:00.000Z');
    await d.tick(at('2026-11-22T00:59:00Z'));
    expect(d.sent).toEqual([]);
    await d.tick(at('2026-11-22T01:00:00Z'));
    expect(await ends(campaignId)).toEqual(['submitted']);
  });

  it('of an unknown zone are the workspace’s, also where a row names a zone that is none', async () => {
    for (const timeZone of [null, 'Mars/Olympus']) {
      const { campaignId } = await d.approve({ timeZone });
      await d.tick();
      expect(await ends(campaignId)).toEqual(['submitted']);
    }
  });
});

describe('a test to one’s own address', () => {
  it('goes to the tester at once, and counts for no contact’s cap or consent', async () => {
    const test = { kind: 'address', channel: 'email', address: 'tester@example.com' } as const;
    const people = await d.system((ctx) =>
      addPeople(ctx, { count: 1, timeZone: 'America/New_York', purpose: 'marketing' }),
    );
    const { campaignId } = await d.approve({
      count: 0,
      test,
      plan: (ctx, campaign) =>
        changing(planFor(people), ({ recipient, ...message }) => {
          const { address } = test;
          return { ...message, recipient: { ...recipient, address, addressHash: testHash(ctx, address) } };
        })(ctx, campaign),
    });
    await d.tick();
    expect(d.sent.map(({ to }) => to)).toEqual(['tester@example.com']);
    const [row] = await d.messagesOf(campaignId);
    expect(row).toMatchObject({ occurrence: 1, purpose: 'service', status: 'submitted' });
  });
});
