import { brands, users } from '../../../db/schema/index.ts';
import type { Ctx } from '../../context.ts';
import { readFields } from '../../fields/registry.ts';
import { placeNames } from '../../places/own-places.ts';
import { columnReader } from './columns.ts';
import { type Mappings, readMappings } from './mappings.ts';
import { brandMatcher } from './match-brand.ts';
import { type ChannelNormaliser, normaliseAddress } from './normalise-address.ts';
import type { PrepareContext } from './prepare-context.ts';

export type ImportContext = PrepareContext & { mappings: Mappings };

/** All that understanding files needs of a workspace, read once. */
export async function readContext(
  ctx: Ctx,
  normalise: ChannelNormaliser | undefined,
): Promise<ImportContext> {
  const fields = await readFields(ctx);
  const known = await ctx.tx.select().from(brands);
  const people = await ctx.tx.select({ id: users.id, name: users.name, email: users.email }).from(users);
  return {
    fields,
    brands: known,
    matchBrand: brandMatcher(known),
    readColumn: columnReader(fields),
    users: people,
    settings: ctx.tenant.settings,
    places: placeNames(ctx.tenant.settings.places),
    normalise: normalise ?? normaliseAddress,
    keys: ctx.keys,
    today: ctx.today,
    mappings: await readMappings(ctx),
  };
}
