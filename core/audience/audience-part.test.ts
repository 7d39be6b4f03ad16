import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ends, is } from '../../evals/cases/request-case.ts';
import { openVariedWorkspace } from '../../test/varied-customers.ts';
import type { TestWorkspace } from '../../test/workspace.ts';
import { draftSchema } from '../campaigns/draft.ts';
import { type AudiencePart, audiencePart as shape } from '../parts.ts';
import { audiencePage } from './audience-page.ts';
import { audiencePart } from './audience-part.ts';
import type { Filter } from './filter.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openVariedWorkspace();
});
afterAll(() => workspace.close());

describe('the audience card', () => {
  it('counts who is reachable and says why the others are not', async () => {
    const part = await workspace.system((ctx) => audiencePart(ctx, { filter: is('tag', 'vip', 'none') }));
    expect(shape.parse(part)).toMatchObject({ total: 1, reachable: 1, recipients: 1, excluded: [] });
    const doha = await workspace.system((ctx) => audiencePart(ctx, { filter: is('city', 'Doha') }));
    expect(doha).toMatchObject({ total: 1, reachable: 0, recipients: 0 });
    expect(doha.customers[0]).toMatchObject({ recipients: 0, unreachable: 'no contact' });
    expect(doha.excluded).toEqual([{ id: doha.customers[0]!.id, name: 'conrad', reason: 'no contact' }]);
    expect(doha.notes).toContain('1 customer cannot be reached: no contact.');
  });

  it('of a draft goes by the roles and the purpose of its type', async () => {
    const part = (type: string) =>
      workspace.system((ctx) => {
        const draft = draftSchema.parse({ name: 'x', type, filter: is('tag', 'vip') });
        return audiencePart(ctx, { filter: draft.filter, draft });
      });
    expect(await part('renewal')).toMatchObject({ reachable: 1, recipients: 1 });
    const seasonal = await part('seasonal');
    expect(seasonal).toMatchObject({ total: 1, reachable: 0 });
    expect(seasonal.notes).toContain('1 customer has no recorded consent for marketing.');
  });

  it('is one tenant’s whole audience, unknown numbers of units being null', async () => {
    const part = await workspace.system((ctx) => audiencePart(ctx, { filter: { all: [] } }));
    expect(part.total).toBe(part.customers.length);
    expect(part.customers.find(({ name }) => name === 'blank')?.units).toBeNull();
  });

  it.each([
    ['small', { large: 1_000, drawn: 1_000 }],
    ['large', { large: 1, drawn: 100 }],
  ])('of a %s audience is read page by page, and then is the whole', async (_size, sizes) => {
    await workspace.system(async (ctx) => {
      for (const filter of [{ all: [] } as Filter, ends('2020-01-01', '2099-01-01')]) {
        const whole = await audiencePart(ctx, { filter });
        const pages: AudiencePart[] = [];
        for (
          let after: string | null | undefined;
          after !== null && pages.length < 20;
          after = pages.at(-1)!.next
        )
          pages.push(await audiencePage(ctx, { filter, limit: 2, after, sizes }));
        expect(pages.flatMap(({ customers }) => customers)).toEqual(whole.customers);
        expect(pages.length).toBe(Math.ceil(whole.total / 2));
        const { total, reachable, recipients, unknown, words } = whole;
        for (const page of pages)
          expect(shape.parse(page)).toMatchObject({ total, reachable, recipients, unknown, words });
      }
    });
  });
});
