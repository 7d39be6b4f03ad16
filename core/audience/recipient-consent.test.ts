import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { suppressions } from '../../db/schema/index.ts';
import { setConsent, suppressAddress } from '../../test/add-customer.ts';
import { type Choosing, mail, openChoosing, RENEWAL, SEASONAL } from '../../test/choose-recipients.ts';
import type { Ctx } from '../context.ts';

let workspace: Choosing;
beforeAll(async () => {
  workspace = await openChoosing();
});
afterAll(() => workspace.close());

describe('opt-out and consent', () => {
  it('takes a person out on every channel when one address opted out of everything', async () => {
    const [address, phone] = [mail(), '+66900001234'];
    const { unreachable } = await workspace.choose(
      [{ at: { email: address, whatsapp: phone } }],
      RENEWAL,
      { channels: ['whatsapp'] },
      (ctx) => suppressAddress(ctx, address, 'all'),
    );
    expect(unreachable[0]?.reason).toBe('opted out');
  });

  it('lets an opt-out of marketing stop marketing and not service', async () => {
    const [one, two] = [mail(), mail()];
    const stop = (address: string) => (ctx: Ctx) => suppressAddress(ctx, address, 'marketing');
    expect(
      (await workspace.choose([{ at: { email: one }, consent: ['email'] }], SEASONAL, {}, stop(one))).who,
    ).toEqual([]);
    expect((await workspace.choose([{ at: { email: two } }], RENEWAL, {}, stop(two))).who).toHaveLength(1);
  });

  it('takes a lifted opt-out back', async () => {
    const address = mail();
    const { who } = await workspace.choose([{ at: { email: address } }], RENEWAL, {}, async (ctx) => {
      await suppressAddress(ctx, address, 'all');
      await ctx.tx.update(suppressions).set({ liftedAt: ctx.now });
    });
    expect(who).toHaveLength(1);
  });

  it('needs a consent for marketing and says how many customers that leaves out', async () => {
    const { unreachable, notes } = await workspace.choose([{ at: { email: mail() } }], SEASONAL);
    expect(unreachable[0]?.reason).toBe('no recorded consent for marketing');
    expect(notes).toEqual(['1 customer has no recorded consent for marketing.']);
  });

  it('goes by the newest entry of the ledger', async () => {
    const [stopped, back] = [mail(), mail()];
    const change = (address: string, states: ('granted' | 'withdrawn')[]) => async (ctx: Ctx) => {
      for (const [day, state] of states.entries()) {
        await setConsent(ctx, { address, channel: 'email', state, at: new Date(Date.UTC(2026, 2, 1 + day)) });
      }
    };
    const withdrawn = change(stopped, ['granted', 'withdrawn']);
    expect((await workspace.choose([{ at: { email: stopped } }], SEASONAL, {}, withdrawn)).who).toEqual([]);
    const granted = await workspace.choose(
      [{ at: { email: back } }],
      SEASONAL,
      {},
      change(back, ['withdrawn', 'granted']),
    );
    expect(granted.recipients[0]?.consent).toEqual({
      purpose: 'marketing',
      basis: 'consent',
      since: '2026-03-02T00:00:00.000Z',
    });
  });

  it('prefers a channel with consent to the preferred channel without', async () => {
    const { who } = await workspace.choose(
      [{ at: { email: mail(), line: 'U77' }, preferredChannel: 'line', consent: ['email'] }],
      SEASONAL,
    );
    expect(who).toEqual(['general_manager email']);
  });
});
