import { importMappings } from '../../../db/schema/index.ts';
import { sha256 } from '../../../lib/crypto.ts';
import { AppError } from '../../../lib/errors.ts';
import { fold } from '../../../lib/text.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Ctx } from '../../context.ts';
import { readFields } from '../../fields/registry.ts';
import { demand } from '../../tenants/roles.ts';
import { columnOfWord } from './column-word.ts';

/** By signature of a header, then by folded heading: the word of what the column is. */
export type Mappings = ReadonlyMap<string, Record<string, string>>;

/** Two files with the same headings, in whatever order and capitals, are of one kind. */
export const signatureOf = (headers: readonly string[]): string =>
  sha256(headers.map(fold).toSorted().join('\n')).slice(0, 32);

export async function readMappings(ctx: Ctx): Promise<Mappings> {
  const rows = await ctx.tx.select().from(importMappings);
  return new Map(rows.map(({ signature, columns }) => [signature, columns]));
}

/**
 * Remembers what a person said the columns of such a file are, for this and every later import of the workspace.
 * `columns` need only have what is to be changed; "auto" goes back to the guess. `input:invalid` for a word that means
 * nothing.
 */
export async function saveMapping(
  ctx: Ctx,
  { signature, columns }: { signature: string; columns: Record<string, string> },
): Promise<void> {
  demand(ctx.actor, 'import');
  const fields = await readFields(ctx);
  for (const word of Object.values(columns)) if (word !== 'auto') columnOfWord(word, fields);
  const before = (await readMappings(ctx)).get(signature) ?? {};
  const said = Object.fromEntries(Object.entries(columns).map(([heading, word]) => [fold(heading), word]));
  const merged = Object.fromEntries(
    Object.entries({ ...before, ...said }).filter(([, word]) => word !== 'auto'),
  );
  if (Object.values(merged).filter((word) => word === 'name').length > 1) {
    throw new AppError('input:invalid', 'Two columns cannot both be the name of the customer.', {
      nextStep: 'Choose one, and make the other a note or leave it out.',
      where: { field: 'columns' },
    });
  }
  await ctx.tx
    .insert(importMappings)
    .values({ tenantId: ctx.tenant.id, signature, columns: merged, updatedBy: ctx.actor, updatedAt: ctx.now })
    .onConflictDoUpdate({
      target: [importMappings.tenantId, importMappings.signature],
      set: { columns: merged, updatedBy: ctx.actor, updatedAt: ctx.now },
    });
  await recordAudit(ctx, { action: 'import.mapping', subject: signature, data: { columns: merged } });
}
