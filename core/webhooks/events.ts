/** What programs can hear of: acts of the log by the same names, and `*` for all of these. */
export const WEBHOOK_EVENTS = [
  'approval.requested',
  'approval.stage_passed',
  'approval.approved',
  'approval.rejected',
  'approval.voided',
  'approval.expired',
  'campaign.create',
  'campaign.edit',
  'campaign.launched',
  'campaign.done',
  'campaign.canary_passed',
  'campaign.canary_failed',
  'message.resolved',
  'reply.received',
  'reply.triaged',
  'contact.opted_out',
  'contact.complained',
  'customers.imported',
  'settings.changed',
  'user.created',
  'user.changed',
] as const;

export const ANY_EVENT = '*';

const KNOWN = new Set<string>(WEBHOOK_EVENTS);
export const isWebhookEvent = (action: string): boolean => KNOWN.has(action);

const WORD = /^[a-z0-9_.:-]{1,64}$/;

/**
 * Of an event only what names nobody: ids, numbers, yes and no, and words of closed lists. Whoever receives it asks the
 * API for the rest, with rights of their own.
 */
export function withoutTexts(
  data: Readonly<Record<string, unknown>>,
): Record<string, string | number | boolean> {
  const isPlain = (value: unknown): value is string | number | boolean =>
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    (typeof value === 'string' && WORD.test(value));
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) => (isPlain(value) ? [[key, value]] : [])),
  );
}
