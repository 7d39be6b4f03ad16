import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { approvalPart } from '../core/approval/approval-part.ts';
import { approvedAlready } from '../core/approval/latest-approval.ts';
import { requestApproval } from '../core/approval/request-approval.ts';
import { CAMPAIGN_STATUSES, type TestMode, testModeSchema } from '../core/campaigns/draft.ts';
import { editCampaign } from '../core/campaigns/edit-campaign.ts';
import { readCampaign } from '../core/campaigns/read-campaign.ts';
import type { Ctx } from '../core/context.ts';
import { countWithoutConsent, readSendResult, sendResult } from '../core/delivery/send-result.ts';
import { approvalPart as approval } from '../core/parts.ts';
import { demand } from '../core/tenants/roles.ts';
import { AppError } from '../lib/errors.ts';
import { joinWords } from '../lib/text.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { demandChannel, normaliserOf } from './normaliser.ts';
import { inSession } from './person.ts';
import { byId } from './query.ts';

const sending = z.strictObject({
  channels: z.array(z.string()).max(20).optional(),
  /** True is the first customer only. */
  testMode: z.union([z.boolean(), testModeSchema]).optional(),
});

/** Nothing is sent here: until `approval.status` is `approved`, the counts are of what waits. */
const sent = sendResult.extend({ status: z.enum(CAMPAIGN_STATUSES), approval });

export const sendRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const schema = {
      tags: ['campaigns'],
      summary:
        'Freezes the campaign and asks for its approval; once that is decided, tells what became of it.',
      params: byId,
      body: sending.nullish(),
      response: answers(sent),
    };
    app.post('/campaigns/:id/send', { schema }, (request) =>
      inSession(deps, request, (ctx) =>
        send(ctx, { campaignId: request.params.id, ...readSending(deps, request.body ?? {}) }),
      ),
    );
  };

type Sending = z.infer<typeof sending>;
type Send = { campaignId: string } & Sending;

/** A tester's address is a real one of its channel, in the form that the channel keeps. */
function readSending({ channels }: ServerDeps, { testMode, ...rest }: Sending): Sending {
  if (typeof testMode !== 'object' || testMode.kind !== 'address') return { ...rest, testMode };
  const { channel, address } = testMode;
  demandChannel(channels, channel);
  const normalised = normaliserOf(channels)(channel, address);
  if (normalised) return { ...rest, testMode: { ...testMode, address: normalised } };
  throw new AppError('input:invalid', `"${address}" is no address for ${channel}.`, {
    nextStep: 'Name an address that the tester reads.',
    where: { field: 'testMode.address' },
  });
}

async function send(ctx: Ctx, { campaignId, channels, testMode }: Send): Promise<z.infer<typeof sent>> {
  demand(ctx.actor, 'request');
  if (channels) await chooseChannels(ctx, { campaignId, channels });
  const { version } = await readCampaign(ctx, campaignId);
  const test = toTest(testMode);
  const decided = await approvedAlready(ctx, { campaignId, version, test });
  if (decided) {
    const [card, result] = [
      await approvalPart(ctx, decided.id),
      await readSendResult(ctx, { campaignId, ...decided }),
    ];
    return { ...result, status: (await readCampaign(ctx, campaignId)).status, approval: card };
  }
  const { approvalId } = await requestApproval(ctx, { campaignId, ...(test ? { test } : {}) });
  const card = await approvalPart(ctx, approvalId);
  const { status } = await readCampaign(ctx, campaignId);
  return {
    targeted: card.recipients,
    submitted: 0,
    failed: 0,
    skippedNoConsent: countWithoutConsent(card.excluded),
    errors: [],
    status,
    approval: card,
  };
}

const toTest = (mode: Send['testMode']): TestMode | null =>
  mode === true ? { kind: 'first_customer' } : mode || null;

/** Other channels than before are an edit, with all that follows; the same ones are not. */
async function chooseChannels(
  ctx: Ctx,
  { campaignId, channels }: { campaignId: string; channels: string[] },
) {
  const { draft } = await readCampaign(ctx, campaignId);
  const isSame =
    channels.length === draft.channels.length && channels.every((one) => draft.channels.includes(one));
  if (isSame) return;
  const change =
    channels.length > 0 ? `sends by ${joinWords(channels)}` : 'sends by each contact’s own channel';
  await editCampaign(ctx, { campaignId, patch: { channels }, change });
}
