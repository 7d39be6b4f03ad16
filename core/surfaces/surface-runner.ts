// Everything that people do on surfaces, beside everything else: turns are rows that any process may take, one at a
// time in each place; what is pressed is done at once.
import type { ChannelRegistry } from '../../channels/contract.ts';
import type {
  FormRefusal,
  SurfaceClient,
  SurfaceEvent,
  SurfaceRegistry,
} from '../../channels/surface-contract.ts';
import { isAppError } from '../../lib/errors.ts';
import type { Log } from '../../lib/log.ts';
import { becauseOf } from '../../lib/request-id.ts';
import type { Ctx, Within } from '../context.ts';
import type { Actor } from '../tenants/roles.ts';
import { clientFor } from './client-for.ts';
import { type Digest, digestText, takeDigests } from './digests.ts';
import type { Diverted } from './divert.ts';
import { fieldOf } from './forms.ts';
import { hearSaid, WELCOME } from './hear.ts';
import { findLinked, noteHeard } from './links.ts';
import { openClients, openConnections } from './open-clients.ts';
import { doPress, type Pressed } from './press.ts';
import { readHome } from './read-home.ts';
import { type Ask, type Broken, runTurn } from './run-turn.ts';
import { showCards } from './show-cards.ts';
import { findSurfaceApp, openApps, type SurfaceApp } from './surface-apps.ts';
import { claimTurn, endTurn, MAX_TRIES, type Turn } from './turns.ts';
import { wantAlerts, wantReminders } from './want-alerts.ts';
import { wantApprovals } from './want-approvals.ts';

type Deps = {
  within: Within;
  surfaces: SurfaceRegistry;
  channels: ChannelRegistry;
  ask: Ask;
  /** Told of every decision, so that delivery starts and the conversation that waits goes on. */
  onDecided(tenantId: string, approvalId: string): void;
  /** There is something to send, or to show. */
  wake(tenantId: string): void;
  owner: string;
  log: Log;
};
export type SurfaceRunner = ReturnType<typeof createSurfaceRunner>;

const SURFACE = { kind: 'system', name: 'surface' } as const;
// Of all places of this process; each waits for the agent most of the time.
const AT_ONCE = 8;
// However much one workspace says, the others' turns come.
const OF_ONE = 4;
const PROMPTS = [
  'Send renewal reminders to everybody whose contract ends next month',
  'Who said yes this week?',
  'What waits for an answer?',
];

export function createSurfaceRunner(deps: Deps) {
  const { within, surfaces, owner, log } = deps;
  const clientOf = openClients();
  const connections = openConnections({
    tell: (app, event) => receive(app, event),
    onFailure: (err, { tenantId, id }) =>
      log.warn({ err, tenantId, appId: id }, 'a surface cannot be listened to'),
  });
  const running = new Map<string, { tenantId: string; cancel: AbortController }>();
  /** Workspaces that found no place free, the first to come first. */
  const waiting = new Set<string>();
  const begun = new Set<Promise<unknown>>();
  let isClosing = false;

  /** Done in the background: nobody is kept waiting, and a failure is logged once. */
  function begin(work: Promise<unknown>, what: string): void {
    const ending = work.catch((err: unknown) => log.error({ err }, what)).finally(() => begun.delete(ending));
    begun.add(ending);
  }

  const show = (tenantId: string, subjectId?: string) =>
    showCards({ within, surfaces, clientOf, log }, { tenantId, ...(subjectId ? { subjectId } : {}) });

  async function takeTurn(turn: Turn): Promise<void> {
    const { tenantId, id: turnId } = turn;
    const cancel = new AbortController();
    running.set(turnId, { tenantId, cancel });
    let status: 'done' | 'failed' | 'queued' = 'done';
    try {
      const app = await within(tenantId, SURFACE, (ctx) =>
        findSurfaceApp(ctx, { appId: turn.appId, surfaces }),
      );
      if (app) await runTurn({ within, ask: deps.ask, owner }, { turn, app, client: clientOf(app), cancel });
    } catch (error) {
      status = turn.tries < MAX_TRIES ? 'queued' : 'failed';
      log.warn({ err: error, tenantId, turnId, tries: turn.tries }, 'a turn could not be shown');
    } finally {
      running.delete(turnId);
    }
    // Whoever comes next goes on with it.
    if (cancel.signal.reason === ('closing' satisfies Broken)) status = 'queued';
    await within(tenantId, SURFACE, (ctx) => endTurn(ctx, { turnId, owner, status }));
    await show(tenantId);
    // What it asked for is shown to whoever may decide.
    deps.wake(tenantId);
    const others = [...waiting].filter((id) => id !== tenantId);
    waiting.clear();
    for (const id of [...others, tenantId]) pickUp(id);
  }

  async function pickUpAll(tenantId: string): Promise<void> {
    const own = () => [...running.values()].filter((turn) => turn.tenantId === tenantId).length;
    while (!isClosing) {
      if (running.size >= AT_ONCE || own() >= OF_ONE) return void waiting.add(tenantId);
      const turn = await within(tenantId, SURFACE, (ctx) => claimTurn(ctx, owner));
      if (!turn) return;
      begin(
        becauseOf(turn.requestId, () => takeTurn(turn)),
        'a turn failed',
      );
    }
  }

  /** Begins with what may run now; does not wait for it. */
  function pickUp(tenantId: string): void {
    if (!isClosing) begin(pickUpAll(tenantId), 'turns could not be taken');
  }

  async function said(app: SurfaceApp, event: Extract<SurfaceEvent, { kind: 'said' }>): Promise<void> {
    const heard = await within(app.tenantId, SURFACE, (ctx) =>
      hearSaid(ctx, { app, event, channels: deps.channels }),
    );
    const client = clientOf(app);
    const { place, from } = event;
    if (heard.kind === 'cancelled')
      for (const id of heard.turnIds) running.get(id)?.cancel.abort('cancelled' satisfies Broken);
    if (heard.kind === 'tell') begin(client.whisper(place, from, heard.text), 'an answer could not be shown');
    if (heard.kind === 'proposed') begin(propose(app, place, heard), 'an answer could not be shown');
    if (heard.kind === 'queued' && heard.waits)
      begin(showWaiting(client, event), 'a message could not be marked');
    if (heard.kind === 'queued') pickUp(app.tenantId);
  }

  /** What is asked about first, word by word, then the card that decides it. */
  async function propose(
    app: SurfaceApp,
    place: string,
    { text, approvalId }: { text: string; approvalId: string },
  ): Promise<void> {
    await clientOf(app).say(place, text);
    await show(app.tenantId, approvalId);
  }

  /** What becomes of a form is awaited: it stays open, with the reason, until it is taken. */
  async function pressed(
    app: SurfaceApp,
    event: Extract<SurfaceEvent, { kind: 'pressed' }>,
  ): Promise<FormRefusal | null> {
    const { press, from, place, externalId } = event;
    const client = clientOf(app);
    const { tenantId } = app;
    const account = { appId: app.id, externalId: from };
    if (press.name === 'say') {
      await said(app, { kind: 'said', externalId, from, place, text: press.text });
      return null;
    }
    const refuse = async (message: string, error?: unknown): Promise<FormRefusal | null> => {
      if (press.name === 'submit') return { field: fieldOf(error, press), message };
      await client.whisper(place, from, message);
      return null;
    };
    const actor = await within(tenantId, SURFACE, async (ctx) => {
      await noteHeard(ctx, account);
      return linkedTo(ctx, app, from);
    });
    if (!actor) return refuse(NOBODY);
    try {
      const done = await within(tenantId, actor, (ctx) =>
        doPress(ctx, press, { ...deps, account, hasForms: client.openForm !== undefined }),
      );
      const finishing = finish({ app, actor, event, done });
      if (press.name === 'submit') begin(finishing, 'what a form changed could not be shown');
      else await finishing;
      return null;
    } catch (error) {
      if (!isAppError(error)) throw error;
      const refusal = await refuse([error.message, error.nextStep].filter(Boolean).join(' '), error);
      // It may show what is not so any more.
      if ('approvalId' in press) await show(tenantId, press.approvalId);
      return refusal;
    }
  }

  type Finishing = {
    app: SurfaceApp;
    actor: Actor;
    event: Extract<SurfaceEvent, { kind: 'pressed' }>;
    done: Pressed;
  };

  async function finish({ app, actor, event, done }: Finishing): Promise<void> {
    const { place, from, trigger } = event;
    const { tenantId } = app;
    const client = clientFor(clientOf(app), { app, actor, place });
    if (done.kind === 'decided') {
      log.info({ tenantId, subject: done.approvalId }, 'decided');
      deps.onDecided(tenantId, done.approvalId);
      await show(tenantId, done.approvalId);
      // The course of the campaign, where the approval was.
      await show(tenantId);
    }
    if (done.kind === 'changed') {
      deps.wake(tenantId);
      await show(tenantId, done.subjectId);
      if (done.tell) await client.whisper(place, from, done.tell);
    }
    if (done.kind === 'form') {
      if (client.openForm && trigger) await client.openForm(trigger, done.form);
      else await client.whisper(place, from, done.otherwise);
    }
    if (done.kind === 'file') await client.sendFile(place, done);
  }

  async function opened(app: SurfaceApp, event: Extract<SurfaceEvent, { kind: 'opened' }>): Promise<void> {
    const client = clientOf(app);
    const { tenantId } = app;
    if (event.what === 'assistant') return client.greet?.(event.place, PROMPTS);
    const actor = await within(tenantId, SURFACE, (ctx) => linkedTo(ctx, app, event.from));
    if (!actor) return;
    const shown = clientFor(client, { app, actor, place: event.place });
    await shown.showHome?.(event.from, await within(tenantId, actor, readHome));
  }

  async function tellDigest(tenantId: string, { appId, externalId, since }: Digest): Promise<void> {
    const app = await within(tenantId, SURFACE, (ctx) => findSurfaceApp(ctx, { appId, surfaces }));
    const actor = app && (await within(tenantId, SURFACE, (ctx) => linkedTo(ctx, app, externalId)));
    const text = actor && (await within(tenantId, actor, (ctx) => digestText(ctx, since)));
    if (!app || !text) return;
    const place = await clientOf(app).privately(externalId);
    await clientFor(clientOf(app), { app, actor, place }).say(place, text);
  }

  /** Takes in what a platform told. What was said is kept when this resolves, and a form taken or refused; the rest goes on behind. */
  async function receive(app: SurfaceApp, event: SurfaceEvent): Promise<FormRefusal | null> {
    if (event.kind === 'said') await said(app, event);
    else if (event.kind === 'pressed' && event.press.name === 'submit') return pressed(app, event);
    else begin(event.kind === 'pressed' ? pressed(app, event) : opened(app, event), 'an event failed');
    return null;
  }

  return {
    pickUp,
    show,
    /** Listens where that is for us to do, and wants whatever people should be told of to be shown to them. */
    async look(tenantId: string): Promise<void> {
      const { apps, digests } = await within(tenantId, SURFACE, async (ctx) => {
        const open = await openApps(ctx, surfaces);
        if (open.length === 0) return { apps: open, digests: [] };
        await wantAlerts(ctx, surfaces);
        await wantReminders(ctx, surfaces);
        await wantApprovals(ctx, surfaces);
        return { apps: open, digests: await takeDigests(ctx, surfaces) };
      });
      for (const digest of digests) begin(tellDigest(tenantId, digest), 'a digest could not be told');
      if (!isClosing) await connections.keep(tenantId, apps);
    },
    find: (tenantId: string, appId: string) =>
      within(tenantId, SURFACE, (ctx) => findSurfaceApp(ctx, { appId, surfaces })),
    receive,
    /** Takes in what came by a channel's webhook and is not a customer's. */
    async receiveDiverted(diverted: Diverted): Promise<void> {
      const { app, from } = diverted;
      if (diverted.kind === 'event') await receive(app, diverted.event);
      else begin(clientOf(app).say(from, WELCOME), 'an answer could not be shown');
    },
    /** Until nothing of this process is at work any more. */
    async settle(): Promise<void> {
      while (begun.size > 0) await Promise.all(begun);
    },
    async close(): Promise<void> {
      isClosing = true;
      await connections.close();
      for (const { cancel } of running.values()) cancel.abort('closing' satisfies Broken);
      while (begun.size > 0) await Promise.all(begun);
    },
  };
}

const linkedTo = (ctx: Ctx, app: SurfaceApp, externalId: string) =>
  findLinked(ctx, { appId: app.id, externalId, surface: app.surface.key });

const NOBODY = 'Your account is not linked to anybody in this workspace, so this does nothing.';

async function showWaiting(
  client: SurfaceClient,
  { place, ref }: Extract<SurfaceEvent, { kind: 'said' }>,
): Promise<void> {
  if (client.mark && ref) await client.mark({ place, ref }, true);
  else await client.say(place, 'One moment: yours is next.');
}
