// Whatever a filter says, the statement is the same text and the database takes it.
import { type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audienceFacts } from '../../db/queries/audience-facts.ts';
import { foldSql } from '../../db/queries/fold.ts';
import { anyFilter, anyText } from '../../test/any-filter.ts';
import { addVariedCustomers } from '../../test/varied-customers.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { addField } from '../fields/registry.ts';
import { compileFilter } from './compile-filter.ts';
import { type FilterScope, readFilterScope } from './filter-scope.ts';

let workspace: TestWorkspace;
let scope: FilterScope;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  await workspace.system(async (ctx) => {
    await addVariedCustomers(ctx);
    await addField(ctx, { key: 'visit', label: 'Visited', kind: 'event' });
    await addField(ctx, { key: 'fee', label: 'Fee', kind: 'money' });
    scope = await readFilterScope(ctx);
  });
});
afterAll(() => workspace.close());

const ATTACKS = [
  `'`,
  `''; drop table customers; --`,
  `\\'`,
  `$1`,
  `$$`,
  '/*',
  `%s`,
  `{{x}}`,
  `\\u0000`,
  `"c"`,
  `) or (true`,
];
const text = fc.oneof(
  fc.tuple(fc.constantFrom(...ATTACKS), anyText).map((parts) => parts.join('')),
  anyText,
);

describe('a compiled filter', () => {
  it('holds nothing of what the filter says: another text, the same statement', () => {
    // A mark that no statement of ours has, in whatever the person says.
    const marked = text.map((said) => `zq9${said}zq9`);
    fc.assert(
      fc.property(anyFilter({ words: scope, text: marked }).tree, (filter) => {
        expect(new PgDialect().sqlToQuery(compileFilter(filter, scope) as SQL).sql).not.toContain('zq9');
      }),
      { numRuns: 300 },
    );
  });

  it('is taken by the database, whatever the texts, numbers and days', async () => {
    await workspace.system((ctx) =>
      fc.assert(
        fc.asyncProperty(anyFilter({ words: scope, text }).tree, async (filter) => {
          const { rows } = await ctx.tx.execute(
            sql`select count(*) filter (where ${compileFilter(filter, scope)})::int as n from ${audienceFacts}`,
          );
          expect(rows).toHaveLength(1);
        }),
        { numRuns: 150 },
      ),
    );
  });

  it('is taken as one condition, too', async () => {
    await workspace.system((ctx) =>
      fc.assert(
        fc.asyncProperty(anyFilter({ words: scope, text }).clause, async (clause) => {
          const condition = compileFilter({ all: [clause] }, scope);
          const { rows } = await ctx.tx.execute<{ yes: number; no: number; all: number }>(sql`
            select count(*) filter (where ${condition})::int as yes,
              count(*) filter (where not ${condition})::int as no, count(*)::int as all from ${audienceFacts}`);
          expect(rows[0]!.yes + rows[0]!.no).toBeLessThanOrEqual(rows[0]!.all);
        }),
        { numRuns: 250 },
      ),
    );
  });

  it('folds what is kept as it folds what is asked', async () => {
    await workspace.system((ctx) =>
      fc.assert(
        fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (texts) => {
          const { rows } = await ctx.tx.execute(
            sql`select t from unnest(${sql.param(texts)}::text[]) t where (${foldSql(sql`t`)}) is distinct from fold_text(t)`,
          );
          expect(rows).toEqual([]);
        }),
        { numRuns: 60 },
      ),
    );
  });
});
