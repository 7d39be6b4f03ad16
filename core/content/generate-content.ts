import { drawCustomers } from '../audience/draw-customers.ts';
import { audienceIds } from '../audience/resolve-audience.ts';
import { checkDraft } from '../campaigns/check-draft.ts';
import type { DraftInput } from '../campaigns/draft.ts';
import type { Ctx } from '../context.ts';
import { readingOnce } from '../reading-once.ts';
import { demand } from '../tenants/roles.ts';
import { complianceNotes } from './compliance-notes.ts';
import type { Composed } from './compose-one.ts';
import { sampleMessages } from './sample-messages.ts';
import { type Suggested, suggestContent } from './suggest-content.ts';
import { type Variant, varyContent } from './vary-content.ts';

export type GeneratedContent = Suggested & {
  channel: string;
  customer: string;
  subject: string | null;
  body: string;
  html: string | null;
  findings: Composed['findings'];
  notes: string[];
  /** The message in other manners, its own first. */
  variants: Variant[];
};

/**
 * What a draft would say on each channel that its audience has, with subjects and requests to choose from; nothing is
 * kept. Throws what `checkDraft` throws.
 */
export async function generateContent(
  given: Ctx,
  input: Omit<DraftInput, 'name'>,
): Promise<GeneratedContent[]> {
  demand(given.actor, 'read');
  const ctx = readingOnce(given);
  const draft = await checkDraft(ctx, { ...input, name: 'content' });
  const { filter, excludedCustomerIds } = draft;
  // Of a large audience a few are enough to read, and whoever types waits for them.
  const drawn = await drawCustomers(ctx, { filter, excludedCustomerIds });
  const customerIds = drawn?.customerIds ?? (await audienceIds(ctx, draft));
  const samples = await sampleMessages(ctx, { draft, customerIds });
  const content: GeneratedContent[] = [];
  for (const sample of samples) {
    const { recipient, rendered, made, findings } = sample;
    const suggested = suggestContent(sample);
    content.push({
      channel: recipient.channel,
      customer: made.facts.name,
      subject: rendered.subject ?? null,
      body: rendered.text,
      html: rendered.html ?? null,
      findings,
      ...suggested,
      notes: complianceNotes({ channel: recipient.channel, purpose: recipient.consent.purpose }),
      variants: await varyContent(ctx, { draft, sample, suggested }),
    });
  }
  return content;
}
