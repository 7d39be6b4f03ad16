import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversions } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { addCampaign } from '../../test/add-campaign.ts';
import { addMessage } from '../../test/add-message.ts';
import { addCase } from '../../test/content-cases.ts';
import { openWritingRoom, type WritingRoom } from '../../test/write-letter.ts';
import type { Filter } from '../audience/filter.ts';
import { generateContent } from '../content/generate-content.ts';
import type { Ctx } from '../context.ts';
import { optimiseSegment } from '../segments/optimise-segment.ts';
import { suggestSegments } from '../segments/suggest-segments.ts';
import { createCampaign } from './create-campaign.ts';
import type { DraftInput } from './draft.ts';
import { draftFigures } from './draft-figures.ts';
import { draftParts } from './draft-parts.ts';
import { planPart } from './plan-part.ts';

let room: WritingRoom;
const person = { name: 'Arthit Sample', at: { email: 'gm@example.com' }, consent: ['email'] };
beforeAll(async () => {
  room = await openWritingRoom();
  await room.system(async (ctx) => {
    await addCase(ctx, 'complete', { name: 'Bay One', contacts: [person] });
    await addCase(ctx, 'ended', {
      name: 'Bay Two',
      city: 'Hua Hin',
      contacts: [{ ...person, at: { email: 'b@example.com' } }],
    });
    await addCase(ctx, 'noDate', { name: 'Bay Three', contacts: [] });
  });
});
afterAll(() => room.close());

const planOf = async (ctx: Ctx, draft: Omit<DraftInput, 'name'>) => {
  const campaign = await createCampaign(ctx, { draft: { name: 'Plan', ...draft } });
  return planPart(ctx, campaign, await draftParts(ctx, campaign));
};
const is = (field: string, value: string) => ({ op: 'in' as const, field, values: [value] });

describe('a campaign that is worked out', () => {
  it('has several true subjects and requests for each channel, and what to mind', async () => {
    const plan = await room.system((ctx) => planOf(ctx, { type: 'renewal', filter: is('city', 'Pattaya') }));
    const [mail] = plan.content;
    expect(plan.content.map(({ channel }) => channel)).toEqual(['email']);
    expect(mail?.subjects.map(({ text }) => text)).toEqual([
      'Bay One: renewal of your agreement, ending 31 October 2027',
      'Your agreement for Bay One ends in 344 days',
      '4 zones at Bay One: shall we continue?',
      'A word about your background music service at Bay One',
    ]);
    expect(mail?.callsToAction[0]?.text).toBe('Please reply YES to renew for THB 48,000 a year.');
    expect(mail?.notes.join()).toContain('Service');
  });

  it('proposes nothing that prints what is not known', async () => {
    const plan = await room.system((ctx) => planOf(ctx, { type: 'renewal', filter: is('city', 'Hua Hin') }));
    const said = plan.content.flatMap(({ subjects }) => subjects.map(({ text }) => text));
    expect(said.join()).not.toContain(' days');
  });

  it('names its size, its open questions, and no expected number that nothing stands behind', async () => {
    const plan = await room.system((ctx) =>
      planOf(ctx, { type: 'event', offer: { kind: 'free_item', says: 'A free hour of music.' } }),
    );
    expect(plan.segment).toMatchObject({ customers: 3, reachable: 2, recipients: 2 });
    // Of those whom it writes to, not of everybody with an address somewhere.
    expect(plan.segment.advice[0]).toMatch(/^Too small for a test .* there are 2\.$/);
    expect(plan.expected).toEqual([
      { channel: 'email', recipients: 2, delivered: null, replied: null, basis: 0 },
    ]);
    expect(plan.questions).toEqual([
      'What shall the event invitation say? Give it a topic.',
      'Until when is the offer valid?',
      '1 customer cannot be reached: shall somebody find a contact, or are they left out?',
      'What is it to achieve, and by when?',
    ]);
  });
});

describe('a campaign to win customers back', () => {
  it('asks about those who have a running contract, unless its audience says how contracts stand', async () => {
    const asked = async (filter: Filter) => {
      const { questions } = await room.system((ctx) => planOf(ctx, { type: 'win_back', filter }));
      return questions.filter((question) => question.includes('running contract'));
    };
    expect(await asked({ all: [] })).toEqual([
      expect.stringMatching(
        /^\d customers? of them have a running contract: shall it go to the lapsed only\?$/,
      ),
    ]);
    expect(await asked(is('contract_status', 'lapsed'))).toEqual([]);
  });
});

describe('a draft to very many', () => {
  const sizes = { large: 3, drawn: 2 };
  it('counts them all, and tells from some of them how many are reached', async () => {
    await room.system(async (ctx) => {
      const campaign = await createCampaign(ctx, { draft: { name: 'All', type: 'thank_you' } });
      const seen = await draftFigures(ctx, campaign, { sizes });
      const share = seen.preview.previews.length / 2;
      expect(seen.audience).toMatchObject({ total: 3, recipients: Math.round(share * 3) });
      expect(seen.preview).toMatchObject({
        estimated: { customers: 2, of: 3 },
        counts: { email: Math.round(share * 3) },
      });
      expect((await planPart(ctx, campaign, seen)).segment).toMatchObject({
        customers: 3,
        estimated: { customers: 2, of: 3 },
      });
      expect(await draftFigures(ctx, campaign, { sizes })).toEqual(seen);
    });
  });

  it('shows anybody’s message whom it means, drawn or not, and nobody else’s', async () => {
    await room.system(async (ctx) => {
      const filter = { all: [is('city', 'Pattaya')] };
      const among = await draftParts(
        ctx,
        await createCampaign(ctx, { draft: { name: 'Some', type: 'thank_you', filter } }),
      );
      const all = await createCampaign(ctx, { draft: { name: 'All', type: 'thank_you' } });
      const whole = await draftParts(ctx, all);
      const names: string[] = [];
      for (const { id: customerId } of whole.audience.customers) {
        const { preview } = await draftFigures(ctx, all, {
          only: { customerId },
          sizes: { large: 1, drawn: 1 },
        });
        expect(preview.estimated).toBeUndefined();
        names.push(...preview.previews.map(({ customer }) => customer));
      }
      expect(names).toEqual(whole.preview.previews.map(({ customer }) => customer));
      const [out] = whole.audience.customers.filter(
        ({ id }) => !among.audience.customers.some((one) => one.id === id),
      );
      const some = await createCampaign(ctx, { draft: { name: 'Some', type: 'thank_you', filter } });
      const shown = await draftFigures(ctx, some, {
        only: { customerId: out!.id },
        sizes: { large: 1, drawn: 1 },
      });
      expect(shown.preview.previews).toEqual([]);
    });
  });
});

describe('content that is generated and not kept', () => {
  it('is the checked message of a real recipient', async () => {
    const content = await room.system((ctx) =>
      generateContent(ctx, { type: 'renewal', filter: is('city', 'Pattaya') }),
    );
    expect(content).toMatchObject([{ channel: 'email', customer: 'Bay One', findings: [] }]);
    expect(content[0]?.body).toContain('Drift Bar');
    const { variants = [] } = content[0] ?? {};
    expect(variants.map(({ patch }) => `${patch.tone} ${patch.length}`)).toEqual([
      'formal full',
      'casual full',
      'formal short',
      'casual short',
      'formal full',
    ]);
    expect(new Set(variants.map(({ subject, body }) => `${subject} ${body}`)).size).toBe(5);
    expect(variants[0]?.body).toBe(content[0]?.body);
  });

  it('for nobody is none, and of an unknown type refused', async () => {
    await room.system(async (ctx) => {
      expect(await generateContent(ctx, { type: 'renewal', filter: is('city', 'Berlin') })).toEqual([]);
      await expect(generateContent(ctx, { type: 'lottery' })).rejects.toMatchObject({
        code: 'input:invalid',
      });
    });
  });
});

describe('segments that are suggested', () => {
  it('fit the type that the goal means, are counted, and leave out what nobody is in', async () => {
    const found = await room.system((ctx) =>
      suggestSegments(ctx, { goal: 'Win back the ones that left us' }),
    );
    expect(found.map(({ type, name, customers }) => ({ type, name, customers }))).toEqual([
      { type: 'win_back', name: 'Lapsed within a year', customers: 1 },
      { type: 'win_back', name: 'Everybody', customers: 3 },
    ]);
  });

  it('stay among those whom the person means', async () => {
    const among = is('city', 'Pattaya');
    const found = await room.system((ctx) => suggestSegments(ctx, { type: 'win_back', among }));
    expect(found.map(({ name, customers }) => [name, customers])).toEqual([['Everybody', 2]]);
  });

  it('stay among those whom the goal names', async () => {
    const suggest = (goal: string) => room.system((ctx) => suggestSegments(ctx, { goal }));
    const everybody = (await suggest('Sell more zones to hotels in Pattaya')).at(-1);
    expect(everybody).toMatchObject({
      type: 'upsell',
      customers: 2,
      filter: { all: expect.arrayContaining([is('city', 'Pattaya'), is('type', 'Hotel')]) },
    });
    expect((await suggest('Ten new contracts in Thailand')).at(-1)?.words).toContain('country is Thailand');
    for (const goal of ['Sell more zones, but not in Pattaya', 'asdf qwer'])
      await expect(suggest(goal)).rejects.toMatchObject({ code: 'input:invalid' });
  });
});

describe('what an audience may bring', () => {
  const filter = is('city', 'Hua Hin');
  const worth = (ctx: Ctx) =>
    optimiseSegment(ctx, { filter: { all: [filter] }, aim: 'smaller', type: 'renewal' });

  it('is not known before enough was sent, and that is said', async () => {
    expect(await room.system(worth)).toMatchObject({
      ...{ messages: 1, answers: null, conversions: null, value: null },
      notKnown: [expect.stringContaining('fewer than 30 messages went out by e-mail')],
    });
  });

  it('is what came of the last year’s messages, with its range, in answers and in money', async () => {
    const found = await room.system(async (ctx) => {
      const campaignId = await addCampaign(ctx);
      const { rows } = await ctx.tx.execute<{ customerId: string; contactId: string }>(
        sql`select customer_id as "customerId", id as "contactId" from contacts order by id limit 1`,
      );
      for (let at = 0; at < 40; at++) {
        const contactId = newId();
        const message = {
          campaignId,
          ...rows[0]!,
          contactId,
          channel: 'email',
          address: `${at}@example.com`,
        };
        await addMessage(ctx, { ...message, status: 'submitted', submittedAt: ctx.now });
        const paid = { valueMinor: 10_000, currency: 'THB', via: 'api' as const, at: ctx.now };
        const own = { tenantId: ctx.tenant.id, campaignId, contactId, externalId: `order ${at}` };
        if (at < 35) await ctx.tx.insert(conversions).values({ ...own, ...paid });
      }
      return worth(ctx);
    });
    expect(found).toMatchObject({
      messages: 1,
      answers: { low: 0, high: 1 },
      conversions: { low: 0, high: 1 },
      value: { low: { minor: 0, currency: 'THB' }, high: { minor: 10_000, currency: 'THB' } },
      yearly: { sums: [{ currency: 'THB' }], known: 1, unknown: 0 },
      notKnown: [],
    });
  });
});

describe('an audience that shall be another size', () => {
  const filter = { all: [is('city', 'Hua Hin'), is('type', 'Hotel')] };
  it('becomes larger without a condition', async () => {
    const { customers, options } = await room.system((ctx) =>
      optimiseSegment(ctx, { filter, aim: 'larger' }),
    );
    expect(customers).toBe(1);
    expect(options).toMatchObject([
      {
        customers: 3,
        filter: { all: [is('country', 'TH'), is('type', 'Hotel')] },
        because: 'The whole country instead of the city.',
      },
      { customers: 3, filter: { all: [is('type', 'Hotel')] } },
    ]);
    expect(options[1]?.say).toBe('Find customers where business type is Hotel');
    for (const { reachableCustomers, messages } of options)
      expect(messages).toBeGreaterThanOrEqual(reachableCustomers);
  });

  it('is never everybody for want of a condition', async () => {
    const only = (filter: Filter) => room.system((ctx) => optimiseSegment(ctx, { filter, aim: 'larger' }));
    expect((await only(is('type', 'Hotel'))).options).toEqual([]);
    expect((await only({ all: [] })).options).toEqual([]);
  });

  it('becomes smaller by a value that its customers have', async () => {
    const { options } = await room.system((ctx) =>
      optimiseSegment(ctx, { filter: { all: [] }, aim: 'smaller' }),
    );
    expect(options.length).toBeGreaterThan(0);
    for (const { customers } of options) expect(customers).toBeLessThan(3);
    expect(options.map(({ change }) => change)).toContain('Only city Hua Hin');
  });
});
