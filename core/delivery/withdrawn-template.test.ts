// What becomes of messages whose approved text the platform takes no more, after they were frozen in it.
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addresses } from '../../db/schema/index.ts';
import { suppressAddress } from '../../test/add-customer.ts';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { type Status, type TemplateKit, templateKit } from '../../test/template-kit.ts';
import type { TestMode } from '../campaigns/draft.ts';

let d: Delivery;
let approve: TemplateKit['approve'];
let beginAnew: TemplateKit['beginAnew'];
let heldBack: TemplateKit['heldBack'];
let listed: TemplateKit['listed'];
let say: TemplateKit['say'];
let states: TemplateKit['states'];
let tick: TemplateKit['tick'];
beforeAll(async () => {
  d = await openDelivery();
  ({ approve, beginAnew, heldBack, listed, say, states, tick } = await templateKit(d));
});
afterAll(() => d.close());
beforeEach(() => beginAnew());

/** As if it had been due, and its campaign begun, so many hours earlier. */
async function agoBy(campaignId: string, hours: number) {
  await d.meddle('update campaigns set updated_at = updated_at - make_interval(hours => $2) where id = $1', [
    campaignId,
    hours,
  ]);
  await d.meddle(
    `update messages set retry_at = null, planned_at = planned_at - make_interval(hours => $2) where campaign_id = $1`,
    [campaignId, hours],
  );
}

describe('a message that is frozen in a template', () => {
  it.each<Status>(['paused', 'rejected', 'submitted', 'draft'])(
    'waits while that is %s, which people see, and goes once when it is approved again',
    async (status) => {
      const { campaignId } = await approve({ count: 2 });
      await say(status, 'People did not like it.');
      await tick();
      expect(d.sent).toEqual([]);
      expect(await states(campaignId)).toEqual(Array(2).fill('queued template_withdrawn'));
      expect(await heldBack(campaignId)).toMatch(
        /^2 messages wait: WhatsApp does not take the template “renewal” \(en\) at present\. .*People did not like it\./,
      );
      await listed('approved');
      await tick();
      await tick();
      expect(d.sent.map(({ content }) => content.template?.name)).toEqual(['renewal', 'renewal']);
      expect(await states(campaignId)).toEqual(['submitted', 'submitted']);
      expect(await heldBack(campaignId)).toBeUndefined();
    },
  );

  it('waits while that says something else than what was approved, and goes when it says it again', async () => {
    const { campaignId } = await approve({ count: 2 });
    const before = await approve({ language: 'th' });
    await listed('approved', 'Dear {{1}}, you owe us money.');
    await tick();
    expect(await states(campaignId)).toEqual(Array(2).fill('queued template_withdrawn'));
    expect(await states(before.campaignId)).toEqual(['submitted']);
    expect(await heldBack(campaignId)).toMatch(
      /^2 messages wait: the template “renewal” \(en\) of WhatsApp says something else now than what was approved\./,
    );
    const fresh = await approve();
    await tick();
    expect(await states(fresh.campaignId)).toEqual(['submitted']);
    await listed('approved');
    await tick();
    expect(await states(campaignId)).toEqual(['submitted', 'submitted']);
  });

  it('goes when another language of it was withdrawn, or another template', async () => {
    const thai = await approve({ language: 'th' });
    await say('paused');
    await tick();
    expect(await states(thai.campaignId)).toEqual(['submitted']);
  });

  it('keeps nothing else waiting, however many of it there are', async () => {
    const held = await approve({ count: 5 });
    const others = await approve({ count: 3, language: 'th' });
    await say('paused');
    await tick({ batch: 2 });
    expect(await states(others.campaignId)).toEqual(Array(3).fill('submitted'));
    expect(await states(held.campaignId)).toEqual(Array(5).fill('queued template_withdrawn'));
  });

  it('is not looked at again with every tick, and is when an hour is over', async () => {
    const { campaignId } = await approve();
    await say('paused');
    const { nextAt } = await tick();
    const [first] = await d.messagesOf(campaignId);
    expect(first!.retryAt!.getTime() - Date.now()).toBeGreaterThan(50 * 60_000);
    expect(nextAt).not.toBeNull();
    await tick();
    expect(await d.messagesOf(campaignId)).toEqual([first]);
    await say('approved');
    await d.meddle('update messages set retry_at = now() where campaign_id = $1', [campaignId]);
    await tick();
    expect(await states(campaignId)).toEqual(['submitted']);
  });

  it('is given up a day after it was due, or goes by the next channel that was frozen', async () => {
    const alone = await approve();
    const byMail = await approve({ withMail: true });
    await say('paused');
    await tick();
    expect(await states(byMail.campaignId)).toEqual(['queued template_withdrawn']);
    for (const { campaignId } of [alone, byMail]) await agoBy(campaignId, 23);
    await tick();
    expect(await states(alone.campaignId)).toEqual(['queued template_withdrawn']);
    for (const { campaignId } of [alone, byMail]) await agoBy(campaignId, 2);
    await tick();
    expect(await states(alone.campaignId)).toEqual(['dropped template_withdrawn']);
    expect(await states(byMail.campaignId)).toEqual(['submitted']);
    expect(d.sent.map(({ to }) => to)).toEqual([byMail.people[0]!.mail]);
    await say('approved');
    await tick();
    expect(d.sent).toHaveLength(1);
  });

  it('waits for another day when a person lets its campaign go on', async () => {
    const { campaignId } = await approve();
    await say('paused');
    await tick();
    await agoBy(campaignId, 48);
    await d.meddle('update campaigns set updated_at = now() where id = $1', [campaignId]);
    await tick();
    expect(await states(campaignId)).toEqual(['queued template_withdrawn']);
  });

  it('is dropped for what else speaks against it, and waits in a test as well', async () => {
    const { campaignId, people } = await approve({ count: 2 });
    await say('paused');
    await tick();
    await d.system(async (ctx) => {
      await suppressAddress(ctx, people[0]!.address, 'all');
      const of = and(eq(addresses.contactId, people[1]!.contactId), eq(addresses.channel, 'whatsapp'));
      await ctx.tx.update(addresses).set({ usable: false }).where(of);
    });
    await listed('approved');
    await say('paused');
    await tick();
    expect((await states(campaignId)).sort()).toEqual(['dropped address_unusable', 'dropped opted_out']);
    const test: TestMode = { kind: 'address', channel: 'whatsapp', address: '+66900000999' };
    const tested = await approve({ test });
    await tick();
    expect(await states(tested.campaignId)).toEqual(['queued template_withdrawn']);
    expect(await heldBack(tested.campaignId)).toMatch(/^1 message waits/);
    expect(d.sent).toEqual([]);
  });

  it('goes nowhere after its campaign was stopped', async () => {
    const { campaignId } = await approve();
    await say('paused');
    await tick();
    await d.meddle(`update campaigns set status = 'stopped' where id = $1`, [campaignId]);
    await listed('approved');
    await tick();
    expect(d.sent).toEqual([]);
  });
});
