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

async function showCard({ surfaces, clientOf }: ShowDeps, { row, asSurface }: One): Promise<void> {
  const read = await asSurface(async (ctx) => ({
    app: await findSurfaceApp(ctx, { appId: row.appId, surfaces }),
    card: await readCard(ctx, row),
  }));
  const { app, card } = read;
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

/** What is worth another message where none can be changed. */
const milestone = (card: Card): string =>
  card.kind === 'approval' || card.kind === 'progress' ? card.part.status : card.kind;
