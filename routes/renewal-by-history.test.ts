// A workspace's customers of many years come in by a file, and their renewal says so: in what it offers and in its words.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AskAnswer } from '../core/ask-answer.ts';
import { type Caller, openTestRefrain, signInAsAdmin, type TestRefrain } from '../test/refrain.ts';
import { seededProduct } from '../test/seeded-product.ts';

const REFRAIN_NOW = '2026-11-20T08:00:00Z';
const LOYAL = 'As a thank you for the years with us, the price stays as it is for 2 years.';
const FILE = [
  'Name,Business Type,City,Country,Zones,Annual Price,Contract Start,Contract End,Earlier contracts,GM Name,GM Email,GM WhatsApp',
  'Pearl Bay Old,Hotel,Phuket,Thailand,2,12000 THB,2025-12-01,2026-12-20,"2023-12-01/2025-11-30, 2 × 11000 THB; 2021-12-01/2023-11-30, 1 × 10000 THB",Anna Example,anna@example.com,+66900000011',
  'Pearl Bay New,Hotel,Phuket,Thailand,2,12000 THB,2025-12-21,2026-12-20,,Boris Example,boris@example.com,+66900000012',
].join('\n');

let refrain: TestRefrain;
let admin: Caller;
beforeAll(async () => {
  refrain = await openTestRefrain({ REFRAIN_NOW }, await seededProduct(REFRAIN_NOW));
  const { slug } = await refrain.seed();
  admin = await signInAsAdmin(refrain, slug);
  const { status, body } = await admin.post('/customers/import?name=hotels.csv', FILE);
  expect([status, body]).toEqual([200, expect.objectContaining({ created: 2, inReview: 0 })]);
});
afterAll(() => refrain.close());

const letters = ({ previews }: AskAnswer) =>
  Object.fromEntries((previews ?? []).map(({ customer, body }) => [customer, body]));

/** What is told beside its messages, to whoever prepares and to whoever approves. */
const told = async ({ campaign }: AskAnswer) =>
  JSON.stringify((await admin.get(`/campaigns/${campaign!.id}/preview`)).body);

describe('a renewal by history', () => {
  it.each(['email', 'WhatsApp'])(
    'offers years of one price to who has been here for years, by %s',
    async (channel) => {
      const answer = await admin.say(
        `Renewal reminders to all customers whose name contains "Pearl Bay" by ${channel}`,
      );
      const { 'Pearl Bay Old': old = '', 'Pearl Bay New': fresh = '' } = letters(answer);
      expect(old).toContain(LOYAL);
      expect(fresh).not.toContain('years with us');
      expect(fresh).toContain('20 December 2026');
      const why = await told(answer);
      expect(why).toContain('Offered by history (with us for at least 3 years)');
      expect(why).toContain('Offered nothing: no renewal offer is for this history.');
    },
  );

  it('tells the years in its words, and follows a change of tone', async () => {
    const first = await admin.say(
      'Renewal reminders to all customers whose name contains "Pearl Bay" by email',
    );
    expect(letters(first)['Pearl Bay Old']).toContain('since 2021');
    const warmer = await admin.say('make it warmer', first.thread);
    expect(letters(warmer)['Pearl Bay Old']).toContain(LOYAL);
    expect(letters(warmer)['Pearl Bay New']).not.toContain(LOYAL);
  });

  it('says that what was asked is void once its letters change', async () => {
    const first = await admin.say(
      'Renewal reminders to all customers whose name contains "Pearl Bay" by email',
    );
    const asked = await admin.say('send it', first.thread);
    expect(asked.approval).not.toBeNull();
    const changed = await admin.say('half as long', first.thread);
    expect(changed.reply).toContain('What was asked or approved before is void');
    const again = await admin.say('make it warmer', first.thread);
    expect(again.reply).not.toContain('void');
  });

  it('is there in the demonstration, too', async () => {
    const answer = await admin.say(
      'Renewal reminders to all customers expiring in the next 300 days by email',
    );
    expect(await told(answer)).toContain('Offered by history (with us for at least 3 years)');
  });
});
