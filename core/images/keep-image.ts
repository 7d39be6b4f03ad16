import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { images, imageVersions } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import { cleanLine } from '../content/clean-text.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { type Sniffed, sniffImage } from './sniff-image.ts';

/** WhatsApp takes 5 MB, and nobody waits for more in a mail. */
export const IMAGE_LIMIT_BYTES = 5 * 1024 * 1024;
// A side of 4,096 is what every platform shows; more pixels than a phone has are memory of the reader's.
const LONGEST_SIDE = 4096;
const MOST_PIXELS = 12_000_000;
const MOST_IMAGES = 500;

type Given = { name: string; alternative: string; bytes: Uint8Array };

/**
 * Keeps a picture under a name, with what is read in its place. Throws `image:unusable` for what is no PNG, JPEG or GIF,
 * has too many pixels or lacks its words, and `image:too_many`.
 */
export async function keepImage(ctx: Ctx, { name, alternative, bytes }: Given): Promise<string> {
  demand(ctx.actor, 'draft');
  const tenantId = ctx.tenant.id;
  const sniffed = demandImage(bytes);
  const words = { name: demandWords(name, 'name'), alternative: demandWords(alternative, 'alternative') };
  await demandRoom(ctx);
  const createdBy = personId(ctx);
  const [row] = await ctx.tx
    .insert(images)
    .values({ tenantId, ...words, createdBy })
    .returning({ id: images.id });
  await addVersion(ctx, { imageId: row!.id, version: 1, bytes, sniffed });
  await recordAudit(ctx, { action: 'image.kept', subject: row!.id, data: { ...words, ...sniffed } });
  return row!.id;
}

export async function demandRoom(ctx: Ctx): Promise<void> {
  const [{ count } = { count: 0 }] = await ctx.tx
    .select({ count: sql<number>`count(*)::int` })
    .from(images)
    .where(isNull(images.removedAt));
  if (count < MOST_IMAGES) return;
  throw new AppError('image:too_many', `The library holds ${MOST_IMAGES} pictures already.`, {
    nextStep: 'Take out some that are not used.',
  });
}

/** Another file in place of a picture's: messages show it from now on, those that were frozen keep theirs. */
export async function replaceImage(
  ctx: Ctx,
  { id, bytes }: { id: string; bytes: Uint8Array },
): Promise<void> {
  demand(ctx.actor, 'draft');
  await demandListed(ctx, id);
  const sniffed = demandImage(bytes);
  const [last] = await ctx.tx
    .select({ version: imageVersions.version })
    .from(imageVersions)
    .where(eq(imageVersions.imageId, id))
    .orderBy(desc(imageVersions.version))
    .limit(1);
  await addVersion(ctx, { imageId: id, version: (last?.version ?? 0) + 1, bytes, sniffed });
  await recordAudit(ctx, { action: 'image.replaced', subject: id, data: { ...sniffed } });
}

/** Another name or other words in its place. */
export async function nameImage(
  ctx: Ctx,
  { id, ...given }: { id: string; name?: string | undefined; alternative?: string | undefined },
): Promise<void> {
  demand(ctx.actor, 'draft');
  await demandListed(ctx, id);
  const { name, alternative } = given;
  const words = {
    ...(name === undefined ? {} : { name: demandWords(name, 'name') }),
    ...(alternative === undefined ? {} : { alternative: demandWords(alternative, 'alternative') }),
  };
  if (Object.keys(words).length > 0) await ctx.tx.update(images).set(words).where(eq(images.id, id));
  await recordAudit(ctx, { action: 'image.named', subject: id, data: words });
}

/** Takes a picture out of the library. Drafts that show it refuse to be frozen; what was sent keeps showing it. */
export async function removeImage(ctx: Ctx, id: string): Promise<void> {
  demand(ctx.actor, 'draft');
  await demandListed(ctx, id);
  await ctx.tx.update(images).set({ removedAt: ctx.now }).where(eq(images.id, id));
  await recordAudit(ctx, { action: 'image.removed', subject: id });
}

async function demandListed(ctx: Ctx, id: string): Promise<void> {
  const [found] = await ctx.tx
    .select({ id: images.id })
    .from(images)
    .where(and(eq(images.id, id), isNull(images.removedAt)))
    .for('update');
  if (!found) throw new AppError('image:unknown', 'There is no such picture in the library.');
}

type Version = { imageId: string; version: number; bytes: Uint8Array; sniffed: Sniffed };

export const addVersion = (ctx: Ctx, { bytes, sniffed, ...version }: Version) =>
  ctx.tx.insert(imageVersions).values({
    ...{ ...version, ...sniffed, content: bytes, size: bytes.length },
    ...{ tenantId: ctx.tenant.id, createdBy: personId(ctx) },
  });

const personId = ({ actor }: Ctx): string | null => (actor.kind === 'person' ? actor.userId : null);

const unusable = (message: string, nextStep: string): AppError =>
  new AppError('image:unusable', message, { nextStep });

function demandImage(bytes: Uint8Array): Sniffed {
  if (bytes.length > IMAGE_LIMIT_BYTES)
    throw unusable('The picture is larger than 5 MB.', 'Make it smaller.');
  const sniffed = sniffImage(bytes);
  if (!sniffed)
    throw unusable(
      'This is no picture that mail programs and phones all show, or it is cut off.',
      'Save it as JPEG or PNG.',
    );
  const { width, height } = sniffed;
  if (Math.min(width, height) < 1 || Math.max(width, height) > LONGEST_SIDE || width * height > MOST_PIXELS)
    throw unusable(
      `The picture has ${width} × ${height} pixels; up to ${LONGEST_SIDE} a side and 12 million in all are taken.`,
      'Make it smaller: 1,200 pixels wide is plenty for a message.',
    );
  return sniffed;
}

function demandWords(text: string, what: 'name' | 'alternative'): string {
  const words = cleanLine(text);
  if (words.length >= 2 && words.length <= 120) return words;
  throw what === 'name'
    ? unusable('The picture has no name of 2 to 120 characters.', 'Name it, so that others find it.')
    : unusable(
        'The picture has no alternative text of 2 to 120 characters.',
        'Say what it shows: that is read where pictures are off, and aloud.',
      );
}
