// A customer answers "I would like to use …": what comes of the code, at the desk and in the report.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { addGuests, guestAt, offerWithCodes } from '../../test/offer-with-codes.ts';
import { addAccount } from '../../test/recording-channels.ts';
import { listConversations } from '../replies/desk/list-conversations.ts';
import { readConversation } from '../replies/desk/read-conversation.ts';
import { receiveReply } from '../replies/receive-reply.ts';
import { reportCampaign } from '../reports/campaign-report.ts';
import { readOfferFigures } from './offer-figures.ts';

describe.each(['email', 'whatsapp'])('a code in an answer by %s', (channel) => {
  let d: Delivery;
  beforeAll(async () => {
    d = await openDelivery();
    await d.system((ctx) => addAccount(ctx, { channel }));
    await addGuests(d, channel);
  });
  afterAll(() => d.close());

  /** What whoever is at the desk reads below the answer. */
  async function answer(at: number, message: string): Promise<string[]> {
    const identifier = guestAt(at, channel);
    const { entries } = await d.system(async (ctx) => {
      await receiveReply(ctx, { channel, identifier, message, normalise: (_, given) => given });
      const all = await listConversations(ctx, { view: 'all', limit: 10 });
      const { id: conversationId } = all.find(({ contact }) => contact === `Guest ${at}`)!;
      return readConversation(ctx, { conversationId });
    });
    const received = entries.filter((entry) => entry.kind === 'received');
    return received.find(({ text }) => text === message)!.effects;
  }
  const figures = (campaignId: string) => d.as(d.approver, (ctx) => readOfferFigures(ctx, campaignId));
  const offer = (code: object) => offerWithCodes(d, code, { channel });

  it('is redeemed once, by its own customer, and counted', async () => {
    const made = await offer({});
    const codes = await made.send();
    expect(await answer(1, `I would like to use ${codes[0]}`)).toEqual([
      'It names the code of another customer’s offer: not redeemed.',
    ]);
    expect(await answer(0, 'I would like to use TEA-00000-00000')).toEqual([]);
    expect(await figures(made.campaignId)).toMatchObject({ redeemed: 0 });
    // As people type: in small letters, without the dashes.
    const typed = codes[0]!.toLowerCase().replaceAll('-', ' ');
    expect(await answer(0, `I would like to use ${typed}, please!`)).toEqual([
      'Redeemed the code of their offer.',
    ]);
    expect(await answer(0, `Does ${codes[0]} still work?`)).toEqual([
      'It names the code of an offer that was redeemed before.',
    ]);
    expect(await figures(made.campaignId)).toMatchObject({ redeemed: 1, byReply: 1 });
    const { outcomes } = await d.as(d.approver, (ctx) => reportCampaign(ctx, made.campaignId));
    expect(outcomes).toMatchObject([{ kind: 'redeemed', count: 1 }]);
  });

  it('is refused once its last day is past', async () => {
    const made = await offer({ validUntil: '2020-01-01' });
    const [code] = await made.send();
    expect(await answer(0, `Please: ${code}`)).toEqual([
      'It names the code of an offer whose last day is past: not redeemed.',
    ]);
    expect(await figures(made.campaignId)).toMatchObject({ redeemed: 0 });
  });

  it('is refused until its first day has come', async () => {
    const made = await offer({ validFrom: '2030-01-01' });
    const [code] = await made.send();
    expect(await answer(0, `Please: ${code}`)).toEqual([
      'It names the code of an offer that has not begun: not redeemed.',
    ]);
    expect(await figures(made.campaignId)).toMatchObject({ redeemed: 0 });
  });

  it.each([
    ['their number is reached', { limit: 1 }],
    [
      'the budget is spent',
      { value: { minor: 6000, currency: 'THB' }, budget: { minor: 10_000, currency: 'THB' } },
    ],
  ])('is refused when %s', async (_, terms) => {
    const made = await offer(terms);
    const [first, second] = await made.send();
    expect(await answer(0, `Mine is ${first}`)).toEqual(['Redeemed the code of their offer.']);
    expect(await answer(1, `Mine is ${second}`)).toEqual([
      'It names the code of an offer that is used up: not redeemed.',
    ]);
    expect(await figures(made.campaignId)).toMatchObject({ redeemed: 1, byReply: 1 });
  });
});
