import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answers, contracts } from '../../../db/schema/index.ts';
import { addCustomer } from '../../../test/add-customer.ts';
import { type Delivery, openDesk } from '../../../test/approved-campaign.ts';
import { type DeskKit, deskKit } from '../../../test/desk-kit.ts';
import type { Actor } from '../../tenants/roles.ts';
import { repliesPart } from '../replies-part.ts';
import { addConversationNote, changeConversation, takePen } from './change-conversation.ts';
import { confirmOutcome } from './confirm-outcome.ts';
import { readDeskFigures } from './desk-figures.ts';
import { listConversations, type VIEWS } from './list-conversations.ts';
import { readConversation } from './read-conversation.ts';

let d: Delivery;
let manager: Extract<Actor, { kind: 'person' }>;
let colleague: Extract<Actor, { kind: 'person' }>;
let aGuest: DeskKit['aGuest'];
let answer: DeskKit['answer'];
let conversationOf: DeskKit['conversationOf'];
let receive: DeskKit['receive'];
beforeAll(async () => {
  ({ d, manager } = await openDesk());
  ({ aGuest, answer, conversationOf, receive } = deskKit(d));
  colleague = await d.person('manager');
});
afterAll(() => d.close());

describe('colleagues at one conversation', () => {
  it('are told when one is writing, has answered, or when more came in', async () => {
    const { email } = await aGuest();
    const { replyId } = await receive(email, 'Where is the invoice?');
    const { id: conversationId } = await conversationOf(email);
    expect(await d.as(colleague, (ctx) => takePen(ctx, { conversationId }))).toEqual({ heldBy: null });
    expect(await d.as(manager, (ctx) => takePen(ctx, { conversationId }))).toEqual({
      heldBy: colleague.name,
    });
    const heldFor = async (who: Actor) =>
      (await d.as(who, (ctx) => readConversation(ctx, { conversationId }))).heldBy;
    expect([await heldFor(manager), await heldFor(colleague)]).toEqual([colleague.name, null]);
    await expect(answer(manager, replyId)).rejects.toMatchObject({ code: 'conversation:moved' });
    await answer(colleague, replyId);
    await expect(answer(manager, replyId)).rejects.toMatchObject({ code: 'conversation:moved' });
    const newer = await receive(email, 'And the contract?');
    await expect(answer(colleague, replyId)).rejects.toMatchObject({ code: 'conversation:moved' });
    await answer(manager, newer.replyId);
    const all = await d.system(({ tx }) =>
      tx.select().from(answers).where(eq(answers.conversationId, conversationId)),
    );
    expect(all).toHaveLength(2);
    await d.tick();
  });

  it('write at once when the one before them has left off, whose pen nobody else lays down', async () => {
    const { email } = await aGuest();
    const { replyId } = await receive(email, 'Where is the invoice?');
    const { id: conversationId } = await conversationOf(email);
    const writes = (who: Actor, isWriting: boolean) =>
      d.as(who, (ctx) => takePen(ctx, { conversationId, isWriting }));
    await writes(colleague, true);
    expect(await writes(manager, false)).toEqual({ heldBy: colleague.name });
    await expect(answer(manager, replyId)).rejects.toMatchObject({ code: 'conversation:moved' });
    expect(await writes(colleague, false)).toEqual({ heldBy: null });
    await answer(manager, replyId);
    await d.tick();
  });

  it('hand it over, put it away until the person writes again, note, tag and close it', async () => {
    const { email } = await aGuest();
    await receive(email, 'Hello');
    const { id: conversationId } = await conversationOf(email);
    const change = (more: object) =>
      d.as(manager, (ctx) => changeConversation(ctx, { conversationId, ...more }));
    const views = async (view: (typeof VIEWS)[number]) =>
      (await d.as(colleague, (ctx) => listConversations(ctx, { view, limit: 500 }))).map(({ id }) => id);
    for (const view of ['unassigned', 'needs_human'] as const)
      expect(await views(view)).toContain(conversationId);
    expect(await views('urgent')).not.toContain(conversationId);
    await change({ assignedTo: colleague.userId, tags: ['invoice', 'invoice'] });
    expect(await views('mine')).toContain(conversationId);
    expect(await views('unassigned')).not.toContain(conversationId);
    await change({ snoozedUntil: '2026-12-01T00:00:00Z' });
    expect([await views('mine'), await views('snoozed')]).toEqual([[], [conversationId]]);
    const back = await d.as(colleague, (ctx) =>
      listConversations({ ...ctx, now: new Date('2026-12-02T00:00:00Z') }, { view: 'mine', limit: 500 }),
    );
    expect(back).toMatchObject([{ id: conversationId, snoozedUntil: null }]);
    const { replyId } = await receive(email, 'Still there?');
    expect(await views('waiting')).toContain(conversationId);
    await d.as(colleague, (ctx) => addConversationNote(ctx, { conversationId, text: 'Called them.' }));
    await change({ status: 'closed' });
    expect(await views('closed')).toEqual([conversationId]);
    expect(await conversationOf(email)).toMatchObject({ tags: ['invoice'], waitingSince: null });
    const open = await d.system((ctx) => repliesPart(ctx, { status: 'open' }));
    expect(open.replies.map(({ id }) => id)).not.toContain(replyId);
    expect(await views('needs_human')).not.toContain(conversationId);
    const { customerId } = await conversationOf(email);
    const [own, others] = await d.system(async (ctx) => {
      const add = async (id: string) => {
        const values = { tenantId: ctx.tenant.id, customerId: id, endsOn: '2027-10-31' };
        const [row] = await ctx.tx.insert(contracts).values(values).returning({ id: contracts.id });
        return row!.id;
      };
      return [await add(customerId!), await add(await addCustomer(ctx, {}))];
    });
    await expect(change({ contractId: others })).rejects.toMatchObject({ code: 'input:invalid' });
    await change({ contractId: own });
    expect((await conversationOf(email)).contractId).toBe(own);
    await change({ contractId: null });
    expect((await conversationOf(email)).contractId).toBeNull();
    const onlooker = (await d.person('viewer')).userId;
    await expect(change({ assignedTo: onlooker })).rejects.toMatchObject({ code: 'input:invalid' });
    await expect(change({ assignedTo: conversationId })).rejects.toMatchObject({ code: 'user:unknown' });
    await expect(change({ snoozedUntil: '2026-01-01T00:00:00Z' })).rejects.toMatchObject({
      code: 'input:invalid',
    });
  });
});

describe('what came of it', () => {
  it('is confirmed by a person, once, with its value; figures count it and the time to answer', async () => {
    const { email } = await aGuest();
    const { replyId } = await receive(email, 'Yes, renew');
    const confirm = (who: Actor, more: object) =>
      d.as(who, (ctx) => confirmOutcome(ctx, { replyId, kind: 'renewed', ...more }));
    await confirm(manager, { valueMinor: 100 });
    await confirm(manager, { valueMinor: 4_800_000 });
    await expect(confirm(await d.person('manager', 'token'), {})).rejects.toMatchObject({
      code: 'auth:forbidden',
    });
    const figures = await d.as(manager, readDeskFigures);
    expect(figures.outcomes).toEqual([{ kind: 'renewed', count: 1, valueMinor: 4_800_000, currency: 'THB' }]);
    expect(figures.medianMinutesToAnswer).not.toBeNull();
    expect(figures.waiting).toBeGreaterThan(0);
  });
});
