import { z } from 'zod';

/** Dies with the message not kept, or kept and not answered; loses the message, or its answer. */
export const SINK_POINTS = ['arrived', 'taken', 'lost', 'silent'] as const;
export const sinkFaultSchema = z.object({ at: z.enum(SINK_POINTS), nth: z.number() });
export type SinkFault = z.infer<typeof sinkFaultSchema>;
