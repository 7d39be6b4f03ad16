import { expect, it } from 'vitest';
import { newId } from '../../lib/ids.ts';
import { describeChannel } from '../contract.suite.ts';
import type { Outgoing } from '../contract.ts';
import { createWidget } from './index.ts';

const channel = createWidget({ store: { accept: async () => {}, find: async () => new Set() } });
const ID = '0198c0de-0000-7000-8000-00000000000a';

describeChannel({
  channel,
  addresses: [
    { given: `visitor:${ID}`, canonical: `visitor:${ID}` },
    { given: `Contact:${ID.toUpperCase()}`, canonical: `contact:${ID}` },
  ],
  invalid: [ID, 'visitor:', `user:${ID}`, `visitor:${ID}0`, `visitor:${ID} visitor:${ID}`],
});

it('takes every message, and says the same of each when it is asked again', async () => {
  const sender = channel.providers.panel!.open({});
  const messages = [newId(), newId()].map((messageId) => ({ messageId }) as Outgoing);
  const results = await sender.send(messages);
  expect(results).toEqual(
    messages.map(({ messageId }) => ({ outcome: 'submitted', providerId: `panel-${messageId}` })),
  );
  expect(await sender.lookup!(messages[0]!)).toEqual(results[0]);
});
