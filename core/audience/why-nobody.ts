import { plural } from '../../lib/text.ts';
import type { Ctx } from '../context.ts';
import { countAudience } from './count-audience.ts';
import { notesOnEmptiness } from './emptiness-notes.ts';
import type { Filter } from './filter.ts';
import { readFilterScope } from './filter-scope.ts';
import { notesOnNames } from './name-notes.ts';

/** Where nobody is written to: which name or which condition left nobody, or that none of those who match can be reached. */
export async function whyNobody(ctx: Ctx, filter: Filter): Promise<string[]> {
  const { filter: read, count } = await countAudience(ctx, { filter, isExact: true });
  if (count.value > 0)
    return [`None of the ${plural(count.value, 'customer')} can be reached on these channels.`];
  const scope = await readFilterScope(ctx, read);
  return [
    ...(await notesOnNames(ctx, { filter: read, scope })),
    ...(await notesOnEmptiness(ctx, { filter: read, scope })),
  ];
}
