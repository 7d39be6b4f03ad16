// What somebody pressed on a surface, from whose account it came to what they are shown of it.
import type { ChannelRegistry } from '../../channels/contract.ts';
import type { FormRefusal, Press, SurfaceClient, SurfaceEvent } from '../../channels/surface-contract.ts';
import { inSentences, isAppError } from '../../lib/errors.ts';
import type { Log } from '../../lib/log.ts';
import type { Within } from '../context.ts';
import type { Actor } from '../tenants/roles.ts';
import type { Background } from './background.ts';
import { clientFor } from './client-for.ts';
import { fieldOf } from './forms/take-form.ts';
import { findLinked, noteHeard } from './links.ts';
import { doPress, type Pressed } from './press.ts';
import type { SurfaceApp } from './surface-apps.ts';

type Deps = {
  within: Within;
  channels: ChannelRegistry;
  clientOf: (app: SurfaceApp) => SurfaceClient;
  background: Background;
  log: Log;
  show(tenantId: string, subjectId?: string): Promise<unknown>;
  onDecided(tenantId: string, approvalId: string): void;
  wake(tenantId: string): void;
};
type PressEvent = Omit<Extract<SurfaceEvent, { kind: 'pressed' }>, 'press'> & {
  press: Exclude<Press, { name: 'say' }>;
};

const SURFACE = { kind: 'system', name: 'surface' } as const;
const NOBODY = 'Your account is not linked to anybody in this workspace, so this does nothing.';

/** What becomes of a form is awaited: it stays open, with the reason, until it is taken. */
export async function takePress(
  deps: Deps,
  { app, event }: { app: SurfaceApp; event: PressEvent },
): Promise<FormRefusal | null> {
  const { within, channels } = deps;
  const { press, from, place } = event;
  const client = deps.clientOf(app);
  const { tenantId } = app;
  const account = { appId: app.id, externalId: from };
  const refuse = async (message: string, error?: unknown): Promise<FormRefusal | null> => {
    if (press.name === 'submit') return { field: fieldOf(error, press), message };
    await client.whisper(place, from, message);
    return null;
  };
  const actor = await within(tenantId, SURFACE, async (ctx) => {
    await noteHeard(ctx, account);
    return findLinked(ctx, { ...account, surface: app.surface.key });
  });
  if (!actor) return refuse(NOBODY);
  try {
    const done = await within(tenantId, actor, (ctx) =>
      doPress(ctx, press, { channels, account, hasForms: client.openForm !== undefined }),
    );
    const finishing = finish(deps, { app, actor, event, done });
    if (press.name === 'submit') deps.background.begin(finishing, 'what a form changed could not be shown');
    else await finishing;
    return null;
  } catch (error) {
    if (!isAppError(error)) throw error;
    const refusal = await refuse(inSentences(error), error);
    // It may show what is not so any more.
    if ('approvalId' in press) await deps.show(tenantId, press.approvalId);
    return refusal;
  }
}

type Finishing = { app: SurfaceApp; actor: Actor; event: PressEvent; done: Pressed };

async function finish(deps: Deps, { app, actor, event, done }: Finishing): Promise<void> {
  const { place, from, trigger } = event;
  const { tenantId } = app;
  const client = clientFor(deps.clientOf(app), { app, actor, place });
  if (done.kind === 'decided') {
    deps.log.info({ tenantId, subject: done.approvalId }, 'decided');
    deps.onDecided(tenantId, done.approvalId);
    await deps.show(tenantId, done.approvalId);
    // The course of the campaign, where the approval was.
    await deps.show(tenantId);
  }
  if (done.kind === 'changed') {
    deps.wake(tenantId);
    await deps.show(tenantId, done.subjectId);
    if (done.tell) await client.whisper(place, from, done.tell);
  }
  if (done.kind === 'form') {
    if (client.openForm && trigger) await client.openForm(trigger, done.form);
    else await client.whisper(place, from, done.otherwise);
  }
  if (done.kind === 'file') await client.sendFile(place, done);
}
