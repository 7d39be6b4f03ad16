// A workspace without contracts and units: people who order things. The product knows nothing of it but its data.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AskAnswer } from '../../core/ask-answer.ts';
import type { ProgressPart, RepliesPart } from '../../core/parts.ts';
import { type Caller, openTestRefrain, signInAsAdmin, type TestRefrain } from '../refrain.ts';
import { seededProduct } from '../seeded-product.ts';
import { until } from '../until.ts';

// Friday 11:00 in Berlin.
const NOW = '2026-11-20T10:00:00Z';
let refrain: TestRefrain;
let admin: Caller;
beforeAll(async () => {
  refrain = await openTestRefrain({ REFRAIN_NOW: NOW }, await seededProduct(NOW, 'retail'));
  const { slug } = await refrain.seed('retail');
  admin = await signInAsAdmin(refrain, slug);
});
afterAll(() => refrain.close());

const counted = async (filter: object) =>
  (await admin.post<{ total: number }>('/audience', { filter })).body.total;

describe('a workspace of another trade', () => {
  it('is asked about its own fields in a sentence', async () => {
    const { audience } = await admin.say('Which customers in Germany have more than 500 loyalty points?');
    expect(audience?.words).toBe('country is Germany, and loyalty points is at least 501');
    expect(audience?.total).toBeGreaterThan(10);
    expect(audience?.unknown).toMatchObject({ 'Loyalty points': expect.any(Number) });
  });

  it('filters by what customers did, in its own words too', async () => {
    const { audience } = await admin.say('Which customers returned something in the last 200 days?');
    expect(audience?.filter).toMatchObject({ op: 'did', field: 'return' });
    expect(audience?.total).toBeGreaterThan(3);
    const recent = await counted({ op: 'did', field: 'ordered', from: 'today-90d' });
    const talked = await counted({ op: 'did', field: 'conversation' });
    const never = await counted({ not: { op: 'did', field: 'ordered' } });
    expect([recent, talked, never].every((count) => count > 5 && count < 160)).toBe(true);
    expect(await counted({ op: 'between', field: 'order_value', from: 100_000 })).toBeGreaterThan(5);
  });

  it.each([
    ['Who bought more than 3 items?', 'bought items at least 4 times'],
    ['the 20% who spent the most', 'the 20% with the highest order value'],
    ['the 10 biggest customers', 'the 10 with the highest order value'],
    ['the 15 customers with the most orders', 'the 15 with the highest number of orders'],
    ['customers whose last order was before September', 'last order is on or before 31 August 2026'],
    ['newsletter subscribers who ordered last month', 'tag is newsletter, and ordered 1–31 October 2026'],
    [
      'who ordered in the last 60 days but never returned anything',
      'ordered 21 September – 20 November 2026, and not returned something',
    ],
  ])('understands “%s” by its registry alone', async (say, words) => {
    const { audience } = await admin.say(say);
    expect(audience?.words).toBe(words);
    expect(audience?.total).toBeGreaterThan(5);
  });

  it('measures whom it listed: how far they are reached, how two overlap', async () => {
    const { thread } = await admin.say('Which hikers spent more than 300 euros this year?');
    const reached = await admin.say('How many of these can we reach on WhatsApp?', thread);
    expect(reached.reply).toMatch(
      /^With service messages \d+ on whatsapp \(\d+ contacts?\) of \d+ customers/,
    );
    await admin.say('customers in Munich', thread);
    const { reply } = await admin.say('How much do these two overlap?', thread);
    expect(reply).toMatch(/: the first has \d+, the second \d+\.$/);
  });

  it('keeps whom it listed as a segment, and writes to those', async () => {
    const { thread } = await admin.say('Which customers ordered in the last 60 days?');
    await admin.say('save them as a segment called Recent buyers', thread);
    const { segments } = (await admin.get<{ segments: { name: string; customers: number }[] }>('/segments'))
      .body;
    expect(segments).toMatchObject([{ name: 'Recent buyers', customers: expect.any(Number) }]);
    const drafted = await admin.say('Draft an announcement about new boots to the segment Recent buyers');
    expect(drafted.audience).toMatchObject({
      total: segments[0]!.customers,
      words: 'segment is “Recent buyers”',
    });
  });

  it('is not offered what needs a contract', async () => {
    const asked = await admin.say('Draft a renewal reminder to all customers in Berlin');
    expect(asked.campaign).toBeNull();
    const made = await admin.post<{ error: { code: string; nextStep: string } }>('/campaigns', {
      type: 'renewal',
    });
    expect(made.status).toBe(400);
    expect(made.body.error.nextStep).toContain('Use seasonal, announcement, followup, survey, technical,');
    expect(made.body.error.nextStep).not.toContain('renewal');
    const { status } = await admin.post('/audience', { filter: { op: 'known', field: 'contract_end' } });
    expect(status).toBe(400);
  });

  it('makes a complete draft of a brief, with everything proposed and nothing asked for approval', async () => {
    const { status, body } = await admin.post<AskAnswer & { id: string }>('/campaigns', {
      brief:
        'a loyalty campaign about the winter sale to all customers in Germany with more than 300 points, send it now',
      objectives: ['a hundred orders before New Year'],
      offer: 'Double points until 31 December',
      budget: { minor: 50_000, currency: 'EUR' },
      channels: ['email'],
    });
    expect(status).toBe(201);
    expect(body.campaign).toMatchObject({ type: 'loyalty', status: 'draft', channels: ['email'] });
    expect(body.approval).toBeNull();
    expect(body.plan).toMatchObject({
      objective: 'A hundred orders before New Year.',
      offer: 'Double points until 31 December.',
      budget: { given: 'EUR 500' },
    });
    const [mail] = body.plan?.content ?? [];
    expect(mail?.subjects.length).toBeGreaterThan(1);
    expect(mail?.callsToAction.length).toBeGreaterThan(1);
    for (const { body: letter } of body.previews)
      expect(letter).toContain('Double points until 31 December.');
    const again = await admin.get<{ kind: string; campaignId: string }>(`/campaigns/${body.id}/plan`);
    expect(again.body).toMatchObject({ kind: 'plan', campaignId: body.id });
  });

  let draft: AskAnswer;
  it('goes from a sentence to messages that speak of its customers, and asks', async () => {
    draft = await admin.say(
      'Send an announcement about the winter sale to all customers in Germany with more than 300 points by email',
    );
    expect(draft.campaign).toMatchObject({ type: 'announcement', status: 'waiting' });
    expect(draft.approval!.recipients).toBeGreaterThan(10);
    for (const { subject, body } of draft.previews) {
      expect(subject).toMatch(/winter sale/);
      expect(body).not.toMatch(/\b(zone|part|contract|renewal)s?\b/i);
    }
  });

  it('sends exactly what a person approved, and reads the answers', async () => {
    expect((await admin.get<{ messages: unknown[] }>('/outbox')).body.messages).toEqual([]);
    const { id, digest, recipients } = draft.approval!;
    expect((await admin.post(`/approvals/${id}`, { decision: 'approve', digest })).status).toBe(200);
    await until(
      async () => (await admin.get<ProgressPart>(`/campaigns/${draft.campaign!.id}/progress`)).body,
      (one) => one.status === 'done',
    );
    const { messages } = (await admin.get<{ messages: { id: string; body: string }[] }>('/outbox')).body;
    expect(messages).toHaveLength(recipients);
    await admin.post(`/outbox/${messages[0]!.id}/reply`, { message: 'Yes please, count me in!' });
    const replies = await until(
      async () => (await admin.get<Pick<RepliesPart, 'replies'>>('/replies')).body.replies,
      (all) => Boolean(all[0]?.intent),
    );
    expect(replies[0]).toMatchObject({ campaign: expect.stringContaining('winter sale'), intent: 'accept' });
  });
});
