import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { is } from '../../evals/cases/request-case.ts';
import { addAccount } from '../../test/recording-channels.ts';
import { openThreeBays } from '../../test/three-bays.ts';
import type { WritingRoom } from '../../test/write-letter.ts';
import type { Filter } from '../audience/filter.ts';
import { generateContent } from '../content/generate-content.ts';
import type { Ctx } from '../context.ts';
import { limitsLeft } from '../delivery/limits-left.ts';
import { readingOnce } from '../reading-once.ts';
import { createCampaign } from './create-campaign.ts';
import type { DraftInput } from './draft.ts';
import { draftFigures } from './draft-figures.ts';
import { draftParts } from './draft-parts.ts';
import { planPart } from './plan-part.ts';

let room: WritingRoom;
beforeAll(async () => {
  room = await openThreeBays();
});
afterAll(() => room.close());

const planOf = async (ctx: Ctx, draft: Omit<DraftInput, 'name'>) => {
  const campaign = await createCampaign(ctx, { draft: { name: 'Plan', ...draft } });
  return planPart(ctx, campaign, await draftParts(ctx, campaign));
};

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

/** Writes down what a transaction asks the database while `work` is done. */
async function listening<T>({ tx }: Ctx, asked: string[], work: () => Promise<T>): Promise<T> {
  const { client } = (tx as unknown as { session: { client: pg.Client } }).session;
  const listener = vi.spyOn(client, 'query').mockName('query');
  try {
    return await work();
  } finally {
    for (const [query, values] of listener.mock.calls as unknown as [pg.QueryConfig, unknown[]][])
      asked.push(JSON.stringify([query.text, values]));
    listener.mockRestore();
  }
}

describe('what a campaign is worked out from', () => {
  const draft = { type: 'renewal', name: 'Plan', filter: is('city', 'Pattaya') };

  it('is read once, and the plan is the one that reads all of it again', async () => {
    const { again, once, asked } = await room.system(async (ctx) => {
      const campaign = await createCampaign(ctx, { draft });
      const { recipients: _, ...figures } = await draftFigures(ctx, campaign);
      const [reading, asked] = [readingOnce(ctx), [] as string[]];
      const again = await planPart(ctx, campaign, figures);
      const once = await listening(ctx, asked, async () =>
        planPart(reading, campaign, await draftFigures(reading, campaign)),
      );
      return { again, once, asked };
    });
    expect(once).toEqual(again);
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((one, at) => asked.indexOf(one) !== at)).toEqual([]);
  });

  it('is read anew by work that may have changed it', async () => {
    await room.system(async (ctx) => {
      const before = await limitsLeft(ctx);
      const [whole, reading] = [before.length, readingOnce(ctx)];
      expect(await limitsLeft(reading)).toHaveLength(whole);
      await addAccount(ctx, { channel: 'whatsapp' });
      expect(await limitsLeft(ctx)).toHaveLength(whole + 1);
      expect(await limitsLeft(reading)).toHaveLength(whole);
    });
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
