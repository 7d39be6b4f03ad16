// What was approved is what goes out: whoever changes a recipient's words after it, by whatever way, ends the approval, and nothing
// of it is sent.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvals, messages } from '../../../db/schema/index.ts';
import { openWritingRoom, type WritingRoom } from '../../../test/write-letter.ts';
import { type WritingKit, writingKit } from '../../../test/writing-kit.ts';
import { approvalPart } from '../../approval/approval-part.ts';
import { decideApproval } from '../../approval/decide-approval.ts';
import { requestApproval } from '../../approval/request-approval.ts';
import { editCampaign } from '../../campaigns/edit-campaign.ts';
import { readCampaign } from '../../campaigns/read-campaign.ts';
import { undoEdit } from '../../campaigns/undo-edit.ts';
import { restoreVersion } from '../../campaigns/versions.ts';
import type { Ctx } from '../../context.ts';
import { dropHandWritten, writeByHand, writeToCustomer } from './write-by-hand.ts';

let room: WritingRoom;
let kit: WritingKit;
beforeAll(async () => {
  room = await openWritingRoom();
  kit = await writingKit(room);
});
afterAll(() => room.close());

const text = (of: string) =>
  `Dear Arthit, ${of}: Drift Bar, Edge, Horizon and Shore stay yours. Please reply.`;
type One = { campaignId: string; contactId: string; customerId: string };
const CHANGES: readonly (readonly [string, (ctx: Ctx, one: One) => Promise<unknown>])[] = [
  ['one recipient by hand', (ctx, one) => writeByHand(ctx, { ...one, body: text('later') })],
  ['a customer by a sentence', (ctx, one) => writeToCustomer(ctx, { ...one, body: text('later') })],
  [
    'a customer by a sentence, built in again',
    (ctx, { campaignId, customerId }) => dropHandWritten(ctx, { campaignId, customerId }),
  ],
  [
    'one recipient, built in again',
    (ctx, { campaignId, contactId }) => dropHandWritten(ctx, { campaignId, contactId }),
  ],
  ['an earlier version', (ctx, { campaignId }) => restoreVersion(ctx, { campaignId, version: 2 })],
  ['the last change taken back', (ctx, { campaignId }) => undoEdit(ctx, campaignId)],
  ...(['groups', 'variants', 'wording'] as const).map((field) => {
    const said = {
      groups: [{ filter: { all: [] }, tone: 'casual' as const }],
      variants: [{ tone: 'casual' as const }],
      wording: { email: { subject: 'Shall we go on?' } },
    };
    const patch = { [field]: said[field] };
    return [
      field,
      (ctx: Ctx, { campaignId }: One) => editCampaign(ctx, { campaignId, patch, change: 't' }),
    ] as const;
  }),
];

describe('a campaign whose words are changed after a person approved it', () => {
  it.each(CHANGES)('%s: is a draft again, and nothing that was approved goes out', async (_, change) => {
    const campaignId = await kit.newCampaign();
    const [first] = await kit.messages(campaignId);
    const { contactId, customerId } = first!.recipient;
    const one = { campaignId, contactId, customerId };
    const schedule = { kind: 'at' as const, at: '2027-01-04T03:00:00Z' };
    const approver = await room.person('approver');
    const asked = await room.as(approver, async (ctx) => {
      await editCampaign(ctx, { campaignId, patch: { schedule }, change: 't' });
      await writeByHand(ctx, { ...one, body: text('first') });
      await writeByHand(ctx, { ...one, body: text('second') });
      const { approvalId } = await requestApproval(ctx, { campaignId });
      const { digest } = await approvalPart(ctx, approvalId);
      await decideApproval(ctx, { approvalId, digest, decision: 'approve' });
      return { approvalId, digest };
    });
    const ofIt = () =>
      room.system(async (ctx) => ({
        status: (await readCampaign(ctx, campaignId)).status,
        approval: (await ctx.tx.select().from(approvals).where(eq(approvals.id, asked.approvalId)))[0]
          ?.status,
        messages: (await ctx.tx.select().from(messages).where(eq(messages.campaignId, campaignId))).map(
          ({ status }) => status,
        ),
      }));
    const before = await ofIt();
    expect(before).toMatchObject({ status: 'scheduled', approval: 'approved' });
    expect(new Set(before.messages)).toEqual(new Set(['queued']));

    await room.as(await room.person('manager'), (ctx) => change(ctx, one));
    const after = await ofIt();
    expect(after).toMatchObject({ status: 'draft', approval: 'voided' });
    expect(after.messages.length).toBe(before.messages.length);
    expect(after.messages).not.toContain('queued');
    await expect(
      room.as(approver, (ctx) => decideApproval(ctx, { ...asked, decision: 'approve' })),
    ).rejects.toMatchObject({ code: 'approval:stale' });
  });
});
