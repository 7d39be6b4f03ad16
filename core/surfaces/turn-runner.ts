// The turns that this process runs: rows that any process may take, one at a time in each place.
import type { SurfaceClient, SurfaceRegistry } from '../../channels/surface-contract.ts';
import type { Log } from '../../lib/log.ts';
import { becauseOf } from '../../lib/request-id.ts';
import type { Within } from '../context.ts';
import type { Background } from './background.ts';
import { type Ask, type Broken, runTurn } from './run-turn.ts';
import { findSurfaceApp, type SurfaceApp } from './surface-apps.ts';
import { claimTurn, endTurn, MAX_TRIES, type Turn } from './turns.ts';

type Deps = {
  within: Within;
  surfaces: SurfaceRegistry;
  clientOf: (app: SurfaceApp) => SurfaceClient;
  ask: Ask;
  background: Background;
  owner: string;
  log: Log;
  /** A turn is over: what it made is there to be shown. */
  onEnded(tenantId: string): Promise<void>;
};

const SURFACE = { kind: 'system', name: 'surface' } as const;
// Of all places of this process; each waits for the agent most of the time.
const AT_ONCE = 8;
// However much one workspace says, the others' turns come.
const OF_ONE = 4;

export function createTurnRunner({ within, surfaces, clientOf, ask, background, owner, log, onEnded }: Deps) {
  const running = new Map<string, AbortController>();
  /** Of each place that is taken whose it is, also while its turn is only looked for. */
  const places: string[] = [];
  /** Workspaces that found no place free, the first to come first. */
  const waiting = new Set<string>();
  let isClosing = false;

  async function takeTurn(turn: Turn): Promise<void> {
    const { tenantId, id: turnId } = turn;
    const cancel = new AbortController();
    running.set(turnId, cancel);
    let status: 'done' | 'failed' | 'queued' = 'done';
    try {
      const app = await within(tenantId, SURFACE, (ctx) =>
        findSurfaceApp(ctx, { appId: turn.appId, surfaces }),
      );
      if (app) await runTurn({ within, ask, owner }, { turn, app, client: clientOf(app), cancel });
    } catch (error) {
      status = turn.tries < MAX_TRIES ? 'queued' : 'failed';
      log.warn({ err: error, tenantId, turnId, tries: turn.tries }, 'a turn could not be shown');
    } finally {
      running.delete(turnId);
    }
    // Whoever comes next goes on with it.
    if (cancel.signal.reason === ('closing' satisfies Broken)) status = 'queued';
    try {
      await within(tenantId, SURFACE, (ctx) => endTurn(ctx, { turnId, owner, status }));
      await onEnded(tenantId);
    } finally {
      // What was said there meanwhile is next.
      waiting.add(tenantId);
      leavePlace(tenantId);
    }
  }

  /** The others come before whoever had the place. */
  function leavePlace(tenantId: string): void {
    places.splice(places.indexOf(tenantId), 1);
    const others = [...waiting].filter((id) => id !== tenantId);
    const again = waiting.has(tenantId) ? [tenantId] : [];
    waiting.clear();
    for (const id of [...others, ...again]) pickUp(id);
  }

  async function pickUpAll(tenantId: string): Promise<void> {
    while (!isClosing) {
      const own = places.filter((id) => id === tenantId);
      if (places.length >= AT_ONCE || own.length >= OF_ONE) return void waiting.add(tenantId);
      places.push(tenantId);
      let turn: Turn | null = null;
      try {
        turn = await within(tenantId, SURFACE, (ctx) => claimTurn(ctx, owner));
      } finally {
        if (!turn) leavePlace(tenantId);
      }
      if (!turn) return;
      background.begin(
        becauseOf(turn.requestId, () => takeTurn(turn)),
        'a turn failed',
      );
    }
  }

  /** Begins with what may run now; does not wait for it. */
  function pickUp(tenantId: string): void {
    if (!isClosing) background.begin(pickUpAll(tenantId), 'turns could not be taken');
  }

  return {
    pickUp,
    /** Those of them that run here. */
    cancel(turnIds: readonly string[]): void {
      for (const id of turnIds) running.get(id)?.abort('cancelled' satisfies Broken);
    },
    /** Takes no other, and leaves those that run to the process that comes next. */
    close(): void {
      isClosing = true;
      for (const cancel of running.values()) cancel.abort('closing' satisfies Broken);
    },
  };
}
