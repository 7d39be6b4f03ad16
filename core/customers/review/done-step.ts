import { z } from 'zod';
import { valueChange } from '../changes/customer-values.ts';

/**
 * One thing that a decision did, with what undoing it needs:
 * - `status`: a customer entered audiences, or left them.
 * - `values`: values of a customer, by key (core/customers/changes/customer-values.ts), and the change that wrote them.
 * - `merge`: two customers became one.
 * - `create`: a customer was split off.
 */
export const doneStep = z.discriminatedUnion('do', [
  z.object({ do: z.literal('status'), customerId: z.uuid(), before: z.string(), after: z.string() }),
  z.object({
    do: z.literal('values'),
    customerId: z.uuid(),
    changeId: z.uuid().nullable(),
    changed: z.array(valueChange),
  }),
  z.object({ do: z.literal('merge'), mergeId: z.uuid() }),
  z.object({ do: z.literal('create'), customerId: z.uuid() }),
]);
export type DoneStep = z.infer<typeof doneStep>;
export const doneSteps = z.array(doneStep);
