import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { images, imageVersions, users } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { addVersion, demandRoom } from './keep-image.ts';
import { imageUrl, listedImage } from './read-images.ts';

export const imageVersion = listedImage
  .pick({ version: true, url: true, width: true, height: true, size: true, createdAt: true })
  .extend({ by: z.string().nullable() });
export type ImageVersion = z.infer<typeof imageVersion>;

/** Every file that a picture was, the latest first. Throws `image:unknown`. */
export async function listImageVersions(ctx: Ctx, imageId: string): Promise<ImageVersion[]> {
  demand(ctx.actor, 'read');
  const rows = await ctx.tx
    .select({
      ...{ id: imageVersions.id, version: imageVersions.version, type: imageVersions.type },
      ...{ width: imageVersions.width, height: imageVersions.height, size: imageVersions.size },
      ...{ createdAt: imageVersions.createdAt, by: users.name },
    })
    .from(imageVersions)
    .leftJoin(users, eq(users.id, imageVersions.createdBy))
    .where(eq(imageVersions.imageId, imageId))
    .orderBy(desc(imageVersions.version));
  if (rows.length === 0) throw unknown();
  return rows.map(({ id, type, createdAt, ...row }) => ({
    ...row,
    url: imageUrl(ctx, { id, type }),
    createdAt: createdAt.toISOString(),
  }));
}

type Restoring = { id: string; version?: number | undefined };

/**
 * Back into the library what was taken out of it; with `version`, an earlier file is the latest again. Throws
 * `image:unknown` for what never was there, and `image:too_many`.
 */
export async function restoreImage(ctx: Ctx, { id, version }: Restoring): Promise<void> {
  demand(ctx.actor, 'draft');
  const [image] = await ctx.tx
    .select({ removedAt: images.removedAt })
    .from(images)
    .where(eq(images.id, id))
    .for('update');
  if (!image) throw unknown();
  if (image.removedAt) {
    await demandRoom(ctx);
    await ctx.tx.update(images).set({ removedAt: null }).where(eq(images.id, id));
  }
  if (version !== undefined) await repeatVersion(ctx, { id, version });
  await recordAudit(ctx, { action: 'image.restored', subject: id, data: { version } });
}

async function repeatVersion(ctx: Ctx, { id, version }: Required<Restoring>): Promise<void> {
  const [latest] = await ctx.tx
    .select({ version: imageVersions.version })
    .from(imageVersions)
    .where(eq(imageVersions.imageId, id))
    .orderBy(desc(imageVersions.version))
    .limit(1);
  const [wanted] = await ctx.tx
    .select()
    .from(imageVersions)
    .where(and(eq(imageVersions.imageId, id), eq(imageVersions.version, version ?? 0)));
  if (!latest || !wanted) throw unknown();
  const { content: bytes, type, width, height } = wanted;
  await addVersion(ctx, {
    ...{ imageId: id, version: latest.version + 1 },
    ...{ bytes, sniffed: { type, width, height } },
  });
}

const unknown = () => new AppError('image:unknown', 'There is no such picture in the library.');
