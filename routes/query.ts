// What many addresses have in common.
import { z } from 'zod';

export const byId = z.object({ id: z.uuid() });

export const limitOf = (normal: number, max = 500) => z.coerce.number().int().min(1).max(max).default(normal);

export const done = z.object({ done: z.literal(true) });
