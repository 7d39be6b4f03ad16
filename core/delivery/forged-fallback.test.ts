// The next channel, changed by somebody who can write to the database after a person approved.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { type FallbackKit, fallbackKit, refused } from '../../test/fallback-kit.ts';
import { addAccount } from '../../test/recording-channels.ts';

let d: Delivery;
let approve: FallbackKit['approve'];
let only: FallbackKit['only'];
beforeAll(async () => {
  d = await openDelivery();
  const kit = fallbackKit(d);
  ({ approve, only } = kit);
  kit.whatsAppSays(refused());
  await d.system(async (ctx) => {
    for (const channel of ['whatsapp', 'email']) await addAccount(ctx, { channel });
  });
});
afterAll(() => d.close());

describe('a fallback that nobody approved', () => {
  it.each<[string, string]>([
    [
      'in other words',
      `update manifest_rows r set fallbacks = jsonb_set(fallbacks, '{0,rendered,text}', '"Pay to another account"')
       from messages m where m.manifest_row_id = r.id and m.campaign_id = $1`,
    ],
    [
      'to somebody else',
      `update manifest_rows r set fallbacks = jsonb_set(fallbacks, '{0,address}', '"other@example.com"')
       from messages m where m.manifest_row_id = r.id and m.campaign_id = $1`,
    ],
    [
      'that is one more than were frozen',
      `update manifest_rows r set fallbacks = fallbacks || (fallbacks -> 0)
       from messages m where m.manifest_row_id = r.id and m.campaign_id = $1`,
    ],
    ['by a rung that is not there', `update messages set fallback = 2 where campaign_id = $1`],
    [
      'by a channel of its own',
      `update messages set fallback = 1, channel = 'whatsapp' where campaign_id = $1`,
    ],
  ])('%s does not go out', async (_what, attack) => {
    const { campaignId } = await approve();
    await d.meddle(attack, [campaignId]);
    await d.tick();
    expect(d.sent).toEqual([]);
    expect(await only(campaignId)).toMatchObject({ status: 'dropped' });
  });
});
