import { resolveAudience } from '../audience/resolve-audience.ts';
import { checkDraft } from '../campaigns/check-draft.ts';
import type { DraftInput } from '../campaigns/draft.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { complianceNotes } from './compliance-notes.ts';
import type { Composed } from './compose-one.ts';
import { sampleMessages } from './sample-messages.ts';
import { type Suggested, suggestContent } from './suggest-content.ts';

export type GeneratedContent = Suggested & {
  channel: string;
  customer: string;
  subject: string | null;
  body: string;
  html: string | null;
  findings: Composed['findings'];
  notes: string[];
};

/**
 * What a draft would say on each channel that its audience has, with subjects and requests to choose from; nothing is
 * kept. Throws what `checkDraft` throws.
 */
export async function generateContent(
  ctx: Ctx,
  input: Omit<DraftInput, 'name'>,
): Promise<GeneratedContent[]> {
  demand(ctx.actor, 'read');
  const draft = await checkDraft(ctx, { ...input, name: 'content' });
  const { customers } = await resolveAudience(ctx, draft);
  const samples = await sampleMessages(ctx, { draft, customerIds: customers.map(({ id }) => id) });
  return samples.map((sample) => {
    const { recipient, rendered, made, findings } = sample;
    return {
      channel: recipient.channel,
      customer: made.facts.name,
      subject: rendered.subject ?? null,
      body: rendered.text,
      html: rendered.html ?? null,
      findings,
      ...suggestContent(sample),
      notes: complianceNotes({ channel: recipient.channel, purpose: recipient.consent.purpose }),
    };
  });
}
