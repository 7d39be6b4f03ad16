import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { approvals, conversations, replies, standingApprovals, suppressions } from '../../db/schema/index.ts';
import { addContact, addCustomer } from '../../test/add-customer.ts';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { addAccount } from '../../test/recording-channels.ts';
import { giveStanding, revokeStanding } from '../approval/decide-standing.ts';
import { exportProof } from '../approval/export-proof.ts';
import { verifyProof } from '../approval/verify-proof.ts';
import { listPublicKeys } from '../tenants/list-public-keys.ts';
import type { Actor } from '../tenants/roles.ts';
import { acknowledgeDue } from './acknowledge.ts';
import { answerReply } from './desk/answer-reply.ts';
import { receiveReply } from './receive-reply.ts';

const TEXTS = { en: 'Your message has arrived; a person answers soon.', th: 'ได้รับข้อความของท่านแล้ว' };
const TERMS = { intents: ['question', 'complaint'] as const, texts: TEXTS, maxPerDay: 50 };
const LATER = '2026-12-01T00:00:00.000Z';

let d: Delivery;
beforeAll(async () => {
  d = await openDelivery({ replies: { highValueTiers: ['Platinum'] } });
  await d.system((ctx) => addAccount(ctx));
});
afterAll(() => d.close());
beforeEach(async () => {
  d.sent.length = 0;
  await d.system(async ({ tx, now }) => {
    await tx.update(standingApprovals).set({ revokedAt: now });
    await tx.update(replies).set({ status: 'done' });
    await tx.update(suppressions).set({ at: new Date(now.getTime() - 3_600_000) });
  });
});

const give = (more: object = {}, who: Actor = d.approver) =>
  d.as(who, (ctx) => giveStanding(ctx, { ...TERMS, intents: [...TERMS.intents], expiresAt: LATER, ...more }));
let number = 0;
type Given = {
  text?: string;
  intent?: string;
  language?: string;
  tier?: string;
  headers?: Record<string, string>;
  email?: string;
};

/** A message of a customer, as triage has read it. */
async function aMessage({
  text = 'When does it come?',
  intent = 'question',
  language = 'en',
  tier,
  headers,
  email,
}: Given = {}) {
  number += 1;
  const address = email ?? `asker${number}@example.com`;
  return d.system(async (ctx) => {
    if (!email)
      await addContact(ctx, {
        customerId: await addCustomer(ctx, tier ? { tier } : {}),
        at: { email: address },
      });
    const { replyId } = await receiveReply(ctx, {
      ...{ channel: 'email', identifier: address, message: text },
      ...{ externalId: `m-${number}`, normalise: (_: string, one: string) => one },
      ...(headers ? { headers } : {}),
    });
    const triage = {
      ...{ intent, language, urgency: 'normal', sentiment: 'neutral', needsHuman: true, confidence: 1 },
      ...{ entities: {}, answer: null, action: 'reply', because: 'x' },
    };
    await ctx.tx.update(replies).set({ triage, triagedAt: ctx.now }).where(eq(replies.id, replyId));
    return { replyId, email: address };
  });
}
const acknowledge = () => acknowledgeDue({ within: d.within, tenantId: d.tenant.id, channels: d.channels });
const bodies = async () => {
  await d.tick();
  return d.sent.map(({ content }) => content.text);
};

describe('an acknowledgement', () => {
  it('is sent once a conversation, word by word in the reader’s language, and the message goes on waiting', async () => {
    await give();
    const first = await aMessage();
    await aMessage({ language: 'th-TH' });
    await aMessage({ language: 'de' });
    expect(await acknowledge()).toBe(3);
    expect((await bodies()).toSorted()).toEqual([TEXTS.en, TEXTS.en, TEXTS.th].toSorted());
    for (const { email } of [first, first]) await aMessage({ email });
    expect(await acknowledge()).toBe(0);
    const [row] = await d.system(({ tx }) => tx.select().from(replies).where(eq(replies.id, first.replyId)));
    const [open] = await d.system(({ tx }) =>
      tx.select().from(conversations).where(eq(conversations.id, row!.conversationId!)),
    );
    expect(open?.waitingSince).not.toBeNull();
  });

  it('is followed by a person’s answer as if nothing had been said', async () => {
    await give();
    const { replyId } = await aMessage();
    await acknowledge();
    const limits = { maxTextLength: 5000, hasSubject: true };
    await d.as(await d.person('manager'), (ctx) => answerReply(ctx, { replyId, text: 'Tomorrow.', limits }));
    expect(await bodies()).toEqual([TEXTS.en, 'Tomorrow.']);
  });

  it('never answers machines, stops, other kinds of message, or customers of high value', async () => {
    await give();
    await aMessage({ headers: { 'auto-submitted': 'auto-replied' } });
    await aMessage({ intent: 'accept' });
    await aMessage({ tier: 'platinum' });
    expect(await acknowledge()).toBe(0);
    expect(await bodies()).toEqual([]);
  });

  it('is silent while a person writes, and says of itself that no person did', async () => {
    await give();
    await aMessage();
    const pen = { penHolder: (await d.person('manager')).userId, penUntil: new Date(LATER) };
    await d.system(({ tx }) => tx.update(conversations).set(pen));
    await aMessage();
    expect([await acknowledge(), (await bodies()).length]).toEqual([1, 1]);
    expect(d.sent.map(({ content }) => content.headers)).toEqual([{ 'Auto-Submitted': 'auto-replied' }]);
  });

  it('keeps to its cap a day, also when two look at once', async () => {
    await give({ maxPerDay: 2 });
    for (let at = 0; at < 4; at += 1) await aMessage();
    const counts = await Promise.all([acknowledge(), acknowledge()]);
    expect(counts[0]! + counts[1]!).toBe(2);
    expect(await bodies()).toHaveLength(2);
  });

  it('waits for nobody to be at work, where it is for then', async () => {
    await give({ outsideHoursOnly: true });
    await aMessage();
    const workOn = (days: string) =>
      d.meddle(
        `update tenants set settings = jsonb_set(settings, '{replies,businessHours,days}', $1) where id = $2`,
        [days, d.tenant.id],
      );
    // It is Saturday, ten in the morning, in Bangkok.
    await workOn('[6]');
    expect(await acknowledge()).toBe(0);
    await workOn('[1, 2, 3, 4, 5]');
    expect(await acknowledge()).toBe(1);
  });
});

describe('that a stop was heard', () => {
  const WORDS = { en: 'You get no more messages from us.', de: 'Sie erhalten keine Nachrichten mehr.' };
  const confirm = (more: object = {}, who: Actor = d.approver) =>
    give({ intents: [], texts: WORDS, confirmsStop: { channels: ['email'] }, ...more }, who);
  const stop = (more: Given = {}) => aMessage({ intent: 'opt_out', text: 'STOP', ...more });

  it('is said once, in the language of the stop, on its channel; the next stop is only obeyed', async () => {
    await give();
    await confirm();
    const { email } = await stop({ language: 'de-AT' });
    expect(await acknowledge()).toBe(1);
    expect(await bodies()).toEqual([WORDS.de]);
    expect(d.sent[0]).toMatchObject({ to: email });
    await stop({ email, language: 'de' });
    await stop({ email, text: 'unsubscribe me' });
    expect(await acknowledge()).toBe(0);
    expect(await bodies()).toEqual([WORDS.de]);
  });

  it('is said once although two look at once, and once where somebody stops twice before it is sent', async () => {
    await confirm();
    const { email } = await stop();
    expect((await Promise.all([acknowledge(), acknowledge()])).toSorted()).toEqual([0, 1]);
    await stop({ email });
    await acknowledge();
    expect(await bodies()).toEqual([WORDS.en]);
  });

  it('is not said unless a person approved that, by a channel they named, in a country that allows it', async () => {
    await give();
    await stop();
    await confirm({ confirmsStop: { channels: ['sms'] } });
    await stop();
    await confirm({ confirmsStop: { channels: ['email'], exceptCountries: ['DE'] } });
    await d.meddle(
      `update standing_approvals set revoked_at = now() where terms -> 'confirmsStop' ->> 'channels' like '%sms%'`,
      [],
    );
    await d.meddle(`update customers set country = 'DE'`, []);
    expect(await acknowledge()).toBe(0);
    await d.meddle('update customers set country = null', []);
  });

  it('is not said of an old stop, a complaint, or a stop that was taken back', async () => {
    await confirm();
    await stop();
    const suppressed = (set: string) => d.meddle(`update suppressions set ${set}`, []);
    for (const [set, back] of [
      [`at = at - interval '6 minutes'`, `at = at + interval '6 minutes'`],
      [`source = 'receipt', reason = 'complained'`, `source = 'reply', reason = 'opted_out'`],
      ['lifted_at = at', 'lifted_at = null'],
    ]) {
      await suppressed(set!);
      expect(await acknowledge()).toBe(0);
      await suppressed(back!);
    }
  });

  it('is dropped by the claim when it comes too late, or when anything else forbids it', async () => {
    await confirm();
    await stop();
    expect(await acknowledge()).toBe(1);
    await d.meddle(`update suppressions set at = at - interval '6 minutes'`, []);
    expect(await bodies()).toEqual([]);
    await stop();
    expect(await acknowledge()).toBe(1);
    await d.meddle(`update suppressions set reason = 'erased', source = 'person'`, []);
    expect(await bodies()).toEqual([]);
  });

  it('cannot be borrowed: neither an acknowledgement nor changed terms pass a stop', async () => {
    const { id } = await give();
    await aMessage();
    expect(await acknowledge()).toBe(1);
    const last = await aMessage({ intent: 'opt_out', text: 'STOP', email: `asker${number}@example.com` });
    await d.meddle(`update messages set status = 'queued', reason = null where status = 'dropped'`, []);
    await d.meddle(
      `update standing_approvals set terms = jsonb_set(terms, '{confirmsStop}', '{"channels": ["email"]}') where id = $1`,
      [id],
    );
    await d.meddle('update answers set reply_id = $1', [last.replyId]);
    expect(await bodies()).toEqual([]);
  });
});

describe('what was approved ahead', () => {
  it('is given by people who may approve, never by scripts or systems, and ends', async () => {
    for (const who of [await d.person('manager'), await d.person('admin', 'token')])
      await expect(give({}, who)).rejects.toMatchObject({ code: 'auth:forbidden' });
    await expect(
      d.system((ctx) => giveStanding(ctx, { ...TERMS, intents: ['question'], expiresAt: LATER })),
    ).rejects.toMatchObject({ code: 'auth:forbidden' });
    for (const expiresAt of ['2026-11-20T00:00:00.000Z', '2036-01-01T00:00:00.000Z'])
      await expect(give({ expiresAt })).rejects.toMatchObject({ code: 'input:invalid' });
    for (const wrong of [
      { texts: { en: 'Dear {{name}}' } },
      { texts: { th: 'x' } },
      { intents: ['opt_out'] },
      { intents: [] },
      { confirmsStop: { channels: ['email'] } },
      { intents: [], confirmsStop: { channels: [] } },
    ])
      await expect(give(wrong)).rejects.toThrow();
  });

  it('sends nothing more once it is taken back, not even what is queued', async () => {
    const { id } = await give();
    await aMessage();
    await acknowledge();
    await d.as(d.approver, (ctx) => revokeStanding(ctx, { id }));
    await aMessage();
    expect(await acknowledge()).toBe(0);
    expect(await bodies()).toEqual([]);
  });

  it('carries its texts and no other: a row that says more does not go out, nor one under a forged approval', async () => {
    const { id } = await give();
    await aMessage();
    await acknowledge();
    await d.meddle(
      `update standing_approvals set terms = jsonb_set(terms, '{texts,en}', '"Buy now"'), envelope = jsonb_set(envelope, '{payload}', '"e30="') where id = $1`,
      [id],
    );
    expect(await bodies()).toEqual([]);
  });

  it('cannot be claimed by an approval that a person was asked for', async () => {
    const { id } = await give();
    await aMessage();
    await acknowledge();
    await d.meddle('update approvals set standing_id = null where standing_id = $1', [id]);
    expect(await bodies()).toEqual([]);
  });

  it('is proved offline: who gave it, and under which', async () => {
    const { id } = await give();
    await aMessage();
    await acknowledge();
    const [row] = await d.system(({ tx }) => tx.select().from(approvals).where(eq(approvals.standingId, id)));
    const proof = await d.system((ctx) => exportProof(ctx, row!.id));
    const keys = await listPublicKeys(d.database);
    const key = keys.find(({ slug }) => slug === d.tenant.slug)!.publicKey;
    expect(verifyProof(proof, key)).toMatchObject({
      ok: true,
      approved: { standing: { id }, decidedBy: { userId: d.approver.userId, surface: 'standing' } },
    });
  });
});
