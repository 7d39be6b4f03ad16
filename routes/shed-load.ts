import type { FastifyInstance, FastifyRequest } from 'fastify';
import './person.ts';
import { sha256 } from '../lib/crypto.ts';
import { AppError } from '../lib/errors.ts';

/** How many wait for a connection of the database now, and how many may. */
export type Load = { waiting(): number; maxWaiting: number };

const RETRY_SECONDS = 5;
// As many people and scripts as ask at about the same time.
const MOST_KNOWN = 10_000;

/**
 * Turns requests away at once, with 503 and a Retry-After, while this process has more than it can do: those it has
 * taken are then answered in time. Whatever keeps it busy, its own computing or the database, shows in that line. Who
 * asks for more than all others together is turned away once half of it is full, so that one workspace alone never
 * fills it. What platforms tell us is taken all the same, because it costs little.
 */
export function shedLoad(app: FastifyInstance, load: Load | undefined): void {
  if (!load) return;
  const { workspaceOf, learn } = rememberWorkspaces();
  const inProgress = new Map<string, number>();
  let all = 0;

  app.addHook('onRequest', async (request, reply) => {
    const whose = workspaceOf(request);
    const own = inProgress.get(whose) ?? 0;
    const waiting = load.waiting();
    const isGreedy = own > all / 2 && waiting > load.maxWaiting / 2;
    if (waiting > load.maxWaiting || isGreedy) {
      reply.header('retry-after', RETRY_SECONDS);
      throw new AppError('server:busy', 'The server has more to do than it can just now; nothing was done.', {
        nextStep: `Say it again in ${RETRY_SECONDS} seconds.`,
      });
    }
    // A stream is open for hours and does next to nothing.
    if (request.headers.accept?.includes('text/event-stream')) return;
    inProgress.set(whose, own + 1);
    all += 1;
    reply.raw.once('close', () => {
      all -= 1;
      const left = (inProgress.get(whose) ?? 1) - 1;
      if (left > 0) inProgress.set(whose, left);
      else inProgress.delete(whose);
    });
  });
  app.addHook('preHandler', async (request) => learn(request));
}

/**
 * Whose request it is, before the database was asked: as what it shows was seen before. For counting only; whoever is
 * not known yet counts alone.
 */
function rememberWorkspaces() {
  const known = new Map<string, string>();
  const keyOf = ({ headers, ip }: FastifyRequest): string =>
    sha256(headers.authorization ?? headers.cookie ?? ip);
  return {
    workspaceOf: (request: FastifyRequest): string => {
      const key = keyOf(request);
      return known.get(key) ?? key;
    },
    learn: (request: FastifyRequest): void => {
      if (!request.person) return;
      known.set(keyOf(request), request.person.tenantId);
      const [oldest] = known.keys();
      if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
    },
  };
}
