// One turn of somebody on a surface: what they said goes to the agent, what the agent shows goes to the place.

import type { Answering, SurfaceClient } from '../../channels/surface-contract.ts';
import { inSentences } from '../../lib/errors.ts';
import type { AgentEvent } from '../agent-event.ts';
import { wholeAudience } from '../campaigns/whole-audience.ts';
import type { Ctx, Within } from '../context.ts';
import type { AudiencePart, Part } from '../parts.ts';
import { type Actor, can } from '../tenants/roles.ts';
import { takeOutAudience } from './audience-csv.ts';
import { wantCard } from './cards.ts';
import { clientFor } from './client-for.ts';
import { findLinked } from './links.ts';
import type { SurfaceApp } from './surface-apps.ts';
import { moveTurn, renewTurn, type Turn, threadAt } from './turns.ts';

/** One turn of the agent; of one that was begun before under this `turnId`, what is left of it. */
export type Ask = (input: {
  tenantId: string;
  actor: Actor;
  threadId: string;
  text: string;
  turnId: string;
  signal: AbortSignal;
}) => AsyncIterable<AgentEvent>;

type Deps = { within: Within; ask: Ask; owner: string };
type Running = { turn: Turn; app: SurfaceApp; client: SurfaceClient; cancel: AbortController };

const SURFACE = { kind: 'system', name: 'surface' } as const;
// How soon somebody who says "stop" in another process is heard here.
const SIGN_OF_LIFE_MS = 2_000;

/** Why a turn is broken off: its speaker said so, another process has it, or this one ends and leaves it to the next. */
export type Broken = 'cancelled' | 'lost' | 'closing';

export async function runTurn(deps: Deps, running: Running): Promise<void> {
  const { turn, cancel } = running;
  const taken = { turnId: turn.id, owner: deps.owner };
  const asSurface = <T>(work: (ctx: Ctx) => Promise<T>) => deps.within(turn.tenantId, SURFACE, work);
  const life = setInterval(() => {
    asSurface((ctx) => renewTurn(ctx, taken))
      .then((whose) => whose === 'ours' || cancel.abort(whose))
      // The database is away for a moment: the lease outlives that.
      .catch(() => undefined);
  }, SIGN_OF_LIFE_MS);
  try {
    await answer(deps, running);
  } finally {
    clearInterval(life);
  }
}

async function answer(deps: Deps, { turn, app, client, cancel }: Running): Promise<void> {
  const { tenantId, speaker, text } = turn;
  const asSurface = <T>(work: (ctx: Ctx) => Promise<T>) => deps.within(tenantId, SURFACE, work);
  const place = client.settle ? await client.settle(turn.place, { from: speaker, text }) : turn.place;
  const begun = await asSurface(async (ctx) => {
    const actor = await findLinked(ctx, { appId: app.id, externalId: speaker, surface: app.surface.key });
    if (!actor) return null;
    if (place !== turn.place) await moveTurn(ctx, { turnId: turn.id, owner: deps.owner, place });
    return { actor, threadId: await threadAt({ ...ctx, actor }, { appId: app.id, place, title: text }) };
  });
  if (!begun) return;
  if (turn.ref && turn.waited) await client.mark?.({ place: turn.place, ref: turn.ref }, false);
  const said = deps.ask({ tenantId, text, turnId: turn.id, signal: cancel.signal, ...begun });
  const where = { asSurface, appId: app.id, place };
  const shown = clientFor(client, { app, actor: begun.actor, place });
  const answering = shown.answer(place, speaker);
  const audience = await tell(said, { answering, cancel, where });
  if (cancel.signal.reason === ('cancelled' satisfies Broken))
    await answering.write('\n\nStopped, as you said.');
  await answering.end();
  if (!audience || audience.total <= client.longList || !can(begun.actor, 'export')) return;
  const content = await deps.within(tenantId, begun.actor, async (ctx) =>
    takeOutAudience(ctx, await wholeAudience(ctx, audience)),
  );
  await shown.sendFile(place, { name: 'audience.csv', title: audience.words, content });
}

type Telling = { answering: Answering; cancel: AbortController; where: Where };

/** Shows what the agent says and shows, as it comes; answers the last audience of it. */
async function tell(
  said: AsyncIterable<AgentEvent>,
  { answering, cancel, where }: Telling,
): Promise<AudiencePart | null> {
  let audience: AudiencePart | null = null;
  // What is said after something was shown is another thought.
  let [hasSpoken, isAfterPart] = [false, false];
  for await (const event of said) {
    if (cancel.signal.aborted) break;
    if (event.type === 'text') {
      await answering.write(isAfterPart ? `\n\n${event.text}` : event.text);
      [hasSpoken, isAfterPart] = [true, false];
    }
    if (event.type === 'error') await answering.write(inSentences(event));
    if (event.type !== 'part') continue;
    isAfterPart = hasSpoken;
    if (event.part.kind === 'audience') audience = event.part;
    if (!(await wantsCard(event.part, where))) await answering.show(event.part);
  }
  return audience;
}

type Where = { asSurface: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>; appId: string; place: string };

/** What goes on changing is a card of its own, made after what was said. */
async function wantsCard(part: Part, { asSurface, appId, place }: Where): Promise<boolean> {
  if (part.kind !== 'approval' && part.kind !== 'progress') return false;
  const subjectId = part.kind === 'approval' ? part.id : part.campaignId;
  await asSurface((ctx) => wantCard(ctx, { appId, place, kind: part.kind, subjectId }));
  return true;
}
