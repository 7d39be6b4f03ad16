import { describe, expect, it } from 'vitest';
import { customerId, situation, withDraft } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const filter = { op: 'in' as const, field: 'brand', values: ['Hilton'] };
const planned = (say: string) => plan(say, situation(withDraft({ filter })));

describe('the draft as one customer reads it', () => {
  it.each([
    'what will Hilton Pattaya get?',
    'show me the message for Hilton Pattaya',
    'what does the mail to Hilton Pattaya say',
    'preview it for Hilton Pattaya',
  ])('is shown: “%s”', (say) => {
    expect(planned(say).calls).toMatchObject([
      { name: 'preview_campaign', args: { customerId: customerId('Hilton Pattaya') } },
    ]);
  });

  it('is asked about, where several are called so', () => {
    const { calls, question } = planned('show me the message for a Hilton');
    expect(calls).toEqual([]);
    expect(question?.choices.map((choice) => choice.say)).toContain('show me the message for Hilton Pattaya');
  });
});

describe('a channel of the draft', () => {
  it.each(['how many will get it by whatsapp?', 'how many by WhatsApp', 'and how many of them on whatsapp?'])(
    'is counted: “%s”',
    (say) => {
      expect(planned(say).calls).toMatchObject([
        { name: 'measure_reach', args: { channels: ['whatsapp'], campaignId: expect.any(String) } },
      ]);
    },
  );
});

describe('a message to those of a list', () => {
  it.each(['send them a thank you', 'thank them for a great year'])('is a draft of its own: “%s”', (say) => {
    const thread = { campaign: null, lastFilter: filter, pendingApproval: false };
    expect(plan(say, situation(thread)).calls[0]).toMatchObject({
      name: 'draft_campaign',
      args: { type: 'thank_you', filter },
    });
  });
});
