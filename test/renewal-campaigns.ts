// Two hotels that are written to and one that cannot be, and campaigns of renewal to them.
import { approvalPart } from '../core/approval/approval-part.ts';
import { decideApproval } from '../core/approval/decide-approval.ts';
import { requestApproval } from '../core/approval/request-approval.ts';
import { createCampaign } from '../core/campaigns/create-campaign.ts';
import type { DraftPatch, TestMode } from '../core/campaigns/draft.ts';
import { addCustomer } from './add-customer.ts';
import { openDelivery } from './approved-campaign.ts';
import { addAccount } from './recording-channels.ts';

export const DRAFT = {
  name: 'Renewals',
  type: 'renewal',
  filter: { op: 'contains', field: 'name', text: 'hilton' },
} as const;

export type Renewals = Awaited<ReturnType<typeof openRenewals>>;

export async function openRenewals() {
  const d = await openDelivery();
  await d.system(async (ctx) => {
    await addAccount(ctx);
    const contract = { startsOn: '2025-11-01', endsOn: '2027-10-31', unitCount: 2, currency: 'THB' };
    for (const [at, name] of ['Hilton Andaman Bay', 'Hilton Pattaya'].entries()) {
      await addCustomer(ctx, {
        name,
        timeZone: 'Asia/Bangkok',
        units: ['Lobby', 'Drift Bar'],
        contracts: [{ ...contract, pricePerUnitMinor: 1_200_000 }],
        contacts: [
          { name: 'Arthit Sample', at: { email: `gm${at}@example.com` } },
          { name: 'Mali Sample', role: 'purchasing', at: { email: `buyer${at}@example.com` } },
        ],
      });
    }
    await addCustomer(ctx, { name: 'Hilton Nowhere', contracts: [contract] });
  });

  return {
    ...d,
    create: (patch: DraftPatch = {}) =>
      d.as(d.approver, async (ctx) => (await createCampaign(ctx, { draft: { ...DRAFT, ...patch } })).id),
    ask: (campaignId: string, test?: TestMode) =>
      d.as(d.approver, async (ctx) => {
        const { approvalId } = await requestApproval(ctx, { campaignId, test });
        return approvalPart(ctx, approvalId);
      }),
    decide: ({ id: approvalId, digest }: { id: string; digest: string }) =>
      d.as(d.approver, (ctx) => decideApproval(ctx, { approvalId, digest, decision: 'approve' })),
  };
}
