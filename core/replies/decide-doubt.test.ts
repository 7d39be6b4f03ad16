// What may be a stop: nothing goes out until a person has decided, and only they can.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { planFor, type TestRecipient } from '../../test/add-campaign.ts';
import { type Delivery, openDesk } from '../../test/approved-campaign.ts';
import { type DoubtKit, doubtKit } from '../../test/doubt-kit.ts';
import { giveStanding } from '../approval/decide-standing.ts';
import { ANYBODY } from '../audience/recipient.ts';
import { selectRecipients } from '../audience/select-recipients.ts';
import { listStops } from '../consent/list-stops.ts';
import type { Actor } from '../tenants/roles.ts';
import { acknowledgeDue } from './acknowledge.ts';
import { answerReply } from './desk/answer-reply.ts';
import { changeConversation } from './desk/change-conversation.ts';
import { listConversations } from './desk/list-conversations.ts';
import { markReply } from './mark-reply.ts';

let d: Delivery;
let manager: Actor;
let decide: DoubtKit['decide'];
let doubt: DoubtKit['doubt'];
let receive: DoubtKit['receive'];
let rowOf: DoubtKit['rowOf'];
let stopsOf: DoubtKit['stopsOf'];
beforeAll(async () => {
  ({ d, manager } = await openDesk());
  ({ decide, doubt, receive, rowOf, stopsOf } = doubtKit(d, manager));
});
afterAll(() => d.close());
beforeEach(() => {
  d.sent.length = 0;
  d.state.answer = ({ messageId }) => ({ outcome: 'submitted', providerId: `p-${messageId}` });
});

const ends = async (campaignId: string) =>
  (await d.messagesOf(campaignId)).map(({ status, reason }) => reason ?? status).sort();
const again = (people: readonly TestRecipient[]) => d.approve({ plan: planFor(people) });

describe('what may be a stop', () => {
  it('lets at most the message in flight go, drops what is queued, and keeps them out of what comes', async () => {
    const first = await d.approve();
    const [one] = first.people as [TestRecipient];
    const queued = await again(first.people);
    // The answer comes while the first message is on its way: the other is dropped where it was not taken along.
    const claimed = new Set<string>();
    let replyId = '';
    d.state.answer = async ({ messageId }) => {
      claimed.add(messageId);
      if (claimed.size === 1) replyId = await doubt(one);
      return { outcome: 'submitted', providerId: messageId };
    };
    await d.tick({ batch: 1 });
    await d.tick();
    expect(d.sent).toHaveLength(1);
    expect([await ends(first.campaignId), await ends(queued.campaignId)].flat().sort()).toEqual([
      'held',
      'submitted',
    ]);
    expect(await rowOf(replyId)).toMatchObject({
      doubt: 'open',
      triage: { intent: 'complaint', needsHuman: true },
      effects: [{ kind: 'held', addresses: 1, halted: 1 }],
    });
    const selection = await d.system((ctx) =>
      selectRecipients(ctx, {
        customerIds: [one.customerId],
        draft: { channels: [], roles: [], contactIds: {} },
        rules: ANYBODY,
      }),
    );
    expect(selection).toMatchObject({
      recipients: [],
      unreachable: [{ reason: 'held until somebody decides whether they asked for no more messages' }],
    });
    // What was approved while it stood is dropped by the claim itself.
    const later = await again(first.people);
    await d.tick();
    expect(await ends(later.campaignId)).toEqual(['held']);
    expect(d.sent).toHaveLength(1);
  });

  it('is stopped like any other when a person says so, once, whoever presses again', async () => {
    const { people } = await d.approve();
    const replyId = await doubt(people[0]!);
    expect(await decide(replyId, true)).toMatchObject([{ kind: 'opt_out', scope: 'all' }]);
    expect(await stopsOf(people[0]!)).toEqual(['all']);
    expect(await rowOf(replyId)).toMatchObject({
      doubt: 'stop',
      status: 'done',
      triage: { intent: 'opt_out', action: 'suppress', needsHuman: false, confidence: 1 },
    });
    const waiting = await d.system((ctx) => listConversations(ctx, { view: 'waiting', limit: 500 }));
    expect(waiting.map((row) => row.replyId)).not.toContain(replyId);
    for (const isStop of [true, false])
      await expect(decide(replyId, isStop)).rejects.toMatchObject({ code: 'reply:state' });
    expect(await stopsOf(people[0]!)).toEqual(['all']);
  });

  it('is let go when they say that it is none: the next message goes', async () => {
    const { people } = await d.approve();
    const replyId = await doubt(people[0]!);
    const [yes, no] = await Promise.allSettled([decide(replyId, false), decide(replyId, true)]);
    expect([yes.status, no.status].sort()).toEqual(['fulfilled', 'rejected']);
    const other = (await d.approve()).people[0]!;
    await decide(await doubt(other), false);
    expect(await stopsOf(other)).toEqual([]);
    const next = await again([other]);
    await d.tick();
    expect(await ends(next.campaignId)).toEqual(['submitted']);
  });

  it('is decided by nobody without the right to it, by no script and by no machine', async () => {
    const { people } = await d.approve();
    const replyId = await doubt(people[0]!);
    const script: Actor = { ...(manager as Extract<Actor, { kind: 'person' }>), surface: 'token' };
    for (const who of [await d.person('viewer'), script, { kind: 'system', name: 'triage' } as const])
      await expect(decide(replyId, false, who)).rejects.toMatchObject({ code: 'auth:forbidden' });
    for (const id of ['x', crypto.randomUUID()])
      await expect(decide(id, false)).rejects.toMatchObject({ code: 'reply:unknown' });
    expect(await stopsOf(people[0]!)).toEqual(['held']);
  });

  it('does not touch a stop that stands beside it, whichever came first', async () => {
    const [before, after] = [(await d.approve()).people[0]!, (await d.approve()).people[0]!];
    await receive(before, 'STOP');
    const late = await doubt(before);
    const early = await doubt(after);
    await receive(after, 'STOP');
    for (const replyId of [late, early]) await decide(replyId, false);
    expect([await stopsOf(before), await stopsOf(after)]).toEqual([['all'], ['all']]);
  });

  it('holds until the last doubt about a person is decided', async () => {
    const { people } = await d.approve();
    const [one, two] = [await doubt(people[0]!), await doubt(people[0]!, 'Again so much post')];
    await decide(one, false);
    expect(await stopsOf(people[0]!)).toEqual(['held']);
    await decide(two, false);
    expect(await stopsOf(people[0]!)).toEqual([]);
    // A new doubt holds anew.
    await doubt(people[0]!);
    expect(await stopsOf(people[0]!)).toEqual(['held']);
  });

  it('is neither answered nor put away before it is decided', async () => {
    const { people } = await d.approve();
    const replyId = await doubt(people[0]!);
    const { conversationId } = await rowOf(replyId);
    const limits = { maxTextLength: 500, hasSubject: true };
    const refused = { code: 'reply:state', message: 'They may have asked to get no more messages.' };
    await expect(
      d.as(manager, (ctx) => answerReply(ctx, { replyId, text: 'Sorry', limits })),
    ).rejects.toMatchObject(refused);
    await expect(d.as(manager, (ctx) => markReply(ctx, { replyId, status: 'done' }))).rejects.toMatchObject(
      refused,
    );
    await expect(
      d.as(manager, (ctx) => changeConversation(ctx, { conversationId: conversationId!, status: 'closed' })),
    ).rejects.toMatchObject(refused);
    const { stops } = await d.as(manager, (ctx) => listStops(ctx, { limit: 1 }));
    expect(stops).toMatchObject([{ scope: 'held', reason: 'held' }]);
    await decide(replyId, false);
    await d.as(manager, (ctx) => markReply(ctx, { replyId, status: 'done' }));
  });

  it('is confirmed once where a standing approval confirms stops, and not before a person has said that it is one', async () => {
    const terms = { intents: [], texts: { en: 'You get no more.' }, confirmsStop: { channels: ['email'] } };
    const until = { maxPerDay: 50, expiresAt: '2026-12-01T00:00:00.000Z' };
    await d.as(d.approver, (ctx) => giveStanding(ctx, { ...terms, ...until }));
    const acknowledge = () =>
      acknowledgeDue({ within: d.within, tenantId: d.tenant.id, channels: d.channels });
    await acknowledge();
    const replyId = await doubt((await d.approve()).people[0]!);
    expect(await acknowledge()).toBe(0);
    await decide(replyId, true);
    expect([await acknowledge(), await acknowledge()]).toEqual([1, 0]);
  });
});
