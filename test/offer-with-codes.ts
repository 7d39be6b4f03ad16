// A campaign whose offer has codes: frozen, shown, and sent when a test says so.
import { approvalPart } from '../core/approval/approval-part.ts';
import { decideApproval } from '../core/approval/decide-approval.ts';
import { requestApproval } from '../core/approval/request-approval.ts';
import { createCampaign } from '../core/campaigns/create-campaign.ts';
import type { TestMode } from '../core/campaigns/draft.ts';
import { addCustomer } from './add-customer.ts';
import type { Delivery } from './approved-campaign.ts';

export const guestAt = (at: number, channel: string): string =>
  channel === 'email' ? `guest${at}@example.com` : `+6690000000${at}`;

/** Three houses with one guest each. */
export const addGuests = (d: Delivery, channel = 'email') =>
  d.system(async (ctx) => {
    for (const at of [0, 1, 2])
      await addCustomer(ctx, {
        name: `House ${at}`,
        timeZone: 'Asia/Bangkok',
        contacts: [{ name: `Guest ${at}`, at: { [channel]: guestAt(at, channel) } }],
      });
  });

type More = { test?: TestMode | undefined; channel?: string };

export async function offerWithCodes(d: Delivery, code: object, { test, channel = 'email' }: More = {}) {
  d.sent.length = 0;
  const draft = {
    ...{ name: 'Voucher', type: 'technical', channels: [channel] },
    offer: { kind: 'voucher' as const, says: 'A cup of tea is on us.', code: { prefix: 'TEA', ...code } },
  };
  const { campaignId, approval } = await d.as(d.approver, async (ctx) => {
    const { id } = await createCampaign(ctx, { draft });
    const { approvalId } = await requestApproval(ctx, { campaignId: id, test });
    return { campaignId: id, approval: await approvalPart(ctx, approvalId) };
  });
  return {
    campaignId,
    approval,
    /** The codes as their guests read them. */
    async send() {
      const { id: approvalId, digest } = approval;
      await d.as(d.approver, (ctx) => decideApproval(ctx, { approvalId, digest, decision: 'approve' }));
      await d.tick();
      return d.sent
        .toSorted((a, b) => a.to.localeCompare(b.to))
        .map(({ content }) => /TEA-\w{5}-\w{5}/.exec(content.text)?.[0] ?? '');
    },
  };
}
