import type { Card, SurfaceClient, SurfaceRegistry } from '../../channels/surface-contract.ts';
import { canonical } from '../../lib/canonical.ts';
import { sha256 } from '../../lib/crypto.ts';
import type { Log } from '../../lib/log.ts';
import type { Ctx, Within } from '../context.ts';
import type { Actor } from '../tenants/roles.ts';
import {
  type CardRow,
  followApproved,
  nextCardAt,
  noteFailure,
  noteShown,
  readCard,
  takeCards,
} from './cards.ts';
import { clientFor, isShared } from './client-for.ts';
import { findLinked } from './links.ts';
import { findSurfaceApp, type SurfaceApp } from './surface-apps.ts';
import { lastSpeaker } from './turns.ts';

export type ShowDeps = {
  within: Within;
  surfaces: SurfaceRegistry;
  clientOf: (app: SurfaceApp) => SurfaceClient;
  log: Log;
};

const SURFACE = { kind: 'system', name: 'surface' } as const;

/**
 * Brings what is shown up to date, everything that is due or all of one subject; `nextAt` is when something that
 * moves is looked at again.
 */
export async function showCards(
  deps: ShowDeps,
  { tenantId, subjectId }: { tenantId: string; subjectId?: string },
): Promise<{ nextAt: Date | null }> {
  const asSurface = <T>(work: (ctx: Ctx) => Promise<T>) => deps.within(tenantId, SURFACE, work);
  const rows = await asSurface((ctx) => takeCards(ctx, { surfaces: deps.surfaces, subjectId }));
  for (const row of rows) {
    try {
      await showCard(deps, { row, asSurface });
    } catch (error) {
      deps.log.warn({ err: error, tenantId, cardId: row.id }, 'a card could not be shown');
      await asSurface((ctx) => noteFailure(ctx, row));
    }
  }
  return { nextAt: await asSurface((ctx) => nextCardAt(ctx, deps.surfaces)) };
}

type One = { row: CardRow; asSurface: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T> };

async function showCard({ within, surfaces, clientOf }: ShowDeps, { row, asSurface }: One): Promise<void> {
  const app = await asSurface((ctx) => findSurfaceApp(ctx, { appId: row.appId, surfaces }));
  const { actor, isGone } = app
    ? await asSurface((ctx) => findReader(ctx, { app, place: row.place }))
    : { actor: null, isGone: false };
  const isTyped = app?.surface.readerOf !== undefined;
  const card =
    app && !isGone
      ? await within(app.tenantId, actor ?? SURFACE, (ctx) => readCard(ctx, row, { isTyped }))
      : null;
  let { ref, shown } = row;
  if (app && card) {
    const client = clientFor(clientOf(app), { app, actor, place: row.place });
    const print = sha256(canonical(client.change ? { card } : { milestone: milestone(card) }));
    if (print !== row.shown) {
      const place = row.place.startsWith('@') ? await client.privately(row.place.slice(1)) : row.place;
      if (ref && client.change) await client.change({ place, ref }, card);
      else ref = await client.post(place, card);
      shown = print;
    }
  }
  await asSurface(async (ctx) => {
    await noteShown(ctx, { row, card, ref, shown });
    if (card) await followApproved(ctx, row, card);
  });
}

/**
 * Whose eyes alone that place is for: whom it names, else whoever speaks there; null where several see it. `isGone`:
 * whom it names was unlinked, or their account was closed since.
 */
async function findReader(
  ctx: Ctx,
  { app, place }: { app: SurfaceApp; place: string },
): Promise<{ actor: Actor | null; isGone: boolean }> {
  if (isShared(app, place)) return { actor: null, isGone: false };
  const { key: surface, readerOf } = app.surface;
  const alone = place.startsWith('@') ? place.slice(1) : null;
  const named = readerOf?.(alone ?? place) ?? alone;
  const externalId = named ?? (await lastSpeaker(ctx, { appId: app.id, place }));
  const actor = externalId ? await findLinked(ctx, { appId: app.id, externalId, surface }) : null;
  return { actor, isGone: named !== null && actor === null };
}

/** What is worth another message where none can be changed. */
const milestone = (card: Card): string =>
  card.kind === 'approval' || card.kind === 'progress' ? card.part.status : card.kind;
