import { eq } from 'drizzle-orm';
import { threads } from '../../db/schema/index.ts';
import { approvalPart } from '../approval/approval-part.ts';
import type { AskAnswer } from '../ask-answer.ts';
import { audiencePart } from '../audience/audience-part.ts';
import { draftParts } from '../campaigns/draft-parts.ts';
import { type Campaign, readCampaign } from '../campaigns/read-campaign.ts';
import { wholeAudience } from '../campaigns/whole-audience.ts';
import type { Ctx } from '../context.ts';
import type { ApprovalPart, AudiencePart, Part, PreviewPart } from '../parts.ts';
import { findPendingApproval } from './read-situation.ts';

export type Said = { threadId: string; reply: string; parts: readonly Part[]; isShown?: boolean };

/** The whole answer of one turn for a program: what was said, and the campaign in hand as it now stands. */
export async function composeAnswer(
  ctx: Ctx,
  { threadId, reply, parts, isShown = false }: Said,
): Promise<AskAnswer> {
  const [thread] = await ctx.tx.select().from(threads).where(eq(threads.id, threadId));
  const campaign = thread?.campaignId ? await readCampaign(ctx, thread.campaignId) : null;
  const shown = campaign
    ? await complete(ctx, campaign, parts)
    : { audience: lastOf(parts, 'audience'), preview: null };
  return {
    thread: threadId,
    reply: isShown && reply ? reply : textsOf(reply, parts),
    questions: parts.flatMap((part) =>
      part.kind === 'question'
        ? [{ text: part.text, choices: part.choices.map((choice) => choice.say) }]
        : [],
    ),
    campaign: campaign && pickCampaign(campaign),
    audience:
      shown.audience && pickAudience(isShown ? shown.audience : await wholeAudience(ctx, shown.audience)),
    previews: (shown.preview?.previews ?? []).map(({ customer, contact, channel, subject, body }) => ({
      customer,
      contact,
      channel,
      ...(subject ? { subject } : {}),
      body,
    })),
    ...planOf(parts),
    approval: campaign ? await pendingApproval(ctx, campaign.id) : asked(lastOf(parts, 'approval')),
  };
}

/** With what is told in lines beside a sentence, or in place of it, such as a history. */
const textsOf = (reply: string, parts: readonly Part[]): string => {
  const texts = parts.flatMap((part) => (part.kind === 'text' && part.text !== reply ? [part.text] : []));
  return [reply, ...texts].filter(Boolean).join('\n\n');
};

function planOf(parts: readonly Part[]): Pick<AskAnswer, 'plan'> {
  const plan = lastOf(parts, 'plan');
  return plan ? { plan } : {};
}

type Shown = { audience: AudiencePart | null; preview: PreviewPart | null };

/** What the turn showed; what it did not show is read from the campaign. */
async function complete(ctx: Ctx, campaign: Campaign, parts: readonly Part[]): Promise<Shown> {
  const [audience, preview] = [lastOf(parts, 'audience'), lastOf(parts, 'preview')];
  if (audience && (preview || audience.campaignId === null)) return { audience, preview };
  if (preview && !audience) {
    const { id: campaignId, draft } = campaign;
    return { audience: await audiencePart(ctx, { campaignId, filter: draft.filter, draft }), preview };
  }
  return draftParts(ctx, campaign);
}

const lastOf = <Kind extends Part['kind']>(parts: readonly Part[], kind: Kind) =>
  (parts.findLast((part) => part.kind === kind) ?? null) as Extract<Part, { kind: Kind }> | null;

const pickCampaign = ({ id, version, type, status, draft }: Campaign): AskAnswer['campaign'] => ({
  id,
  version,
  type,
  status,
  channels: draft.channels,
  schedule: draft.schedule,
});

const pickAudience = (part: AudiencePart): AskAnswer['audience'] => ({
  total: part.total,
  reachable: part.reachable,
  recipients: part.recipients,
  customers: part.customers.map(({ id, name }) => ({ id, name })),
  excluded: part.excluded,
  unknown: part.unknown,
  filter: part.filter,
  words: part.words,
});

async function pendingApproval(ctx: Ctx, campaignId: string): Promise<AskAnswer['approval']> {
  const id = await findPendingApproval(ctx, campaignId);
  return id ? asked(await approvalPart(ctx, id)) : null;
}

function asked(part: ApprovalPart | null): AskAnswer['approval'] {
  if (!part) return null;
  const { id, digest, recipients, expiresAt, shortCode } = part;
  return { id, digest, recipients, expiresAt, ...(shortCode ? { code: shortCode } : {}) };
}
