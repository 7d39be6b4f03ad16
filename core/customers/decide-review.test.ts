import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { customers, imports } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { decideReview } from './decide-review.ts';
import { importFiles } from './import/import-files.ts';
import { listReviews } from './list-reviews.ts';

const BOOK = `### Oak Inn
- **Business Type**: Hotel
### The Oak Inn
- **Business Type**: Hotel
### cancelled
- **Business Type**: —
`;

let space: TestWorkspace;
beforeAll(async () => {
  space = await openTestWorkspace();
});
afterAll(() => space.close());

const load = (text = BOOK) =>
  space.system((ctx) =>
    importFiles(ctx, { files: [{ name: 'book.md', bytes: new TextEncoder().encode(text) }] }),
  );
const open = () => space.system((ctx) => listReviews(ctx, { status: 'open', limit: 100 }));
const idOf = async (reason: string) => (await open()).find((item) => item.reason === reason)!.id;
const statusOf = async (name: string) => {
  const rows = await space.system((ctx) => ctx.tx.select().from(customers).where(eq(customers.name, name)));
  return rows[0]?.status;
};

beforeEach(async () => {
  await space.database.owner.delete(imports);
  await space.database.owner.delete(customers);
  await load();
});

describe('a decision on what waits for review', () => {
  it('lets a confirmed customer into audiences, for good', async () => {
    const ids = [await idOf('duplicate')];
    const done = await space.system((ctx) => decideReview(ctx, { ids, decision: 'confirm' }));
    expect(done).toEqual({ decided: 1, activated: 1, discarded: 0 });
    expect(await statusOf('The Oak Inn')).toBe('active');
    expect(await load()).toMatchObject({ unchanged: 3, inReview: 1 });
    expect(await load(`# A line more\n\n${BOOK}`)).toMatchObject({ updated: 3, inReview: 1 });
    expect(await statusOf('The Oak Inn')).toBe('active');
  });

  it('discards what is no customer, with everything that was open about it, for good', async () => {
    const ids = [await idOf('not_a_customer')];
    const done = await space.system((ctx) => decideReview(ctx, { ids, decision: 'discard' }));
    expect(done).toEqual({ decided: 1, activated: 0, discarded: 1 });
    expect((await open()).filter(({ customer }) => customer === 'cancelled')).toEqual([]);
    await load();
    expect(await statusOf('cancelled')).toBe('discarded');
  });

  it('drops a mere flag without touching the customer', async () => {
    const ids = [await idOf('missing_type')];
    await space.system((ctx) => decideReview(ctx, { ids, decision: 'discard' }));
    expect(await statusOf('cancelled')).toBe('review');
  });

  it('decides many at once, and each only once', async () => {
    const ids = (await open()).map(({ id }) => id);
    const first = await space.system((ctx) => decideReview(ctx, { ids, decision: 'confirm' }));
    const second = await space.system((ctx) => decideReview(ctx, { ids, decision: 'discard' }));
    expect([first.activated, second]).toEqual([2, { decided: 0, activated: 0, discarded: 0 }]);
  });

  it("is refused for an id that is nobody's and for somebody who may only look, with nothing decided", async () => {
    const ids = [await idOf('duplicate')];
    const unknown = space.system((ctx) => decideReview(ctx, { ids: [...ids, newId()], decision: 'confirm' }));
    await expect(unknown).rejects.toMatchObject({ code: 'review:unknown', nextStep: expect.any(String) });
    const viewer = await space.person('viewer');
    const forbidden = space.as(viewer, (ctx) => decideReview(ctx, { ids, decision: 'confirm' }));
    await expect(forbidden).rejects.toMatchObject({ code: 'auth:forbidden' });
    expect(await statusOf('The Oak Inn')).toBe('review');
  });
});
