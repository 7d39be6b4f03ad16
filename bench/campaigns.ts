// Many campaigns at once: whether each gets its share, and what they cost beside one campaign of as many messages.
import { planFor } from '../test/add-campaign.ts';
import type { Bench } from './run.ts';
import { type Outbox, openOutbox } from './sending/open-outbox.ts';

const EACH = 8;

/** `--rows` campaigns (500) of eight messages each; 60 with `--quick`. */
export const bench: Bench = async ({ rows = 500, quick }) => {
  const count = quick ? 60 : rows;
  const outbox = await openOutbox({ count: count * EACH });
  const { d, people } = outbox;
  await outbox.approve();
  const one = await send(outbox);
  for (let at = 0; at < count; at += 1)
    await d.approve({ count: 0, plan: planFor(people.slice(at * EACH, (at + 1) * EACH)) });
  const many = await send(outbox);
  await outbox.close();
  const campaigns = [...Map.groupBy(many.order, (campaignId) => campaignId).keys()].length;
  const half = [...countBy(many.order.slice(0, many.order.length / 2)).values()];
  return {
    title: 'Messages a second of one campaign, and of many at once',
    rows: [
      { what: 'one campaign', messages: one.order.length, perSecond: one.perSecond },
      { what: `${campaigns} at once`, messages: many.order.length, perSecond: many.perSecond },
    ],
    summary: {
      ratio: Math.round((many.perSecond / one.perSecond) * 100) / 100,
      'of each when half is sent':
        half.length < campaigns ? 'some none' : `${Math.min(...half)} to ${Math.max(...half)} of ${EACH}`,
      'all have begun after': `${untilAll(many.order, campaigns)} messages`,
      node: process.version,
    },
  };
};

/** Sends what is due; the campaigns of the messages in the order in which they went out. */
async function send({ d }: Outbox) {
  d.sent.length = 0;
  const began = performance.now();
  await d.tick({ budgetMs: 600_000 });
  const perSecond = Math.round((d.sent.length / (performance.now() - began)) * 1000);
  const { rows } = await d.meddle('select id, campaign_id as campaign from messages');
  const campaignOf = new Map(
    rows.map(({ id, campaign }: { id: string; campaign: string }) => [id, campaign]),
  );
  return { perSecond, order: d.sent.map(({ messageId }) => campaignOf.get(messageId)!) };
}

const countBy = (order: readonly string[]): Map<string, number> =>
  new Map([...Map.groupBy(order, (one) => one)].map(([one, all]) => [one, all.length]));

/** How many messages had gone out when the last campaign got its first. */
function untilAll(order: readonly string[], campaigns: number): number {
  const begun = new Set<string>();
  return 1 + order.findIndex((campaign) => begun.add(campaign).size === campaigns);
}
