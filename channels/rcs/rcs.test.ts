import { expect, it } from 'vitest';
import { memoryStandinStore } from '../../test/memory-standin-store.ts';
import { openStandinOf } from '../../test/open-standin.ts';
import { inbound } from '../../test/webhook-samples.ts';
import { describeChannel, describeProvider } from '../contract.suite.ts';
import { createRcs } from './index.ts';

describeChannel({
  channel: createRcs(memoryStandinStore()),
  addresses: [{ given: '090 000 0001', country: 'TH', canonical: '+66900000001' }],
  invalid: ['ann@example.com', 'rcs:+66900000001'],
});
describeProvider({
  name: 'rcs standin',
  isIdempotent: true,
  address: (n) => `+6690000${String(n).padStart(4, '0')}`,
  open: () => openStandinOf(createRcs),
});

it('knows an answer by the number, without the word before it', () => {
  const webhook = createRcs(memoryStandinStore()).providers.twilio!.webhook!;
  const form = new URLSearchParams({ MessageSid: 'SM1', From: 'rcs:+66900000001', Body: 'stop' });
  expect(webhook.parse(inbound(form.toString()))).toMatchObject([
    { kind: 'opt_out', address: '+66900000001' },
    { kind: 'reply', from: '+66900000001' },
  ]);
});
