import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { addAccount } from '../../test/recording-channels.ts';

const SENT = 90;

let d: Delivery;
beforeAll(async () => {
  d = await openDelivery();
  await d.system((ctx) => addAccount(ctx));
});
afterAll(() => d.close());

/** On which page of its table each message of a campaign is. */
async function pagesOf(campaignId: string): Promise<Map<string, number>> {
  const { rows } = await d.meddle(
    `select id, (ctid::text::point)[0]::int as page from messages where campaign_id = $1`,
    [campaignId],
  );
  return new Map(rows.map(({ id, page }) => [id, page]));
}

// What goes to another page changes two of them, and is logged whole.
it('a message stays on its page when it is claimed and recorded', async () => {
  const { campaignId } = await d.approve({ count: SENT });
  const queued = await pagesOf(campaignId);
  expect(await d.tick()).toMatchObject({ outcomes: { submitted: SENT } });
  const sent = await pagesOf(campaignId);
  const stayed = [...sent].filter(([id, page]) => queued.get(id) === page).length;
  expect(new Set(queued.values()).size).toBeGreaterThan(2);
  // Where a page keeps no room, next to none stay; how many do depends on what the server cleans up meanwhile.
  expect(stayed).toBeGreaterThan(SENT / 10);
});
