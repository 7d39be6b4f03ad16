import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { images, imageVersions } from '../../db/schema/index.ts';
import { isId } from '../../lib/ids.ts';
import type { Ctx, Database } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import type { ImageType } from './sniff-image.ts';

export const listedImage = z.object({
  id: z.uuid(),
  name: z.string(),
  alternative: z.string(),
  version: z.int(),
  type: z.enum(['image/png', 'image/jpeg', 'image/gif']),
  width: z.int(),
  height: z.int(),
  size: z.int(),
  /** Where messages show it from; stays, whatever becomes of the picture. */
  url: z.string(),
  createdAt: z.iso.datetime(),
});
export type ListedImage = z.infer<typeof listedImage>;

/** The library, the latest first, each picture with its latest file. */
export async function listImages(ctx: Ctx): Promise<ListedImage[]> {
  demand(ctx.actor, 'read');
  const rows = await latest(ctx).where(isNull(images.removedAt)).orderBy(desc(images.createdAt));
  return rows.map(({ versionId, createdAt, ...row }) => ({
    ...row,
    url: imageUrl(ctx, { id: versionId, type: row.type }),
    createdAt: createdAt.toISOString(),
  }));
}

/** A picture as a message shows it. */
export type ShownImage = Pick<ListedImage, 'name' | 'url' | 'alternative' | 'width' | 'height'>;

/** The latest file of a picture; null when it is not in the library. */
export async function findImage(ctx: Ctx, id: string): Promise<ShownImage | null> {
  const [row] = await latest(ctx).where(and(eq(images.id, id), isNull(images.removedAt)));
  if (!row) return null;
  const { name, alternative, width, height, versionId, type } = row;
  return { name, alternative, width, height, url: imageUrl(ctx, { id: versionId, type }) };
}

const latest = (ctx: Ctx) =>
  ctx.tx
    .select({
      id: images.id,
      name: images.name,
      alternative: images.alternative,
      createdAt: images.createdAt,
      versionId: imageVersions.id,
      version: imageVersions.version,
      type: imageVersions.type,
      width: imageVersions.width,
      height: imageVersions.height,
      size: imageVersions.size,
    })
    .from(images)
    .innerJoin(
      imageVersions,
      and(
        eq(imageVersions.imageId, images.id),
        sql`${imageVersions.version} = (select max(v.version) from image_versions v where v.image_id = ${images.id})`,
      ),
    )
    .$dynamic();

const ENDINGS: Readonly<Record<ImageType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
};

export const imageUrl = ({ baseUrl }: Ctx, { id, type }: { id: string; type: ImageType }): string =>
  `${baseUrl.replace(/\/+$/, '')}/i/${id}.${ENDINGS[type]}`;

/** The bytes of a picture as it is now; null when it is not in the library. */
export async function readLatestFile(
  ctx: Ctx,
  id: string,
): Promise<{ name: string; type: ImageType; content: Uint8Array } | null> {
  const [row] = await ctx.tx
    .select({ name: images.name, type: imageVersions.type, content: imageVersions.content })
    .from(imageVersions)
    .innerJoin(images, eq(imageVersions.imageId, images.id))
    .where(and(eq(images.id, id), isNull(images.removedAt)))
    .orderBy(desc(imageVersions.version))
    .limit(1);
  return row ?? null;
}

/** One file by its address, of whichever workspace: mail programs ask without saying whose reader they show it to. */
export async function readImageFile(
  database: Database,
  name: string,
): Promise<{ type: ImageType; content: Uint8Array } | null> {
  const [id = '', ending] = name.split('.');
  if (!isId(id)) return null;
  const [row] = await database.owner
    .select({ type: imageVersions.type, content: imageVersions.content })
    .from(imageVersions)
    .where(eq(imageVersions.id, id));
  return row && ENDINGS[row.type] === ending ? row : null;
}
