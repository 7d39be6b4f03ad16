// Everything that people do on surfaces, beside everything else: what is said waits for its turn, what is pressed is
// done at once.
import type { ChannelRegistry } from '../../channels/contract.ts';
import type {
  FormRefusal,
  SurfaceClient,
  SurfaceEvent,
  SurfaceRegistry,
} from '../../channels/surface-contract.ts';
import type { Log } from '../../lib/log.ts';
import type { Ctx, Within } from '../context.ts';
import { openBackground } from './background.ts';
import { clientFor } from './client-for.ts';
import { type Digest, digestText, takeDigests } from './digests.ts';
import type { Diverted } from './divert.ts';
import { hearSaid, WELCOME } from './hear.ts';
import { findLinked } from './links.ts';
import { openClients, openConnections } from './open-clients.ts';
import { readHome } from './read-home.ts';
import type { Ask } from './run-turn.ts';
import { showCards } from './show-cards.ts';
import { findSurfaceApp, openApps, type SurfaceApp } from './surface-apps.ts';
import { takePress } from './take-press.ts';
import { createTurnRunner } from './turn-runner.ts';
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
  const background = openBackground(log);
  const { begin } = background;
  let isClosing = false;

  const show = (tenantId: string, subjectId?: string) =>
    showCards({ within, surfaces, clientOf, log }, { tenantId, ...(subjectId ? { subjectId } : {}) });

  const turns = createTurnRunner({
    ...{ within, surfaces, clientOf, ask: deps.ask, background, owner, log },
    onEnded: async (tenantId) => {
      await show(tenantId);
      // What it asked for is shown to whoever may decide.
      deps.wake(tenantId);
    },
  });

  async function said(app: SurfaceApp, event: Extract<SurfaceEvent, { kind: 'said' }>): Promise<void> {
    const heard = await within(app.tenantId, SURFACE, (ctx) =>
      hearSaid(ctx, { app, event, channels: deps.channels }),
    );
    const client = clientOf(app);
    const { place, from } = event;
    if (heard.kind === 'cancelled') turns.cancel(heard.turnIds);
    if (heard.kind === 'tell') begin(client.whisper(place, from, heard.text), 'an answer could not be shown');
    if (heard.kind === 'proposed') begin(propose(app, place, heard), 'an answer could not be shown');
    if (heard.kind === 'queued' && heard.waits)
      begin(showWaiting(client, event), 'a message could not be marked');
    if (heard.kind === 'queued') turns.pickUp(app.tenantId);
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

  async function pressed(
    app: SurfaceApp,
    event: Extract<SurfaceEvent, { kind: 'pressed' }>,
  ): Promise<FormRefusal | null> {
    const { press, externalId, from, place } = event;
    if (press.name !== 'say')
      return takePress({ ...deps, clientOf, background, show }, { app, event: { ...event, press } });
    await said(app, { kind: 'said', externalId, from, place, text: press.text });
    return null;
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
    pickUp: turns.pickUp,
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
    settle: background.settle,
    async close(): Promise<void> {
      isClosing = true;
      turns.close();
      await connections.close();
      await background.settle();
    },
  };
}

const linkedTo = (ctx: Ctx, app: SurfaceApp, externalId: string) =>
  findLinked(ctx, { appId: app.id, externalId, surface: app.surface.key });

async function showWaiting(
  client: SurfaceClient,
  { place, ref }: Extract<SurfaceEvent, { kind: 'said' }>,
): Promise<void> {
  if (client.mark && ref) await client.mark({ place, ref }, true);
  else await client.say(place, 'One moment: yours is next.');
}
