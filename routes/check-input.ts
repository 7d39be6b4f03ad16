import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { AppError } from '../lib/errors.ts';
import { storable } from '../lib/text.ts';

const PLACE: Record<string, string> = {
  body: 'body',
  querystring: 'query',
  params: 'address',
  headers: 'headers',
};

// No shape of ours is half as deep; a tree of a hundred thousand levels would exhaust the stack of whatever walks it.
const MAX_DEPTH = 100;

/** Checks what came in against the route's zod schema; what is wrong is named by its field. */
export const checkInput: FastifySchemaCompiler<z.ZodType> =
  ({ schema, httpPart }) =>
  (data: unknown) => {
    if (isDeeperThan(data, MAX_DEPTH)) return { error: tooDeep(PLACE[httpPart ?? ''] ?? 'request') };
    const result = schema.safeParse(storableData(data));
    if (result.success) return { value: result.data };
    return { error: inputError(result.error, data, PLACE[httpPart ?? ''] ?? 'request') };
  };

/**
 * The same with visible signs in place of what Postgres cannot hold (NUL, half characters). Replaced rather than
 * refused: a customer's message that holds one may be a "stop".
 */
function storableData(data: unknown): unknown {
  if (typeof data === 'string') return storable(data);
  if (Array.isArray(data)) return data.map(storableData);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [storable(key), storableData(value)]));
}

const tooDeep = (place: string) =>
  new AppError('input:invalid', `The ${place} is nested more than ${MAX_DEPTH} levels deep.`, {
    nextStep: 'Say it with fewer levels.',
    where: { in: place },
  });

function isDeeperThan(data: unknown, max: number): boolean {
  let level: unknown[] = [data];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > max) return true;
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return false;
}

function inputError(error: z.ZodError, data: unknown, place: string): AppError {
  const { path, message } = nearest(error.issues[0]!, data);
  const field = path.join('.');
  const subject = field ? `The field "${field}" of the ${place}` : `The ${place}`;
  return new AppError('input:invalid', `${subject} is wrong: ${message}.`, {
    nextStep: 'Correct it and try again; /docs shows the shape.',
    where: { in: place, field },
  });
}

type Issue = z.core.$ZodIssue;
type Place = { path: PropertyKey[]; message: string };

/**
 * A union only says that no alternative fits. Of its alternatives the one that was meant is the one whose complaint
 * lies deepest in what was given, and of those the one with the fewest complaints.
 */
function nearest(issue: Issue, data: unknown): Place {
  const message = issue.message.replace(/\.$/, '');
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    return { path: [...issue.path, ...unknown], message };
  }
  const inside = issue.path.reduce<unknown>(step, data);
  const ranked = issue.errors
    .filter((branch) => branch.length > 0)
    .map((branch) => ({ ...nearest(branch[0]!, inside), complaints: branch.length }))
    .map((place) => ({ ...place, depth: depthIn(place.path, inside) }))
    .sort((a, b) => b.depth - a.depth || a.complaints - b.complaints);
  const best = ranked[0]!;
  return { path: [...issue.path, ...best.path], message: best.message };
}

const step = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined;

function depthIn(path: readonly PropertyKey[], data: unknown): number {
  let value = data;
  for (const [depth, key] of path.entries()) {
    value = step(value, key);
    if (value === undefined) return depth;
  }
  return path.length;
}
