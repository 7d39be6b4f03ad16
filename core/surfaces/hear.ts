import { and, eq, inArray } from 'drizzle-orm';
import type { ChannelRegistry } from '../../channels/contract.ts';
import type { SurfaceEvent } from '../../channels/surface-contract.ts';
import { surfaceTurns } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { currentRequestId } from '../../lib/request-id.ts';
import type { Ctx } from '../context.ts';
import { answerSaid } from './answer-said.ts';
import { continueThread, readGoing } from './continue-thread.ts';
import { linkingCode } from './link-code.ts';
import { findLinked, meetStranger, noteHeard, redeemLinkCode } from './links.ts';
import type { SurfaceApp } from './surface-apps.ts';

type Said = Extract<SurfaceEvent, { kind: 'said' }>;

/** What became of a sentence: `tell` is for the one who said it. */
export type Heard =
  | { kind: 'queued'; waits: boolean }
  | { kind: 'cancelled'; turnIds: string[] }
  | { kind: 'tell'; text: string }
  /** An answer to a customer, to be approved. */
  | { kind: 'proposed'; approvalId: string; text: string }
  | { kind: 'nothing' };

const LONGEST = 4000;
const CANCEL = /^\s*(?:stop|cancel|abort|never ?mind|stopp|abbrechen|arr[êe]te|para)\s*[.!]*\s*$/iu;

/**
 * Takes in a sentence, once however often it is told: of somebody linked it waits for its turn, in order; "stop" said
 * while the agent works stops it; "link <code>" links. Whoever is nobody here is told so once, and nothing else
 * happens with what they say.
 */
export async function hearSaid(
  ctx: Ctx,
  { app, event, channels }: { app: SurfaceApp; event: Said; channels: ChannelRegistry },
): Promise<Heard> {
  const account = { appId: app.id, externalId: event.from };
  const actor = await findLinked(ctx, { ...account, surface: app.surface.key });
  const code = linkingCode(event.text);
  if (!actor && code) {
    const isLinked = await redeemLinkCode(ctx, { ...account, code });
    return { kind: 'tell', text: isLinked ? WELCOME : WRONG_CODE };
  }
  if (!actor) return (await meetStranger(ctx, account)).isNew ? { kind: 'tell', text: STRANGER } : NOTHING;
  await noteHeard(ctx, account);
  if (code) return { kind: 'tell', text: `This account is linked to ${actor.name} already.` };
  const text = event.text.replaceAll('\0', '').toWellFormed().trim();
  if (!text) return NOTHING;
  if (text.length > LONGEST)
    return { kind: 'tell', text: `That is ${text.length} characters; ${LONGEST} is what I read at once.` };
  const answered = await answerSaid({ ...ctx, actor }, { app, event: { ...event, text }, channels });
  if (answered) return answered;
  const going = readGoing(text);
  if (going) {
    const { appId } = account;
    return {
      kind: 'tell',
      text: await continueThread({ ...ctx, actor }, going, { appId, place: event.place }),
    };
  }
  if (CANCEL.test(text)) {
    const turnIds = await cancelOpen(ctx, { appId: app.id, place: event.place, userId: actor.userId });
    if (turnIds.length > 0) return { kind: 'cancelled', turnIds };
  }
  return enqueue(ctx, { app, event: { ...event, text }, userId: actor.userId });
}

const NOTHING = { kind: 'nothing' } as const;
export const WELCOME =
  'You are linked. Say what you need, such as “renewal reminders to all Hiltons expiring in October”.';
const WRONG_CODE = 'That code is not valid any more. Make a new one in the console, under “Surfaces”.';
const STRANGER =
  'Hello. I only work with people whose account is linked to their workspace: make a code in the console and say “link <code>” here, or ask an admin.';

async function enqueue(
  ctx: Ctx,
  { app, event, userId }: { app: SurfaceApp; event: Said; userId: string },
): Promise<Heard> {
  const { externalId, place, from: speaker, text, ref } = event;
  const before = await ctx.tx
    .select({ id: surfaceTurns.id })
    .from(surfaceTurns)
    .where(isOpenAt({ appId: app.id, place }))
    .limit(1);
  const waits = before.length > 0;
  const [row] = await ctx.tx
    .insert(surfaceTurns)
    .values({
      tenantId: ctx.tenant.id,
      ...{ appId: app.id, externalId, place, speaker, userId, text, ref: ref ?? null, waited: waits },
      // Where there is no request (a mailbox, a connection of ours) its way through the log begins here.
      requestId: currentRequestId() ?? newId(),
      createdAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning({ id: surfaceTurns.id });
  if (!row) return NOTHING;
  return { kind: 'queued', waits };
}

/** Of one's own only: what a colleague asked for in a shared thread goes on. */
async function cancelOpen(
  ctx: Ctx,
  { appId, place, userId }: { appId: string; place: string; userId: string },
): Promise<string[]> {
  const rows = await ctx.tx
    .update(surfaceTurns)
    .set({ status: 'cancelled' })
    .where(and(isOpenAt({ appId, place }), eq(surfaceTurns.userId, userId)))
    .returning({ id: surfaceTurns.id });
  return rows.map(({ id }) => id);
}

const isOpenAt = ({ appId, place }: { appId: string; place: string }) =>
  and(
    eq(surfaceTurns.appId, appId),
    eq(surfaceTurns.place, place),
    inArray(surfaceTurns.status, ['queued', 'running']),
  );
