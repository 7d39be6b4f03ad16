import type { Ctx } from './context.ts';

/** The same context for work that changes nothing, such as working a draft out: what `once` is asked in it is read once. */
export const readingOnce = (ctx: Ctx): Ctx => ({ ...ctx, read: ctx.read ?? new Map() });

/** What `ask` answers; in such work it is asked once. What it answers is shared, and not to be changed. */
export function once<T>({ read }: Pick<Ctx, 'read'>, what: string, ask: () => Promise<T>): Promise<T> {
  // A question that drizzle builds is asked whenever it is awaited: as a promise, once.
  const asked = (read?.get(what) as Promise<T> | undefined) ?? Promise.resolve(ask());
  read?.set(what, asked);
  return asked;
}

/** What such work has read one by one, to be added to; elsewhere nothing. */
export function readBefore<T>({ read }: Pick<Ctx, 'read'>, what: string): Map<string, T> {
  const before = (read?.get(what) as Map<string, T> | undefined) ?? new Map<string, T>();
  read?.set(what, before);
  return before;
}
