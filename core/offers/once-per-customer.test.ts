import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCustomer } from '../../test/add-customer.ts';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { offerWithCodes } from '../../test/offer-with-codes.ts';
import { addAccount } from '../../test/recording-channels.ts';
import { readOfferFigures } from './offer-figures.ts';
import { redeemCode } from './redeem-offer.ts';

let d: Delivery;
beforeAll(async () => {
  d = await openDelivery();
  await d.system(async (ctx) => {
    await addAccount(ctx);
    const contacts = [1, 2].map((at) => ({
      name: `Guest ${at}`,
      role: 'it' as const,
      at: { email: `guest${at}@example.com` },
    }));
    await addCustomer(ctx, { name: 'House', timeZone: 'Asia/Bangkok', contacts });
  });
});
afterAll(() => d.close());

const redeem = (code: string) => d.as(d.approver, (ctx) => redeemCode(ctx, { code }));

it('one contact of a customer redeems, however many have a code', async () => {
  const made = await offerWithCodes(d, { oncePerCustomer: true });
  expect(made.approval.warnings.join()).toContain(
    'Of the codes of one customer’s contacts one alone is redeemed.',
  );
  const [one, two] = await made.send();
  const both = await Promise.all([redeem(one!), redeem(two!)]);
  expect(both.map(({ outcome }) => outcome).sort()).toEqual(['accepted', 'customer_limit']);
  const figures = await d.as(d.approver, (ctx) => readOfferFigures(ctx, made.campaignId));
  expect(figures).toMatchObject({ issued: 2, redeemed: 1 });
});

it('each of them does where that is not said', async () => {
  const made = await offerWithCodes(d, {});
  const [one, two] = await made.send();
  expect([(await redeem(one!)).outcome, (await redeem(two!)).outcome]).toEqual(['accepted', 'accepted']);
});
