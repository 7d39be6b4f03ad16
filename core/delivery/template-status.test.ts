// What a platform says of a template, by itself or in its answer to a message, and the messages that are frozen in it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { messageTemplates } from '../../db/schema/index.ts';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { type Status, type TemplateKit, templateKit } from '../../test/template-kit.ts';
import { takeStatus } from '../content/message-templates/take-status.ts';

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

describe('what the platform says of a template', () => {
  const told = (status: Exclude<Status, 'draft'>, minutes = 5) =>
    d.system((ctx) =>
      takeStatus(ctx, {
        ...{ channel: 'whatsapp', name: 'renewal', language: 'en', status, reason: 'Paused for 3 hours.' },
        at: new Date(ctx.now.getTime() + minutes * 60_000),
      }),
    );

  it('by itself holds its messages, and lets them go', async () => {
    const { campaignId } = await approve();
    await told('paused');
    await tick();
    expect(await heldBack(campaignId)).toContain('Paused for 3 hours.');
    await told('approved');
    await tick();
    expect(await states(campaignId)).toEqual(['submitted']);
  });

  it('in the answer to a message holds that one and all others, until it is approved again', async () => {
    const { campaignId } = await approve({ count: 4 });
    d.state.answer = () => ({
      ...{ outcome: 'retry', code: '132015', detail: 'Template is paused due to low quality.' },
      ...{ retryAfterMs: 3_600_000, isTemplate: true },
    });
    await tick({ batch: 1 });
    expect(d.sent).toHaveLength(1);
    expect(await heldBack(campaignId)).toMatch(/^4 messages wait: .*Template is paused due to low quality\./);
    d.state.answer = ({ messageId }) => ({ outcome: 'submitted', providerId: `q-${messageId}` });
    await listed('approved');
    await tick();
    expect(await states(campaignId)).toEqual(Array(4).fill('submitted'));
  });

  it('long before what is known by now counts no more, nor of one that is being mended here', async () => {
    const status = async () =>
      (await d.system((ctx) => ctx.tx.select().from(messageTemplates)))
        .filter(({ language }) => language === 'en')
        .map((row) => row.status);
    await listed('approved');
    await told('paused', -60);
    expect(await status()).toEqual(['approved']);
    await say('draft');
    await told('approved');
    expect(await status()).toEqual(['draft']);
  });
});
