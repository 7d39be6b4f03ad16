// The morning's digest: to whom it is due when, and what it says.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { replies, surfaceApps, surfaceLinks } from '../../db/schema/index.ts';
import { seal } from '../../lib/crypto.ts';
import { newId } from '../../lib/ids.ts';
import { addCustomer } from '../../test/add-customer.ts';
import { fakeSurface } from '../../test/fake-surface.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { triageSchema } from '../ports.ts';
import { receiveReply } from '../replies/receive-reply.ts';
import { changeOwn } from '../tenants/change-own.ts';
import type { Actor } from '../tenants/roles.ts';
import { tenantSettings } from '../tenants/settings.ts';
import { digestText, takeDigests } from './digests.ts';
import { linkAccount } from './links.ts';

// A Monday, three in the afternoon in Bangkok, where the workspace works from nine to six.
const NOW = '2026-11-23T08:00:00Z';
type Person = Extract<Actor, { kind: 'person' }>;
let ws: TestWorkspace;
let [owner, lead, colleague] = [] as unknown as [Person, Person, Person];
const surfaces = new Map([['slack', fakeSurface().surface]]);
beforeAll(async () => {
  ws = await openTestWorkspace({ timeZone: 'Asia/Bangkok' }, NOW);
  [owner, lead] = [await ws.person('manager'), await ws.person('approver')];
  colleague = await ws.person('manager');
  const appId = newId();
  const sealedSettings = seal(ws.keys.seal, '{}');
  await ws.system(({ tx, tenant }) =>
    tx
      .insert(surfaceApps)
      .values({ id: appId, tenantId: tenant.id, surface: 'slack', name: 'S', sealedSettings }),
  );
  const boss = await ws.person('admin');
  for (const [externalId, { userId }] of Object.entries({ UOWNER: owner, ULEAD: lead, UCOLL: colleague }))
    await ws.as(boss, (ctx) => linkAccount(ctx, { appId, externalId, userId }));
});
afterAll(() => ws.close());

/** A customer of the owner's said yes so many minutes ago. */
const saidYes = (minutesAgo: number) =>
  ws.system(async (ctx) => {
    const email = 'guest@example.com';
    await addCustomer(ctx, { ownerId: owner.userId, contacts: [{ at: { email } }] });
    const { replyId } = await receiveReply(ctx, {
      ...{ channel: 'email', identifier: email, message: 'Yes', normalise: (_: string, one: string) => one },
      receivedAt: new Date(ctx.now.getTime() - minutesAgo * 60_000),
    });
    await ctx.tx.update(replies).set({ triage: YES, triagedAt: ctx.now }).where(eq(replies.id, replyId));
  });

const YES = triageSchema.parse({
  ...{ intent: 'accept', urgency: 'normal', sentiment: 'positive', language: 'en', needsHuman: true },
  ...{ confidence: 1, entities: {}, answer: null, action: 'reply', because: '“yes”' },
});

const digests = () => ws.system((ctx) => takeDigests(ctx, surfaces));
const linked = (createdAt: string) =>
  ws.system(({ tx }) => tx.update(surfaceLinks).set({ createdAt: new Date(createdAt), digestAt: null }));

it('is due for each person once a working day, wherever they are told, and not on the day they were linked', async () => {
  await linked(NOW);
  expect(await digests()).toEqual([]);
  await linked('2026-11-20T08:00:00Z');
  const due = await digests();
  expect(due.map(({ externalId }) => externalId).sort()).toEqual(['UCOLL', 'ULEAD', 'UOWNER']);
  expect(due[0]?.since).toEqual(new Date('2026-11-20T08:00:00Z'));
  expect(await digests()).toEqual([]);
});

it('is due for nobody out of hours, nor where the workspace wants none', async () => {
  await linked('2026-11-20T08:00:00Z');
  for (const replies of [
    { digest: false },
    { businessHours: { days: [2] } },
    { businessHours: { to: '14:00' } },
  ])
    expect(
      await ws.system((ctx) => {
        const settings = tenantSettings.parse({ timeZone: 'Asia/Bangkok', replies });
        return takeDigests({ ...ctx, tenant: { ...ctx.tenant, settings } }, surfaces);
      }),
    ).toEqual([]);
});

it('is due in the morning where each person is, by the zone that they chose', async () => {
  const zones = { 'Europe/Berlin': owner, 'America/New_York': colleague };
  for (const [timeZone, who] of Object.entries(zones))
    await ws.as(who, (ctx) => changeOwn(ctx, { timeZone }));
  await linked('2026-11-20T08:00:00Z');
  const at = async (now: string) => {
    const due = await ws.system((ctx) => takeDigests({ ...ctx, now: new Date(now) }, surfaces));
    return due.map(({ externalId }) => externalId);
  };
  // Nine in Bangkok, where the workspace is; Berlin at a minute to nine and at nine; New York when it is Monday there.
  const told = {
    '2026-11-23T02:00:00Z': ['ULEAD'],
    '2026-11-23T07:59:00Z': [],
    '2026-11-23T08:00:00Z': ['UOWNER'],
    '2026-11-23T08:01:00Z': [],
    '2026-11-23T13:59:00Z': [],
    '2026-11-23T14:00:00Z': ['UCOLL'],
    '2026-11-24T02:00:00Z': ['ULEAD'],
  };
  for (const [now, who] of Object.entries(told)) expect([now, await at(now)]).toEqual([now, who]);
  await ws.as(owner, (ctx) => changeOwn(ctx, { timeZone: null }));
  expect(await at('2026-11-24T02:01:00Z')).toEqual(['UOWNER']);
  await ws.as(colleague, (ctx) => changeOwn(ctx, { timeZone: null }));
});

it('says what one’s own customers wrote since then, and nothing where nothing came', async () => {
  await saidYes(30);
  const since = new Date(Date.parse(NOW) - 31 * 60_000);
  const text = await ws.as(owner, (ctx) => digestText(ctx, since));
  expect(text).toMatch(/^Good morning, \S+\.\nSince the last digest your customers wrote: \d+ repl/);
  expect(text).toMatch(/\d+ said yes: /);
  expect(await ws.as(owner, (ctx) => digestText(ctx, new Date(NOW)))).toBeNull();
});
