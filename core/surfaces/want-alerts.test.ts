import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  conversations,
  replies,
  surfaceApps,
  surfaceCards,
  surfaceLinks,
  users,
} from '../../db/schema/index.ts';
import { seal } from '../../lib/crypto.ts';
import { newId } from '../../lib/ids.ts';
import { createLog } from '../../lib/log.ts';
import { addCustomer } from '../../test/add-customer.ts';
import { fakeSurface } from '../../test/fake-surface.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { isBarred } from '../approval/may-decide.ts';
import { receiveReply } from '../replies/receive-reply.ts';
import type { Actor } from '../tenants/roles.ts';
import { wantCard } from './cards.ts';
import { findLinked, linkAccount, noteHeard } from './links.ts';
import { showCards } from './show-cards.ts';
import { wantAlerts, wantReminders } from './want-alerts.ts';

// A Monday, three in the afternoon in Bangkok, where the workspace works from nine to six.
const NOW = '2026-11-23T08:00:00Z';
type Person = Extract<Actor, { kind: 'person' }>;
let ws: TestWorkspace;
let [owner, lead, boss, colleague] = [] as unknown as [Person, Person, Person, Person];
const appId = newId();
const surfaces = new Map([['slack', fakeSurface().surface]]);
beforeAll(async () => {
  const policy = { remindAfterMinutes: 60, escalateAfterMinutes: 110 };
  ws = await openTestWorkspace({ timeZone: 'Asia/Bangkok', replies: policy }, NOW);
  [owner, lead] = [await ws.person('manager'), await ws.person('approver')];
  [boss, colleague] = [await ws.person('admin'), await ws.person('manager')];
  const sealedSettings = seal(ws.keys.seal, '{}');
  await ws.system(({ tx, tenant }) =>
    tx
      .insert(surfaceApps)
      .values({ id: appId, tenantId: tenant.id, surface: 'slack', name: 'S', sealedSettings }),
  );
  for (const [externalId, { userId }] of Object.entries({ UOWNER: owner, ULEAD: lead, UCOLL: colleague }))
    await ws.as(boss, (ctx) => linkAccount(ctx, { appId, externalId, userId }));
});
afterAll(() => ws.close());
beforeEach(() =>
  ws.system(async ({ tx }) => {
    await tx.delete(surfaceCards);
    await tx.update(replies).set({ status: 'done' });
    await tx.update(conversations).set({ status: 'closed', waitingSince: null });
  }),
);

let count = 0;
/** A customer of the owner's wrote so many minutes ago, and was read. */
async function wrote(minutesAgo: number, triage: object = { intent: 'question', needsHuman: true }) {
  count += 1;
  const email = `guest${count}@example.com`;
  return ws.system(async (ctx) => {
    await addCustomer(ctx, { ownerId: owner.userId, contacts: [{ at: { email } }] });
    const { replyId } = await receiveReply(ctx, {
      ...{
        channel: 'email',
        identifier: email,
        message: 'When?',
        normalise: (_: string, one: string) => one,
      },
      receivedAt: new Date(ctx.now.getTime() - minutesAgo * 60_000),
    });
    await ctx.tx.update(replies).set({ triage, triagedAt: ctx.now }).where(eq(replies.id, replyId));
    return replyId;
  });
}
const assign = (replyId: string, to: Person) =>
  ws.system(async ({ tx }) => {
    const [row] = await tx.select().from(replies).where(eq(replies.id, replyId));
    const mine = eq(conversations.id, row!.conversationId!);
    await tx.update(conversations).set({ assignedTo: to.userId }).where(mine);
  });
const look = () =>
  ws.system(async (ctx) => [await wantAlerts(ctx, surfaces), await wantReminders(ctx, surfaces)]);
const told = async () =>
  (await ws.system(({ tx }) => tx.select().from(surfaceCards).orderBy(surfaceCards.id))).map(
    ({ kind, place }) => `${kind} ${place}`,
  );

describe('what a customer wrote', () => {
  it('is told to its owner once, however often somebody looks', async () => {
    await wrote(1);
    for (let at = 0; at < 3; at += 1) await look();
    expect(await told()).toEqual(['reply @UOWNER']);
  });

  it('is told to whoever has the conversation, before the owner', async () => {
    await assign(await wrote(1), colleague);
    await look();
    expect(await told()).toEqual(['reply @UCOLL']);
  });

  it('is told to the owner when whoever has it talks to us nowhere', async () => {
    await assign(await wrote(1), boss);
    await look();
    expect(await told()).toEqual(['reply @UOWNER']);
  });

  it('is told to nobody at once when nothing is to be done about it: automatic, a thank you, a stop', async () => {
    for (const intent of ['auto_reply', 'acknowledge', 'opt_out'])
      await wrote(1, { intent, needsHuman: false });
    await look();
    expect(await told()).toEqual([]);
    await wrote(1, { intent: 'acknowledge', needsHuman: true });
    await look();
    expect(await told()).toEqual(['reply @UOWNER']);
  });
});

describe('what waits for an answer', () => {
  it('is told again to its owner, then to every approver, once each, in working minutes', async () => {
    await wrote(59);
    await wrote(61);
    await look();
    expect((await told()).filter((one) => !one.startsWith('reply'))).toEqual(['late @UOWNER']);
    await wrote(111);
    for (let at = 0; at < 2; at += 1) await look();
    expect((await told()).filter((one) => !one.startsWith('reply')).toSorted()).toEqual([
      ...['escalated @ULEAD', 'late @UOWNER', 'late @UOWNER'],
    ]);
  });

  it('has not waited while nobody was at work', async () => {
    // Since Friday, half past five, over the weekend: thirty minutes of Friday, forty of Monday by twenty to ten.
    const monday = new Date('2026-11-23T02:40:00Z');
    await wrote((Date.parse(NOW) - Date.parse('2026-11-20T10:30:00Z')) / 60_000);
    const at = (now: Date) => ws.system((ctx) => wantReminders({ ...ctx, now }, surfaces));
    await at(monday);
    expect(await told()).toEqual(['late @UOWNER']);
    await at(new Date('2026-11-23T03:21:00Z'));
    expect((await told()).toSorted()).toEqual(['escalated @ULEAD', 'late @UOWNER']);
  });

  it('is left alone when it is answered, snoozed or closed', async () => {
    const [snoozed, closed] = [await wrote(200), await wrote(200)];
    await ws.system(async ({ tx, now }) => {
      const of = async (id: string) =>
        (await tx.select().from(replies).where(eq(replies.id, id)))[0]!.conversationId!;
      const until = new Date(now.getTime() + 60_000);
      await tx
        .update(conversations)
        .set({ snoozedUntil: until })
        .where(eq(conversations.id, await of(snoozed)));
      await tx
        .update(conversations)
        .set({ status: 'closed' })
        .where(eq(conversations.id, await of(closed)));
    });
    await look();
    expect((await told()).filter((one) => !one.startsWith('reply'))).toEqual([]);
  });

  it('is told to the lead alone where the workspace names one', async () => {
    await wrote(200);
    await ws.system((ctx) => {
      const settings = {
        ...ctx.tenant.settings,
        replies: { ...ctx.tenant.settings.replies, leadId: colleague.userId },
      };
      return wantReminders({ ...ctx, tenant: { ...ctx.tenant, settings } }, surfaces);
    });
    expect((await told()).toSorted()).toEqual(['escalated @UCOLL', 'late @UOWNER']);
  });

  it('is told where somebody can be reached: on a platform with a window only while it is open', async () => {
    const windowed = new Map([['slack', { ...fakeSurface().surface, windowHours: 24 }]]);
    const said = (hoursAgo: number) =>
      ws.system(({ tx, now }) =>
        tx.update(surfaceLinks).set({ lastSaidAt: new Date(now.getTime() - hoursAgo * 3_600_000) }),
      );
    await wrote(1);
    await said(25);
    expect(await ws.system((ctx) => wantAlerts(ctx, windowed))).toBe(0);
    await said(23);
    expect(await ws.system((ctx) => wantAlerts(ctx, windowed))).toBe(1);
    // Nothing gets through once it has closed again, and nobody would say so: it waits until they say something.
    await ws.system((ctx) =>
      wantCard(ctx, { appId, place: '@UOWNER', kind: 'progress', subjectId: newId() }),
    );
    const fake = fakeSurface();
    const show = () =>
      showCards(
        {
          ...{ within: ws.within, surfaces: windowed, log: createLog('silent') },
          clientOf: () => fake.surface.open({}),
        },
        { tenantId: ws.tenant.id },
      );
    await said(25);
    expect([await show(), fake.cards.size]).toEqual([{ nextAt: null }, 0]);
    await ws.system(async (ctx) => {
      await ctx.tx.update(replies).set({ triage: null });
      await noteHeard(ctx, { appId, externalId: 'UOWNER' });
    });
    await show();
    expect(fake.cards.size).toBe(1);
  });
});

describe('an account that was closed', () => {
  it('is told nothing any more; who comes next is', async () => {
    const close = (disabledAt: Date | null) =>
      ws.system(({ tx }) => tx.update(users).set({ disabledAt }).where(eq(users.id, colleague.userId)));
    await close(new Date(NOW));
    await assign(await wrote(1), colleague);
    await look();
    await close(null);
    expect(await told()).toEqual(['reply @UOWNER']);
  });
});

describe('an account that somebody else linked', () => {
  it('is no second pair of eyes for whoever linked it, and one for everybody else', async () => {
    const linked = await ws.system((ctx) =>
      findLinked(ctx, { appId, externalId: 'ULEAD', surface: 'slack' }),
    );
    expect(linked).toMatchObject({ userId: lead.userId, vouchedBy: boss.userId });
    expect(isBarred({ barred: [boss.userId] }, linked!)).toBe(true);
    expect(isBarred({ barred: [owner.userId] }, linked!)).toBe(false);
    expect(isBarred({ barred: [lead.userId] }, linked!)).toBe(true);
  });
});
