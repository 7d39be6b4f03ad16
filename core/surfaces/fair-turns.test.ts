import { afterAll, beforeAll, expect, it } from 'vitest';
import { surfaceApps } from '../../db/schema/index.ts';
import { seal } from '../../lib/crypto.ts';
import { newId } from '../../lib/ids.ts';
import { createLog } from '../../lib/log.ts';
import { fakeSurface } from '../../test/fake-surface.ts';
import { until } from '../../test/until.ts';
import { openTestWorkspace, TEST_KEYS, type TestWorkspace } from '../../test/workspace.ts';
import { createUser } from '../tenants/create-user.ts';
import type { Actor } from '../tenants/roles.ts';
import { createTenant } from '../tenants/workspace.ts';
import { linkAccount } from './links.ts';
import type { Ask } from './run-turn.ts';
import type { SurfaceApp } from './surface-apps.ts';
import { createSurfaceRunner } from './surface-runner.ts';

let ws: TestWorkspace;
const { surface } = fakeSurface();
const SYSTEM = { kind: 'system', name: 'test' } as const;
beforeAll(async () => {
  ws = await openTestWorkspace();
});
afterAll(() => ws.close());

/** A place of a workspace of its own where somebody may talk to the agent. */
async function newWorkspace(): Promise<SurfaceApp> {
  const tenant = await createTenant(ws.database, TEST_KEYS, { slug: newId(), name: 'One of two' });
  const [tenantId, id] = [tenant.id, newId()];
  await ws.within(tenantId, SYSTEM, async (ctx) => {
    const person = { email: `${id}@example.com`, name: 'Boss', role: 'admin' } as const;
    const { id: userId } = await createUser(ctx, person);
    const boss: Actor = { kind: 'person', userId, name: 'Boss', role: 'admin', surface: 'console' };
    const sealedSettings = seal(ctx.keys.seal, '{}');
    await ctx.tx.insert(surfaceApps).values({ id, tenantId, surface: 'slack', name: id, sealedSettings });
    await linkAccount({ ...ctx, actor: boss }, { appId: id, externalId: 'UBOSS', userId });
  });
  return { id, tenantId, surface, settings: {}, print: 'x' };
}

it('the agent’s places are shared: one workspace that says much keeps no other waiting', async () => {
  const heard: string[] = [];
  const going: (() => void)[] = [];
  const ask: Ask = async function* ({ text, signal }) {
    heard.push(text);
    await new Promise<void>((go) => {
      going.push(go);
      signal.addEventListener('abort', () => go());
    });
    yield { type: 'text', text: `done ${text}` };
  };
  const runner = createSurfaceRunner({
    ...{ within: ws.within, ask, surfaces: new Map([[surface.key, surface]]), channels: new Map() },
    ...{ onDecided: () => {}, wake: () => {}, owner: 'one', log: createLog('silent') },
  });
  const [noisy, quiet] = [await newWorkspace(), await newWorkspace()];
  const say = (app: SurfaceApp, text: string) =>
    runner.receive(app, { kind: 'said', externalId: text, from: 'UBOSS', place: text, text, ref: text });
  const hears = (count: number) =>
    until(
      async () => heard.length,
      (many) => many === count,
    );

  for (let at = 0; at < 10; at += 1) await say(noisy, `noise ${at}`);
  await hears(4);
  await say(quiet, 'please');
  await hears(5);
  expect(heard.at(-1)).toBe('please');
  // The others come as places come free, and all of them.
  await until(
    async () => {
      going.shift()?.();
      return heard.length;
    },
    (many) => many === 11,
  );
  while (going.length > 0) going.shift()?.();
  await runner.settle();
  await runner.close();
});
