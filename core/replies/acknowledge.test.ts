import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { approvals, conversations, replies } from '../../db/schema/index.ts';
import { type Acknowledging, LATER, openAcknowledging, TERMS, TEXTS } from '../../test/acknowledging.ts';
import { giveStanding, revokeStanding } from '../approval/decide-standing.ts';
import { exportProof } from '../approval/export-proof.ts';
import { verifyProof } from '../approval/verify-proof.ts';
import { listPublicKeys } from '../tenants/list-public-keys.ts';
import { answerReply } from './desk/answer-reply.ts';

let d: Acknowledging;
beforeAll(async () => {
  d = await openAcknowledging();
});
afterAll(() => d.close());
beforeEach(() => d.forget());

describe('an acknowledgement', () => {
  it('is sent once a conversation, word by word in the reader’s language, and the message goes on waiting', async () => {
    await d.give();
    const first = await d.aMessage();
    await d.aMessage({ language: 'th-TH' });
    await d.aMessage({ language: 'de' });
    expect(await d.acknowledge()).toBe(3);
    expect((await d.bodies()).toSorted()).toEqual([TEXTS.en, TEXTS.en, TEXTS.th].toSorted());
    for (const { email } of [first, first]) await d.aMessage({ email });
    expect(await d.acknowledge()).toBe(0);
    const [row] = await d.system(({ tx }) => tx.select().from(replies).where(eq(replies.id, first.replyId)));
    const [open] = await d.system(({ tx }) =>
      tx.select().from(conversations).where(eq(conversations.id, row!.conversationId!)),
    );
    expect(open?.waitingSince).not.toBeNull();
  });

  it('is followed by a person’s answer as if nothing had been said', async () => {
    await d.give();
    const { replyId } = await d.aMessage();
    await d.acknowledge();
    const limits = { maxTextLength: 5000, hasSubject: true };
    await d.as(await d.person('manager'), (ctx) => answerReply(ctx, { replyId, text: 'Tomorrow.', limits }));
    expect(await d.bodies()).toEqual([TEXTS.en, 'Tomorrow.']);
  });

  it('never answers machines, stops, other kinds of message, or customers of high value', async () => {
    await d.give();
    await d.aMessage({ headers: { 'auto-submitted': 'auto-replied' } });
    await d.aMessage({ intent: 'accept' });
    await d.aMessage({ tier: 'platinum' });
    expect(await d.acknowledge()).toBe(0);
    expect(await d.bodies()).toEqual([]);
  });

  it('is silent while a person writes, and says of itself that no person did', async () => {
    await d.give();
    await d.aMessage();
    const pen = { penHolder: (await d.person('manager')).userId, penUntil: new Date(LATER) };
    await d.system(({ tx }) => tx.update(conversations).set(pen));
    await d.aMessage();
    expect([await d.acknowledge(), (await d.bodies()).length]).toEqual([1, 1]);
    expect(d.sent.map(({ content }) => content.headers)).toEqual([{ 'Auto-Submitted': 'auto-replied' }]);
  });

  it('keeps to its cap a day, also when two look at once', async () => {
    await d.give({ maxPerDay: 2 });
    for (let at = 0; at < 4; at += 1) await d.aMessage();
    const counts = await Promise.all([d.acknowledge(), d.acknowledge()]);
    expect(counts[0]! + counts[1]!).toBe(2);
    expect(await d.bodies()).toHaveLength(2);
  });

  it('waits for nobody to be at work, where it is for then', async () => {
    await d.give({ outsideHoursOnly: true });
    await d.aMessage();
    const workOn = (days: string) =>
      d.meddle(
        `update tenants set settings = jsonb_set(settings, '{replies,businessHours,days}', $1) where id = $2`,
        [days, d.tenant.id],
      );
    // It is Saturday, ten in the morning, in Bangkok.
    await workOn('[6]');
    expect(await d.acknowledge()).toBe(0);
    await workOn('[1, 2, 3, 4, 5]');
    expect(await d.acknowledge()).toBe(1);
  });
});

describe('what was approved ahead', () => {
  it('is given by people who may approve, never by scripts or systems, and ends', async () => {
    for (const who of [await d.person('manager'), await d.person('admin', 'token')])
      await expect(d.give({}, who)).rejects.toMatchObject({ code: 'auth:forbidden' });
    await expect(
      d.system((ctx) => giveStanding(ctx, { ...TERMS, intents: ['question'], expiresAt: LATER })),
    ).rejects.toMatchObject({ code: 'auth:forbidden' });
    for (const expiresAt of ['2026-11-20T00:00:00.000Z', '2036-01-01T00:00:00.000Z'])
      await expect(d.give({ expiresAt })).rejects.toMatchObject({ code: 'input:invalid' });
    for (const wrong of [
      { texts: { en: 'Dear {{name}}' } },
      { texts: { th: 'x' } },
      { intents: ['opt_out'] },
      { intents: [] },
      { confirmsStop: { channels: ['email'] } },
      { intents: [], confirmsStop: { channels: [] } },
    ])
      await expect(d.give(wrong)).rejects.toThrow();
  });

  it('sends nothing more once it is taken back, not even what is queued', async () => {
    const { id } = await d.give();
    await d.aMessage();
    await d.acknowledge();
    await d.as(d.approver, (ctx) => revokeStanding(ctx, { id }));
    await d.aMessage();
    expect(await d.acknowledge()).toBe(0);
    expect(await d.bodies()).toEqual([]);
  });

  it('carries its texts and no other: a row that says more does not go out, nor one under a forged approval', async () => {
    const { id } = await d.give();
    await d.aMessage();
    await d.acknowledge();
    await d.meddle(
      `update standing_approvals set terms = jsonb_set(terms, '{texts,en}', '"Buy now"'), envelope = jsonb_set(envelope, '{payload}', '"e30="') where id = $1`,
      [id],
    );
    expect(await d.bodies()).toEqual([]);
  });

  it('cannot be claimed by an approval that a person was asked for', async () => {
    const { id } = await d.give();
    await d.aMessage();
    await d.acknowledge();
    await d.meddle('update approvals set standing_id = null where standing_id = $1', [id]);
    expect(await d.bodies()).toEqual([]);
  });

  it('is proved offline: who gave it, and under which', async () => {
    const { id } = await d.give();
    await d.aMessage();
    await d.acknowledge();
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
