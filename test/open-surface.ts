// A workspace on a surface of ours, on which one manager is linked; its agent is given by the test.
import { asc } from 'drizzle-orm';
import type { SurfaceEvent } from '../channels/surface-contract.ts';
import { linkAccount } from '../core/surfaces/links.ts';
import type { Ask } from '../core/surfaces/run-turn.ts';
import type { SurfaceApp } from '../core/surfaces/surface-apps.ts';
import { createSurfaceRunner } from '../core/surfaces/surface-runner.ts';
import { surfaceApps, surfaceTurns } from '../db/schema/index.ts';
import { seal } from '../lib/crypto.ts';
import { newId } from '../lib/ids.ts';
import { createLog } from '../lib/log.ts';
import { fakeSurface } from './fake-surface.ts';
import { openTestWorkspace } from './workspace.ts';

const echo: Ask = async function* ({ text }) {
  yield { type: 'text', text: `heard ${text}` };
};

export type OpenSurface = Awaited<ReturnType<typeof openSurface>>;

export async function openSurface() {
  const ws = await openTestWorkspace();
  const [anong, boss] = [await ws.person('manager'), await ws.person('admin')];
  let told = 0;
  const s = {
    ws,
    anong,
    boss,
    appId: '',
    fake: fakeSurface(),
    ask: echo,
    /** A surface that nobody has spoken on. */
    begin: async () => {
      s.appId = newId();
      s.fake = fakeSurface();
      s.ask = echo;
      await ws.system(({ tx, keys, tenant }) =>
        tx.insert(surfaceApps).values({
          id: s.appId,
          tenantId: tenant.id,
          surface: 'slack',
          name: s.appId,
          sealedSettings: seal(keys.seal, '{}'),
        }),
      );
      await s.link('UANONG', anong);
    },
    link: (externalId: string, { userId }: { userId: string }) =>
      ws.as(boss, (ctx) => linkAccount(ctx, { appId: s.appId, externalId, userId })),
    open: (owner = 'one') =>
      createSurfaceRunner({
        within: ws.within,
        surfaces: new Map([[s.fake.surface.key, s.fake.surface]]),
        channels: new Map(),
        ask: (input) => s.ask(input),
        onDecided: () => {},
        wake: () => {},
        owner,
        log: createLog('silent'),
      }),
    app: (): SurfaceApp => ({
      ...{ id: s.appId, tenantId: ws.tenant.id, surface: s.fake.surface, settings: {}, print: 'x' },
    }),
    said: (text: string, more: Partial<Extract<SurfaceEvent, { kind: 'said' }>> = {}): SurfaceEvent => {
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
    },
    texts: () => s.fake.shown.map(({ text }) => text),
    turns: () => ws.system(({ tx }) => tx.select().from(surfaceTurns).orderBy(asc(surfaceTurns.id))),
    close: () => ws.close(),
  };
  return s;
}
