import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addresses, auditEvents, consents, suppressions } from '../../db/schema/index.ts';
import { addContact, testHash } from '../../test/add-customer.ts';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { addAccount } from '../../test/recording-channels.ts';
import { optOutContact } from './opt-out-contact.ts';
import { liftSuppression, suppress } from './suppress.ts';

let d: Delivery;
beforeAll(async () => {
  d = await openDelivery();
  await d.system((ctx) => addAccount(ctx));
});
afterAll(() => d.close());

const suppressed = (hash: string) =>
  d.system((ctx) =>
    ctx.tx
      .select()
      .from(suppressions)
      .where(and(eq(suppressions.addressHash, hash), isNull(suppressions.liftedAt))),
  );
const ends = async (campaignId: string) =>
  (await d.messagesOf(campaignId))
    .map(({ status, reason }) => (reason ? `${status} ${reason}` : status))
    .sort();

describe('opting out', () => {
  it('stops every address of the person on every channel, and what is queued for them', async () => {
    const { campaignId, people } = await d.approve({ count: 2 });
    const { contactId, address } = people[0]!;
    const phone = '+66900000002';
    await d.system((ctx) =>
      ctx.tx.insert(addresses).values({
        tenantId: ctx.tenant.id,
        contactId,
        channel: 'whatsapp',
        address: phone,
        normalised: phone,
        hash: testHash(ctx, phone),
      }),
    );
    const done = await d.system((ctx) =>
      optOutContact(ctx, {
        addressHash: testHash(ctx, phone),
        scope: 'all',
        source: 'reply',
        evidence: 'STOP',
      }),
    );
    expect(done).toEqual({ contactIds: [contactId], addresses: 2, halted: 1 });
    for (const one of [address, phone]) {
      const hash = await d.system(async (ctx) => testHash(ctx, one));
      expect(await suppressed(hash)).toMatchObject([{ scope: 'all', reason: 'opted_out', source: 'reply' }]);
    }
    expect(await ends(campaignId)).toEqual(['dropped opted_out', 'queued']);
    const ledger = await d.system((ctx) =>
      ctx.tx.select().from(consents).where(eq(consents.contactId, contactId)),
    );
    expect(ledger.map(({ purpose, state, evidence }) => ({ purpose, state, evidence }))).toEqual(
      Array(2).fill({ purpose: 'marketing', state: 'withdrawn', evidence: 'STOP' }),
    );
    const events = await d.system((ctx) =>
      ctx.tx.select().from(auditEvents).where(eq(auditEvents.subject, contactId)),
    );
    expect(events.map(({ action }) => action)).toEqual(['contact.opted_out']);
  });

  it('of marketing leaves service going', async () => {
    const service = await d.approve();
    const marketing = await d.approve({ purpose: 'marketing' });
    for (const { people } of [service, marketing]) {
      const { contactId } = people[0]!;
      await d.system((ctx) => optOutContact(ctx, { contactId, scope: 'marketing', source: 'reply' }));
    }
    await d.tick();
    expect(await ends(service.campaignId)).toEqual(['submitted']);
    expect(await ends(marketing.campaignId)).toEqual(['dropped opted_out']);
  });

  it('holds for an address nobody is known by, and for whoever is imported with it later', async () => {
    const address = 'later@example.com';
    const done = await d.system((ctx) =>
      optOutContact(ctx, { addressHash: testHash(ctx, address), scope: 'all', source: 'reply' }),
    );
    expect(done).toEqual({ contactIds: [], addresses: 1, halted: 0 });
    const { campaignId, people } = await d.approve();
    const { customerId, contactId } = people[0]!;
    await d.system(async (ctx) => {
      await addContact(ctx, { customerId, at: { email: address } });
      await ctx.tx.insert(addresses).values({
        tenantId: ctx.tenant.id,
        contactId,
        channel: 'line',
        address,
        normalised: address,
        hash: testHash(ctx, address),
      });
    });
    await d.tick();
    expect(await ends(campaignId)).toEqual(['dropped opted_out']);
  });

  it('twice is the same as once, and needs somebody to be about', async () => {
    const { people } = await d.approve();
    const { contactId, address } = people[0]!;
    const stop = () => d.system((ctx) => optOutContact(ctx, { contactId, scope: 'all', source: 'reply' }));
    expect([(await stop()).halted, (await stop()).halted]).toEqual([1, 0]);
    const hash = await d.system(async (ctx) => testHash(ctx, address));
    expect(await suppressed(hash)).toHaveLength(1);
    const nobody = d.system((ctx) => optOutContact(ctx, { scope: 'all', source: 'reply' }));
    await expect(nobody).rejects.toMatchObject({ code: 'input:invalid' });
  });
});

describe('a suppression that stands', () => {
  it('keeps why it was made, whatever says the same later', async () => {
    const { people } = await d.approve();
    const addressHash = await d.system(async (ctx) => testHash(ctx, people[0]!.address));
    for (const [reason, source] of [
      ['complained', 'receipt'],
      ['opted_out', 'reply'],
    ] as const) {
      await d.system((ctx) => suppress(ctx, { addressHash, scope: 'all', reason, source }));
    }
    expect(await suppressed(addressHash)).toMatchObject([{ reason: 'complained', source: 'receipt' }]);
  });
});

describe('lifting a suppression', () => {
  it('is done by a person or the contact’s own words, not by a viewer, and holds until the next stop', async () => {
    const { campaignId, people } = await d.approve();
    const addressHash = await d.system(async (ctx) => testHash(ctx, people[0]!.address));
    const one = { addressHash, scope: 'all', source: 'person' } as const;
    await d.system((ctx) => suppress(ctx, { ...one, reason: 'opted_out' }));
    const viewer = await d.person('viewer');
    await expect(d.as(viewer, (ctx) => liftSuppression(ctx, one))).rejects.toMatchObject({
      code: 'auth:forbidden',
    });
    expect(await d.as(d.approver, (ctx) => liftSuppression(ctx, one))).toBe(true);
    expect(await d.as(d.approver, (ctx) => liftSuppression(ctx, one))).toBe(false);
    expect(await suppressed(addressHash)).toEqual([]);
    expect(await ends(campaignId)).toEqual(['dropped opted_out']);
    await d.system((ctx) => suppress(ctx, { ...one, reason: 'opted_out' }));
    expect(await suppressed(addressHash)).toHaveLength(1);
  });
});
