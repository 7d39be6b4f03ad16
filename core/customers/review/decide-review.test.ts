import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { customers, imports, reviewDecisions, reviewItems } from '../../../db/schema/index.ts';
import { newId } from '../../../lib/ids.ts';
import { addBrand } from '../../../test/add-customer.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../test/workspace.ts';
import type { Actor } from '../../tenants/roles.ts';
import { importFiles } from '../import/import-files.ts';
import { readCustomer } from '../read-customer.ts';
import { readTimeline } from '../read-timeline.ts';
import { decideReview, type ReviewDecision } from './decide-review.ts';
import { listDecisions } from './list-decisions.ts';
import { listReviewIds, listReviews } from './list-reviews.ts';
import { undoReview } from './undo-review.ts';

const BOOK = `### Oak Inn
- **Business Type**: Hotel
### The Oak Inn
- **Business Type**: Hotel
- **Zone Names**: Lobby
### cancelled
- **Business Type**: —
### Elm House; Elm Spa Phuket
- **Business Type**: Hotel
- **Contract End**: 2027-03-31
- **Zone Names**: Pool, Bar

#### Contacts
- **General Manager**: Ada Example
  - Email: ada@example.com
`;

let space: TestWorkspace;
let manager: Actor;
beforeAll(async () => {
  space = await openTestWorkspace();
  manager = await space.person('manager');
  await space.system((ctx) => addBrand(ctx, { name: 'Elm' }));
});
afterAll(() => space.close());

const load = (text = BOOK) =>
  space.system((ctx) =>
    importFiles(ctx, { files: [{ name: 'book.md', bytes: new TextEncoder().encode(text) }] }),
  );
const open = async () =>
  (await space.system((ctx) => listReviews(ctx, { status: 'open', limit: 100 }))).reviews;
const idOf = async (reason: string) => (await open()).find((item) => item.reason === reason)!.id;
const all = () => space.system((ctx) => ctx.tx.select().from(customers).orderBy(customers.name));
const named = async (name: string) => (await all()).find((row) => row.name === name);
const statusOf = async (name: string) => (await named(name))?.status;
const cardOf = async (name: string) => {
  const { id } = (await named(name))!;
  return space.system((ctx) => readCustomer(ctx, id));
};
const decide = (given: ReviewDecision, actor = manager) => space.as(actor, (ctx) => decideReview(ctx, given));
const undo = (decisionId: string | null) => space.as(manager, (ctx) => undoReview(ctx, decisionId!));
/** What is there, but for when. */
const state = async () => (await all()).map(({ updatedAt, ...row }) => row).concat((await open()) as never[]);

const NONE = { activated: 0, discarded: 0, merged: 0, created: 0, fixed: 0 };

beforeEach(async () => {
  await space.database.owner.delete(reviewItems);
  await space.database.owner.delete(reviewDecisions);
  await space.database.owner.delete(imports);
  await space.database.owner.delete(customers);
  await load();
});

describe('a decision on what waits for review', () => {
  it('lets a confirmed customer into audiences, for good', async () => {
    const done = await decide({ ids: [await idOf('duplicate')], decision: 'confirm' });
    expect(done).toEqual({ ...NONE, decisionId: expect.any(String), decided: 1, activated: 1 });
    expect(await statusOf('The Oak Inn')).toBe('active');
    expect(await load()).toMatchObject({ unchanged: 4, inReview: 2 });
    expect(await load(`# A line more\n\n${BOOK}`)).toMatchObject({ updated: 4, inReview: 2 });
    expect(await statusOf('The Oak Inn')).toBe('active');
  });

  it('discards what is no customer, with everything that was open about it, for good', async () => {
    const before = await state();
    const done = await decide({ ids: [await idOf('not_a_customer')], decision: 'discard' });
    expect(done).toMatchObject({ ...NONE, decided: 1, discarded: 1 });
    expect((await open()).filter(({ customer }) => customer === 'cancelled')).toEqual([]);
    await load();
    expect(await statusOf('cancelled')).toBe('discarded');
    expect(await undo(done.decisionId)).toEqual({ reopened: 2, kept: 0 });
    expect(await state()).toEqual(before);
  });

  it('drops a mere flag without touching the customer', async () => {
    await decide({ ids: [await idOf('missing_type')], decision: 'discard' });
    expect(await statusOf('cancelled')).toBe('review');
  });

  it('decides many at once, each only once, and takes back what nobody has changed since', async () => {
    const ids = await space.system((ctx) => listReviewIds(ctx, { status: 'open' }));
    const first = await decide({ ids, decision: 'confirm' });
    const second = await decide({ ids, decision: 'discard' });
    expect([first.activated, second]).toEqual([3, { ...NONE, decisionId: null, decided: 0 }]);
    await space.database.owner
      .update(customers)
      .set({ status: 'discarded' })
      .where(eq(customers.name, 'cancelled'));
    expect(await undo(first.decisionId)).toEqual({ reopened: ids.length, kept: 1 });
    expect([await statusOf('cancelled'), await statusOf('The Oak Inn')]).toEqual(['discarded', 'review']);
    await expect(undo(first.decisionId)).rejects.toMatchObject({ code: 'review:invalid' });
    const decisions = await space.system((ctx) => listDecisions(ctx, { limit: 9 }));
    expect(decisions).toMatchObject([{ decision: 'confirm', undoneAt: expect.any(String) }]);
  });

  it('merges a duplicate with the customer that it was taken for, for good, and parts them again', async () => {
    const before = await state();
    const item = (await open()).find(({ reason }) => reason === 'duplicate')!;
    expect(item.twin).toMatchObject({ name: 'Oak Inn' });
    const done = await decide({ ids: [item.id], decision: 'merge' });
    expect(done).toMatchObject({ ...NONE, decided: 1, merged: 1 });
    expect(await cardOf('Oak Inn')).toMatchObject({ units: ['Lobby'], merges: [{ name: 'The Oak Inn' }] });
    await load();
    expect([await statusOf('The Oak Inn'), (await open()).map(({ reason }) => reason)]).toEqual([
      'merged',
      expect.not.arrayContaining(['duplicate']),
    ]);
    await undo(done.decisionId);
    expect(await state()).toEqual(before);
  });

  it('splits a heading into its sites, for good, and makes one of them again', async () => {
    const before = await state();
    const item = (await open()).find(({ reason }) => reason === 'joined_sites')!;
    expect(item.sites).toEqual(['Elm House', 'Elm Spa Phuket']);
    const done = await decide({ ids: [item.id], decision: 'split' });
    expect(done).toMatchObject({ decided: 1, created: 1, activated: 1 });
    const [first, second] = [await cardOf('Elm House'), await cardOf('Elm Spa Phuket')];
    expect(first).toMatchObject({
      status: 'active',
      brand: 'Elm',
      units: ['Pool', 'Bar'],
      corrected: ['name'],
    });
    expect(second).toMatchObject({
      ...{ status: 'active', brand: 'Elm', city: 'Phuket', country: 'TH', type: 'Hotel', units: [] },
      contracts: [{ endsOn: '2027-03-31', unitCount: null }],
      contacts: [{ name: 'Ada Example', addresses: [{ address: 'ada@example.com' }] }],
    });
    expect(await load()).toMatchObject({ created: 0 });
    expect([await statusOf('Elm House'), await statusOf('Elm Spa Phuket')]).toEqual(['active', 'active']);
    expect(await load(`${BOOK}\n### Elm Spa Phuket\n- **Business Type**: Spa\n`)).toMatchObject({
      created: 0,
    });
    await undo(done.decisionId);
    // A later file has spoken of the second; it stays.
    expect((await state()).map(({ name }) => name)).toContain('Elm Spa Phuket');
    await space.database.owner.delete(customers).where(eq(customers.name, 'Elm Spa Phuket'));
    expect(await state()).toEqual(before);
  });

  it('sets values as the person’s own for all chosen at once; no import replaces them', async () => {
    const before = await state();
    const ids = [await idOf('not_a_customer'), await idOf('missing_type')];
    const steps = [{ do: 'set' as const, field: 'name', value: 'Elm Bar Pattaya' }];
    const done = await decide({ ids, decision: 'fix', steps });
    expect(done).toMatchObject({ decided: 2, fixed: 1, activated: 1 });
    await load();
    const { id, ...fixed } = await cardOf('Elm Bar Pattaya');
    expect(fixed).toMatchObject({ status: 'active', brand: 'Elm', city: 'Pattaya', corrected: ['name'] });
    const { entries } = await space.system((ctx) => readTimeline(ctx, { customerId: id, limit: 20 }));
    expect(entries.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['review', 'change']));
    expect(await undo(done.decisionId)).toEqual({ reopened: 2, kept: 0 });
    expect(await state()).toEqual(before);
  });

  it('is refused whole where it cannot be done, and to whoever may only look or is a script', async () => {
    const [twin, none] = [await idOf('duplicate'), await idOf('not_a_customer')];
    const merge = { decision: 'merge' as const, ids: [twin, none] };
    await expect(decide(merge)).rejects.toMatchObject({ code: 'review:invalid', where: { id: none } });
    await expect(decide({ decision: 'split', ids: [none] })).rejects.toMatchObject({
      code: 'review:invalid',
    });
    const taken = { decision: 'split' as const, ids: [none], names: ['Oak Inn', 'Another'] };
    await expect(decide(taken)).rejects.toMatchObject({ code: 'review:invalid' });
    const unknown = decide({ ids: [twin, newId()], decision: 'confirm' });
    await expect(unknown).rejects.toMatchObject({ code: 'review:unknown', nextStep: expect.any(String) });
    const script = await space.person('admin', 'token');
    await expect(decide({ decision: 'merge', ids: [twin] }, script)).rejects.toMatchObject({
      code: 'auth:forbidden',
    });
    const viewer = await space.person('viewer');
    await expect(decide({ ids: [twin], decision: 'confirm' }, viewer)).rejects.toMatchObject({
      code: 'auth:forbidden',
    });
    expect([await statusOf('The Oak Inn'), (await open()).length]).toEqual(['review', 4]);
  });
});
