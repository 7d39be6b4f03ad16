import { z } from 'zod';
import type { ChannelEvent } from '../contract.ts';
import type { ListedTemplate } from '../template-contract.ts';

// What only warns (FLAGGED), or says nothing of sending (LOCKED), changes nothing.
const STATES: ReadonlyMap<string, ListedTemplate['status']> = new Map([
  ['APPROVED', 'approved'],
  ['REINSTATED', 'approved'],
  ['PENDING', 'submitted'],
  ['IN_APPEAL', 'submitted'],
  ['REJECTED', 'rejected'],
  ['PAUSED', 'paused'],
  ['DISABLED', 'paused'],
  ['ARCHIVED', 'paused'],
  ['DELETED', 'paused'],
  ['PENDING_DELETION', 'paused'],
]);

const update = z.object({
  event: z.string(),
  message_template_id: z.union([z.int(), z.string()]),
  message_template_name: z.string(),
  message_template_language: z.string(),
  reason: z.string().nullish(),
  other_info: z.object({ description: z.string().optional() }).nullish(),
  rejection_info: z.object({ reason: z.string().optional() }).nullish(),
});

type Told = { field: string; value: unknown; at: Date };

/** What became of a template, as `message_template_status_update` tells it. */
export function toTemplateStatus({ field, value, at }: Told): ChannelEvent[] {
  const told = field === 'message_template_status_update' ? update.safeParse(value).data : undefined;
  const status = STATES.get(told?.event ?? '');
  if (!told || !status) return [];
  const { event, message_template_id: id, reason, other_info: other, rejection_info: rejected } = told;
  const named = reason && reason !== 'NONE' ? reason : null;
  return [
    {
      kind: 'template',
      name: told.message_template_name,
      // Told with a hyphen, listed and sent with an underscore.
      language: told.message_template_language.replace('-', '_'),
      status,
      reason: status === 'approved' ? null : (rejected?.reason ?? other?.description ?? named),
      externalId: `template:${id}:${event}:${at.getTime()}`,
      at,
    },
  ];
}
