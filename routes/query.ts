// What many addresses have in common.
import { z } from 'zod';

export const byId = z.object({ id: z.uuid() });
