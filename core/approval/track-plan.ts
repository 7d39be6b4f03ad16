import type { Rendered } from '../../channels/contract.ts';
import { trackHtml } from '../content/tracking.ts';
import type { Ctx } from '../context.ts';
import type { Plan } from './plan.ts';

/** The plan with the links of its e-mails led over us, where the workspace wants that; frozen with the rest. */
export function trackPlan(ctx: Ctx, { campaignId, plan }: { campaignId: string; plan: Plan }): Plan {
  const { opens, clicks } = ctx.tenant.settings.tracking;
  if (!(opens || clicks)) return plan;
  const composed = plan.composed.map((message) => {
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
  return { ...plan, composed };
}
