import type { Ctx } from '../context.ts';
import { factsOf } from './facts.ts';
import { makeView, type Tone, type View } from './view.ts';

/** What a letter would print for an invented customer of whom everything is known: for examples that name nobody. */
export function sampleView(ctx: Ctx, { tone, language }: { tone: Tone; language: string }): View {
  const { currency, unit } = ctx.tenant.settings;
  const row = {
    id: ctx.tenant.id,
    name: 'Sample House',
    brandId: null,
    type: null,
    city: 'Sample City',
    country: 'GB',
    attributes: {},
    endsOn: `${Number(ctx.today.slice(0, 4)) + 1}-10-31`,
    unitCount: 2,
    price: 100_000,
    currency,
    since: '2020-01-01',
    agreements: 2,
    hasLapsed: false,
  };
  const names = ['A', 'B'].map((letter) => `${unit.one} ${letter}`);
  const facts = factsOf(row, { asOf: ctx.today, brandPath: [], units: names, blank: {} });
  const recipient = { contactName: 'Alex Sample', role: 'general_manager' };
  return makeView(ctx, {
    facts,
    recipient,
    isTeam: false,
    tone,
    topic: null,
    offer: null,
    offerCode: 'ABCDE-12345',
    language,
  });
}
