import type { Card, SurfaceClient, SurfaceRegistry } from '../../channels/surface-contract.ts';
import { canonical } from '../../lib/canonical.ts';
import { sha256 } from '../../lib/crypto.ts';
import type { Log } from '../../lib/log.ts';
import type { Ctx, Within } from '../context.ts';
import {
  type CardRow,
  followApproved,
  nextCardAt,
  noteFailure,
  noteShown,
  readCard,
  takeCards,
} from './cards.ts';
import { findLinked } from './links.ts';
import { findSurfaceApp, type SurfaceApp } from './surface-apps.ts';

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
  const rows = await asSurface((ctx) => takeCards(ctx, subjectId));
  for (const row of rows) {
    try {
      await showCard(deps, { row, asSurface });
    } catch (error) {
      deps.log.warn({ err: error, tenantId, cardId: row.id }, 'a card could not be shown');
      await asSurface((ctx) => noteFailure(ctx, row));
    }
  }
  return { nextAt: await asSurface(nextCardAt) };
}

type One = { row: CardRow; asSurface: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T> };

async function showCard({ within, surfaces, clientOf }: ShowDeps, { row, asSurface }: One): Promise<void> {
  const app = await asSurface((ctx) => findSurfaceApp(ctx, { appId: row.appId, surfaces }));
  const card = await readFor(within, { row, app, asSurface });
  let { ref, shown } = row;
  if (app && card) {
    const client = clientOf(app);
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
 * As its one reader sees it, where there is one: with the short code, if they may decide. Nothing for somebody who was
 * unlinked or whose account was closed since.
 */
async function readFor(
  within: Within,
  { row, app, asSurface }: One & { app: SurfaceApp | null },
): Promise<Card | null> {
  const { place, appId } = row;
  const alone = place.startsWith('@') ? place.slice(1) : null;
  const named = app?.surface.readerOf?.(alone ?? place);
  const externalId = named ?? alone;
  const reader =
    app && externalId
      ? await asSurface((ctx) => findLinked(ctx, { appId, externalId, surface: app.surface.key }))
      : null;
  if (externalId && !reader) return null;
  return app && reader && named
    ? within(app.tenantId, reader, (ctx) => readCard(ctx, row))
    : asSurface((ctx) => readCard(ctx, row));
}

/** What is worth another message where none can be changed. */
const milestone = (card: Card): string =>
  card.kind === 'approval' || card.kind === 'progress' ? card.part.status : card.kind;
