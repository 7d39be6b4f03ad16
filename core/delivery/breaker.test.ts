import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { addAccount } from '../../test/recording-channels.ts';

let d: Delivery;
beforeAll(async () => {
  d = await openDelivery();
  await d.system((ctx) => addAccount(ctx));
});
afterAll(() => d.close());

it('an account that cannot send rests after ten such tries: the next takes over, and a try a minute looks again', async () => {
  d.state.answer = () => ({ outcome: 'retry', code: 'auth', detail: 'the token is refused' });
  const { campaignId } = await d.approve({ count: 14 });
  for (let round = 0; round < 3; round += 1) await d.tick({ batch: 5 });
  expect(d.sent).toHaveLength(10);
  const second = await d.system((ctx) => addAccount(ctx, { name: 'Second' }));
  d.state.answer = ({ messageId }) => ({ outcome: 'submitted', providerId: `p-${messageId}` });
  d.sent.length = 0;
  await d.tick();
  expect(d.sent).toHaveLength(4);
  const rows = await d.messagesOf(campaignId);
  expect(rows.filter(({ accountId }) => accountId === second)).toHaveLength(4);
  await d.meddle(`update channel_accounts set is_enabled = false where id = $1`, [second]);
  await d.meddle(`update messages set retry_at = now() where campaign_id = $1 and status = 'queued'`, [
    campaignId,
  ]);
  d.sent.length = 0;
  await d.tick();
  expect(d.sent).toEqual([]);
  await d.meddle(`update attempts set started_at = started_at - interval '2 minutes'`);
  await d.tick({ batch: 5 });
  expect(d.sent).toHaveLength(10);
});
