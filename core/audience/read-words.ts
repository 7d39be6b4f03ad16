import { and, inArray, isNull } from 'drizzle-orm';
import { campaigns, segments } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { checkFilter } from './check-filter.ts';
import type { Filter } from './filter.ts';
import { readFilterScope } from './filter-scope.ts';
import { parseWords } from './parse-words.ts';
import { quotedTexts } from './split-words.ts';

/** The filter that an audience's own words describe, with the names of this workspace. `filter:invalid` otherwise. */
export async function readWords(ctx: Ctx, { words }: { words: string }): Promise<Filter> {
  demand(ctx.actor, 'read');
  const scope = await readFilterScope(ctx);
  const named = quotedTexts(words);
  const among = async (table: typeof campaigns | typeof segments) =>
    named.length === 0
      ? []
      : ctx.tx
          .select({ id: table.id, name: table.name })
          .from(table)
          .where(and(inArray(table.name, named), isNull(table.deletedAt)));
  const known = { ...scope, campaigns: await among(campaigns), segments: await among(segments) };
  return checkFilter(parseWords(words, known), scope.fields);
}
