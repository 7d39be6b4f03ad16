import type { Rendered } from '../../channels/contract.ts';
import { trackHtml } from '../content/tracking.ts';
import type { Ctx } from '../context.ts';
import type { PlannedMessage } from './plan.ts';

type Tracking = { campaignId: string; composed: readonly PlannedMessage[] };

/** The messages with the links of their e-mails led over us, where the workspace wants that; frozen with the rest. */
export function trackMessages(ctx: Ctx, { campaignId, composed }: Tracking): PlannedMessage[] {
  const { opens, clicks } = ctx.tenant.settings.tracking;
  if (!(opens || clicks)) return [...composed];
  return composed.map((message) => {
    const tracked = { tenantId: ctx.tenant.id, campaignId, contactId: message.recipient.contactId };
    const lead = <Text extends Rendered>(text: Text): Text =>
      text.html === undefined
        ? text
        : { ...text, html: trackHtml(ctx, { html: text.html, tracked, opens, clicks }) };
    return {
      ...message,
      rendered: lead(message.rendered),
      fallbacks: message.fallbacks?.map((one) => ({ ...one, rendered: lead(one.rendered) })),
    };
  });
}
