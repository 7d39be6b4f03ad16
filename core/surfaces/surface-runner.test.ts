import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SurfaceEvent } from '../../channels/surface-contract.ts';
import { surfaceApps, surfaceTurns } from '../../db/schema/index.ts';
import { fakeSurface } from '../../test/fake-surface.ts';
import { type OpenSurface, openSurface } from '../../test/open-surface.ts';
import { until } from '../../test/until.ts';
import type { AgentEvent } from '../agent-event.ts';
import { changeSurfaceApp } from './surface-apps.ts';

let s: OpenSurface;
beforeAll(async () => {
  s = await openSurface();
});
afterAll(() => s.close());
beforeEach(() => s.begin());

/** An agent that waits at each sentence until the test lets it go on. */
function slowly() {
  const waiting: (() => void)[] = [];
  const heard: string[] = [];
  s.ask = async function* ({ text, signal }): AsyncGenerator<AgentEvent> {
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
    const runner = s.open();
    const event = s.said('hello');
    await Promise.all(Array.from({ length: 5 }, () => runner.receive(s.app(), event)));
    await runner.settle();
    await runner.receive(s.app(), event);
    await runner.settle();
    expect(s.texts()).toEqual(['heard hello']);
  });

  it('is answered in order in one place, beside each other in two; what waits is marked until it begins', async () => {
    const { heard, go } = slowly();
    const [one, two] = [s.open('one'), s.open('two')];
    await one.receive(s.app(), s.said('first', { ref: 'a' }));
    await two.receive(s.app(), s.said('second', { ref: 'b' }));
    await two.receive(s.app(), s.said('elsewhere', { place: 'P2' }));
    await until(
      async () => heard,
      (all) => all.length === 2,
    );
    expect([...heard].sort()).toEqual(['elsewhere', 'first']);
    expect(s.fake.marks).toEqual(['b waits']);
    go();
    go();
    await until(
      async () => heard,
      (all) => all.includes('second'),
    );
    go();
    await Promise.all([one.settle(), two.settle()]);
    expect(s.texts().filter((text) => !text.includes('elsewhere'))).toEqual(['done first', 'done second']);
    expect(s.fake.marks).toEqual(['b waits', 'b begins']);
  });

  it('is broken off by “stop”, with what waited behind it, and only what was one’s own', async () => {
    const { heard } = slowly();
    const runner = s.open();
    await s.link('UBOSS', s.boss);
    await runner.receive(s.app(), s.said('a long one'));
    await until(
      async () => heard,
      (all) => all.length === 1,
    );
    await runner.receive(s.app(), s.said('and another'));
    await runner.receive(s.app(), s.said('stop', { from: 'UBOSS' }));
    await runner.receive(s.app(), s.said('Stop!'));
    await until(
      async () => heard,
      (all) => all.length === 2,
    );
    // The boss’s “stop” is the boss’s sentence: nothing of theirs ran.
    expect(heard).toEqual(['a long one', 'stop']);
    await runner.close();
    expect(s.texts()[0]).toMatch(/Stopped, as you said/);
    expect((await s.turns()).slice(-3).map(({ status }) => status)).toEqual([
      'cancelled',
      'cancelled',
      'queued',
    ]);
    await s.ws.system(({ tx }) => tx.delete(surfaceTurns));
  });

  it('is gone on with by another process when its own is gone, under the same name', async () => {
    const names: string[] = [];
    s.ask = async function* ({ turnId }) {
      names.push(turnId);
      if (names.length === 1) await new Promise(() => {});
      yield { type: 'text', text: 'gone on with' };
    };
    await s.open('killed').receive(s.app(), s.said('do it'));
    await until(
      async () => names,
      (all) => all.length === 1,
    );
    const next = s.open('next');
    next.pickUp(s.ws.tenant.id);
    await next.settle();
    expect(names).toHaveLength(1);
    await s.ws.system(({ tx }) => tx.update(surfaceTurns).set({ leaseUntil: new Date('2020-01-01') }));
    next.pickUp(s.ws.tenant.id);
    await next.settle();
    expect(names).toEqual([names[0], names[0]]);
    expect(s.texts()).toEqual(['gone on with']);
    await s.ws.system(({ tx }) => tx.delete(surfaceTurns));
  });

  it('is tried again when the platform does not take the answer, three times', async () => {
    s.fake = fakeSurface({
      answer: () => ({
        write: async () => {},
        show: async () => {},
        end: () => Promise.reject(new Error('the platform is away')),
      }),
    });
    const runner = s.open();
    await runner.receive(s.app(), s.said('hello'));
    for (let at = 0; at < 5; at += 1) {
      await runner.settle();
      await s.ws.system(({ tx }) => tx.update(surfaceTurns).set({ leaseUntil: null }));
      runner.pickUp(s.ws.tenant.id);
    }
    await runner.settle();
    expect((await s.turns()).at(-1)).toMatchObject({ status: 'failed', tries: 3 });
  });

  it('shows people’s addresses to whoever has the right to see them, and nobody else', async () => {
    s.ask = async function* () {
      yield { type: 'text', text: 'Write to guest@example.com.' };
    };
    const viewer = await s.ws.person('viewer');
    await s.link('UVIEW', viewer);
    const runner = s.open();
    await runner.receive(s.app(), s.said('who?'));
    await runner.receive(s.app(), s.said('who?', { from: 'UVIEW', place: 'P2' }));
    await runner.settle();
    expect(s.texts().sort()).toEqual(['Write to g___@example.com.', 'Write to guest@example.com.']);
  });
});

describe('a surface that we connect to', () => {
  it('is listened to once, and no longer when it is disabled', async () => {
    const log: string[] = [];
    let tell: (event: SurfaceEvent) => Promise<unknown> = async () => null;
    s.fake.surface.connect = async (_settings, given) => {
      log.push('open');
      tell = given;
      return { close: async () => void log.push('closed') };
    };
    await s.ws.system(({ tx }) => tx.update(surfaceApps).set({ isEnabled: sql`id = ${s.appId}` }));
    const runner = s.open();
    await runner.look(s.ws.tenant.id);
    await runner.look(s.ws.tenant.id);
    await tell(s.said('by the socket'));
    await runner.settle();
    expect(s.texts()).toEqual(['heard by the socket']);
    await s.ws.as(s.boss, (ctx) => changeSurfaceApp(ctx, { appId: s.appId, isEnabled: false }));
    await runner.look(s.ws.tenant.id);
    expect(log).toEqual(['open', 'closed']);
  });
});
