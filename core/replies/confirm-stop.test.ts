import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Acknowledging, type GivenMessage, openAcknowledging } from '../../test/acknowledging.ts';
import type { Actor } from '../tenants/roles.ts';

let d: Acknowledging;
beforeAll(async () => {
  d = await openAcknowledging();
});
afterAll(() => d.close());
beforeEach(() => d.forget());

describe('that a stop was heard', () => {
  const WORDS = { en: 'You get no more messages from us.', de: 'Sie erhalten keine Nachrichten mehr.' };
  const confirm = (more: object = {}, who: Actor = d.approver) =>
    d.give({ intents: [], texts: WORDS, confirmsStop: { channels: ['email'] }, ...more }, who);
  const stop = (more: GivenMessage = {}) => d.aMessage({ intent: 'opt_out', text: 'STOP', ...more });

  it('is said once, in the language of the stop, on its channel; the next stop is only obeyed', async () => {
    await d.give();
    await confirm();
    const { email } = await stop({ language: 'de-AT' });
    expect(await d.acknowledge()).toBe(1);
    expect(await d.bodies()).toEqual([WORDS.de]);
    expect(d.sent[0]).toMatchObject({ to: email });
    await stop({ email, language: 'de' });
    await stop({ email, text: 'unsubscribe me' });
    expect(await d.acknowledge()).toBe(0);
    expect(await d.bodies()).toEqual([WORDS.de]);
  });

  it('is said once although two look at once, and once where somebody stops twice before it is sent', async () => {
    await confirm();
    const { email } = await stop();
    expect((await Promise.all([d.acknowledge(), d.acknowledge()])).toSorted()).toEqual([0, 1]);
    await stop({ email });
    await d.acknowledge();
    expect(await d.bodies()).toEqual([WORDS.en]);
  });

  it('is not said unless a person approved that, by a channel they named, in a country that allows it', async () => {
    await d.give();
    await stop();
    await confirm({ confirmsStop: { channels: ['sms'] } });
    await stop();
    await confirm({ confirmsStop: { channels: ['email'], exceptCountries: ['DE'] } });
    await d.meddle(
      `update standing_approvals set revoked_at = now() where terms -> 'confirmsStop' ->> 'channels' like '%sms%'`,
      [],
    );
    await d.meddle(`update customers set country = 'DE'`, []);
    expect(await d.acknowledge()).toBe(0);
    await d.meddle('update customers set country = null', []);
  });

  it('is not said of an old stop, a complaint, or a stop that was taken back', async () => {
    await confirm();
    await stop();
    const suppressed = (set: string) => d.meddle(`update suppressions set ${set}`, []);
    for (const [set, back] of [
      [`at = at - interval '6 minutes'`, `at = at + interval '6 minutes'`],
      [`source = 'receipt', reason = 'complained'`, `source = 'reply', reason = 'opted_out'`],
      ['lifted_at = at', 'lifted_at = null'],
    ]) {
      await suppressed(set!);
      expect(await d.acknowledge()).toBe(0);
      await suppressed(back!);
    }
  });

  it('is dropped by the claim when it comes too late, or when anything else forbids it', async () => {
    await confirm();
    await stop();
    expect(await d.acknowledge()).toBe(1);
    await d.meddle(`update suppressions set at = at - interval '6 minutes'`, []);
    expect(await d.bodies()).toEqual([]);
    await stop();
    expect(await d.acknowledge()).toBe(1);
    await d.meddle(`update suppressions set reason = 'erased', source = 'person'`, []);
    expect(await d.bodies()).toEqual([]);
  });

  it('cannot be borrowed: neither an acknowledgement nor changed terms pass a stop', async () => {
    const { id } = await d.give();
    const { email } = await d.aMessage();
    expect(await d.acknowledge()).toBe(1);
    const last = await stop({ email });
    await d.meddle(`update messages set status = 'queued', reason = null where status = 'dropped'`, []);
    await d.meddle(
      `update standing_approvals set terms = jsonb_set(terms, '{confirmsStop}', '{"channels": ["email"]}') where id = $1`,
      [id],
    );
    await d.meddle('update answers set reply_id = $1', [last.replyId]);
    expect(await d.bodies()).toEqual([]);
  });
});
