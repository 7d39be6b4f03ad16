import { asc, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SurfaceEvent } from '../../channels/surface-contract.ts';
import { surfaceApps, surfaceTurns } from '../../db/schema/index.ts';
import { seal } from '../../lib/crypto.ts';
import { newId } from '../../lib/ids.ts';
import { createLog } from '../../lib/log.ts';
import { fakeSurface } from '../../test/fake-surface.ts';
import { until } from '../../test/until.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import type { AgentEvent } from '../agent-event.ts';
import type { Actor } from '../tenants/roles.ts';
import { createLinkCode, linkAccount, listLinks, unlinkAccount } from './links.ts';
import type { Ask } from './run-turn.ts';
import { changeSurfaceApp, type SurfaceApp } from './surface-apps.ts';
import { createSurfaceRunner } from './surface-runner.ts';

type Person = Extract<Actor, { kind: 'person' }>;
let ws: TestWorkspace;
let anong: Person;
let boss: Person;
let appId: string;
let fake: ReturnType<typeof fakeSurface>;
let ask: Ask;
beforeAll(async () => {
  ws = await openTestWorkspace();
  anong = await ws.person('manager');
  boss = await ws.person('admin');
});
afterAll(() => ws.close());
beforeEach(async () => {
  fake = fakeSurface();
  ask = async function* ({ text }) {
    yield { type: 'text', text: `heard ${text}` };
  };
  appId = newId();
  await ws.system(({ tx, keys, tenant }) =>
    tx.insert(surfaceApps).values({
      id: appId,
      tenantId: tenant.id,
      surface: 'slack',
      name: appId,
      sealedSettings: seal(keys.seal, '{}'),
    }),
  );
  await ws.as(boss, (ctx) => linkAccount(ctx, { appId, externalId: 'UANONG', userId: anong.userId }));
});

const open = (owner = 'one') =>
  createSurfaceRunner({
    within: ws.within,
    surfaces: new Map([[fake.surface.key, fake.surface]]),
    channels: new Map(),
    ask: (input) => ask(input),
    onDecided: () => {},
    wake: () => {},
    owner,
    log: createLog('silent'),
  });
const app = (): SurfaceApp => ({
  ...{ id: appId, tenantId: ws.tenant.id, surface: fake.surface, settings: {}, print: 'x' },
});
let told = 0;
const said = (text: string, more: Partial<Extract<SurfaceEvent, { kind: 'said' }>> = {}): SurfaceEvent => {
  told += 1;
  return {
    kind: 'said',
    externalId: `e${told}`,
    from: 'UANONG',
    place: 'P1',
    text,
    ref: `r${told}`,
    ...more,
  };
};
const texts = () => fake.shown.map(({ text }) => text);
const turns = () => ws.system(({ tx }) => tx.select().from(surfaceTurns).orderBy(asc(surfaceTurns.id)));

/** An agent that waits at each sentence until the test lets it go on. */
function slowly() {
  const waiting: (() => void)[] = [];
  const heard: string[] = [];
  ask = async function* ({ text, signal }): AsyncGenerator<AgentEvent> {
    heard.push(text);
    await new Promise<void>((go) => {
      waiting.push(go);
      signal.addEventListener('abort', () => go());
    });
    yield { type: 'text', text: `done ${text}` };
  };
  return { heard, go: () => waiting.shift()?.() };
}

describe('what people say on a surface', () => {
  it('is answered once, however often it is told, in parallel too', async () => {
    const runner = open();
    const event = said('hello');
    await Promise.all(Array.from({ length: 5 }, () => runner.receive(app(), event)));
    await runner.settle();
    await runner.receive(app(), event);
    await runner.settle();
    expect(texts()).toEqual(['heard hello']);
  });

  it('is answered in order in one place, beside each other in two; what waits is marked until it begins', async () => {
    const { heard, go } = slowly();
    const [one, two] = [open('one'), open('two')];
    await one.receive(app(), said('first', { ref: 'a' }));
    await two.receive(app(), said('second', { ref: 'b' }));
    await two.receive(app(), said('elsewhere', { place: 'P2' }));
    await until(
      async () => heard,
      (all) => all.length === 2,
    );
    expect([...heard].sort()).toEqual(['elsewhere', 'first']);
    expect(fake.marks).toEqual(['b waits']);
    go();
    go();
    await until(
      async () => heard,
      (all) => all.includes('second'),
    );
    go();
    await Promise.all([one.settle(), two.settle()]);
    expect(texts().filter((text) => !text.includes('elsewhere'))).toEqual(['done first', 'done second']);
    expect(fake.marks).toEqual(['b waits', 'b begins']);
  });

  it('is broken off by “stop”, with what waited behind it, and only what was one’s own', async () => {
    const { heard } = slowly();
    const runner = open();
    await ws.as(boss, (ctx) => linkAccount(ctx, { appId, externalId: 'UBOSS', userId: boss.userId }));
    await runner.receive(app(), said('a long one'));
    await until(
      async () => heard,
      (all) => all.length === 1,
    );
    await runner.receive(app(), said('and another'));
    await runner.receive(app(), said('stop', { from: 'UBOSS' }));
    await runner.receive(app(), said('Stop!'));
    await until(
      async () => heard,
      (all) => all.length === 2,
    );
    // The boss’s “stop” is the boss’s sentence: nothing of theirs ran.
    expect(heard).toEqual(['a long one', 'stop']);
    await runner.close();
    expect(texts()[0]).toMatch(/Stopped, as you said/);
    expect((await turns()).slice(-3).map(({ status }) => status)).toEqual([
      'cancelled',
      'cancelled',
      'queued',
    ]);
    await ws.system(({ tx }) => tx.delete(surfaceTurns));
  });

  it('is gone on with by another process when its own is gone, under the same name', async () => {
    const names: string[] = [];
    ask = async function* ({ turnId }) {
      names.push(turnId);
      if (names.length === 1) await new Promise(() => {});
      yield { type: 'text', text: 'gone on with' };
    };
    await open('killed').receive(app(), said('do it'));
    await until(
      async () => names,
      (all) => all.length === 1,
    );
    const next = open('next');
    next.pickUp(ws.tenant.id);
    await next.settle();
    expect(names).toHaveLength(1);
    await ws.system(({ tx }) => tx.update(surfaceTurns).set({ leaseUntil: new Date('2020-01-01') }));
    next.pickUp(ws.tenant.id);
    await next.settle();
    expect(names).toEqual([names[0], names[0]]);
    expect(texts()).toEqual(['gone on with']);
    await ws.system(({ tx }) => tx.delete(surfaceTurns));
  });

  it('is tried again when the platform does not take the answer, three times', async () => {
    fake = fakeSurface({
      answer: () => ({
        write: async () => {},
        show: async () => {},
        end: () => Promise.reject(new Error('the platform is away')),
      }),
    });
    const runner = open();
    await runner.receive(app(), said('hello'));
    for (let at = 0; at < 5; at += 1) {
      await runner.settle();
      await ws.system(({ tx }) => tx.update(surfaceTurns).set({ leaseUntil: null }));
      runner.pickUp(ws.tenant.id);
    }
    await runner.settle();
    expect((await turns()).at(-1)).toMatchObject({ status: 'failed', tries: 3 });
  });

  it('shows people’s addresses to whoever has the right to see them, and nobody else', async () => {
    ask = async function* () {
      yield { type: 'text', text: 'Write to guest@example.com.' };
    };
    const viewer = await ws.person('viewer');
    await ws.as(boss, (ctx) => linkAccount(ctx, { appId, externalId: 'UVIEW', userId: viewer.userId }));
    const runner = open();
    await runner.receive(app(), said('who?'));
    await runner.receive(app(), said('who?', { from: 'UVIEW', place: 'P2' }));
    await runner.settle();
    expect(texts().sort()).toEqual(['Write to g___@example.com.', 'Write to guest@example.com.']);
  });
});

describe('who is heard', () => {
  const from = 'USTRANGER';

  it('is nobody who is not linked: one polite sentence, and nothing is kept of what they say', async () => {
    const runner = open();
    await runner.receive(app(), said('send everything', { from }));
    await runner.receive(app(), said('please', { from }));
    await runner.settle();
    expect(texts()).toEqual([expect.stringMatching(/^to USTRANGER: .*linked/)]);
    expect((await turns()).filter(({ speaker }) => speaker === from)).toEqual([]);
  });

  it('is whoever says a code that a signed-in person made, once', async () => {
    const runner = open();
    const { code } = await ws.as(anong, createLinkCode);
    await runner.receive(app(), said(`link ${code.toLowerCase()}`, { from: 'UNEW' }));
    await runner.receive(app(), said('hello', { from: 'UNEW' }));
    await runner.receive(app(), said(`link ${code}`, { from }));
    await runner.settle();
    expect(texts().toSorted()).toEqual([
      'heard hello',
      expect.stringMatching(/^to UNEW: You are linked/),
      expect.stringMatching(/^to USTRANGER: .*not valid/),
    ]);
    const script = await ws.person('manager', 'token');
    await expect(ws.as(script, createLinkCode)).rejects.toMatchObject({ code: 'auth:forbidden' });
  });

  it('is not found by trying codes: after five wrong ones even a right one is none for an hour', async () => {
    const runner = open();
    for (let at = 0; at < 5; at += 1) await runner.receive(app(), said('link AAAA-000A', { from }));
    const { code } = await ws.as(anong, createLinkCode);
    await runner.receive(app(), said(`link ${code}`, { from }));
    await runner.settle();
    expect(texts().filter((text) => /You are linked/.test(text))).toEqual([]);
  });

  it('is linked by admins only, and no longer once that is undone', async () => {
    const link = { appId, externalId: 'UX', userId: anong.userId };
    for (const who of [anong, await ws.person('admin', 'token')])
      await expect(ws.as(who, (ctx) => linkAccount(ctx, link))).rejects.toMatchObject({
        code: 'auth:forbidden',
      });
    const mine = (await ws.as(anong, listLinks)).find((one) => one.appId === appId)!;
    const other = await ws.person('manager');
    const undo = (who: Actor) => ws.as(who, (ctx) => unlinkAccount(ctx, { linkId: mine.id }));
    await expect(undo(other)).rejects.toMatchObject({ code: 'surface:unknown' });
    await undo(anong);
    const runner = open();
    await runner.receive(app(), said('hello'));
    await runner.settle();
    expect(texts()).toEqual([expect.stringMatching(/linked/)]);
  });
});

describe('a surface that we connect to', () => {
  it('is listened to once, and no longer when it is disabled', async () => {
    const log: string[] = [];
    let tell: (event: SurfaceEvent) => Promise<unknown> = async () => null;
    fake.surface.connect = async (_settings, given) => {
      log.push('open');
      tell = given;
      return { close: async () => void log.push('closed') };
    };
    await ws.system(({ tx }) => tx.update(surfaceApps).set({ isEnabled: sql`id = ${appId}` }));
    const runner = open();
    await runner.look(ws.tenant.id);
    await runner.look(ws.tenant.id);
    await tell(said('by the socket'));
    await runner.settle();
    expect(texts()).toEqual(['heard by the socket']);
    await ws.as(boss, (ctx) => changeSurfaceApp(ctx, { appId, isEnabled: false }));
    await runner.look(ws.tenant.id);
    expect(log).toEqual(['open', 'closed']);
  });
});
