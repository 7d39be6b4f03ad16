import type { Ctx } from '../context.ts';

/** The first day of the month that is now, by the workspace's calendar. */
export const monthOf = ({ today }: Pick<Ctx, 'today'>): string => `${today.slice(0, 7)}-01`;
