import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { tenants } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { tenantSettings } from '../tenants/settings.ts';

/** How a workspace's messages sound and look. */
export const contentSettings = tenantSettings.pick({
  voice: true,
  words: true,
  branding: true,
  lineCards: true,
  casualFor: true,
  renewalOffers: true,
});
export type ContentSettings = z.infer<typeof contentSettings>;

export function readContentSettings(ctx: Ctx): ContentSettings {
  demand(ctx.actor, 'read');
  return contentSettings.parse(ctx.tenant.settings);
}

/** Changes the settings that are given, each whole. Throws `input:invalid` naming the first that does not fit. */
export async function changeContentSettings(ctx: Ctx, change: object): Promise<ContentSettings> {
  demand(ctx.actor, 'administer');
  const parsed = contentSettings
    .strict()
    .safeParse({ ...contentSettings.parse(ctx.tenant.settings), ...change });
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    throw new AppError('input:invalid', `The setting ${path.join('.')} is wrong: ${message}.`, {
      where: { path: path.join('.') },
    });
  }
  const settings = { ...ctx.tenant.settings, ...parsed.data };
  await ctx.tx.update(tenants).set({ settings }).where(eq(tenants.id, ctx.tenant.id));
  await recordAudit(ctx, { action: 'settings.content', data: { changed: Object.keys(change) } });
  return parsed.data;
}
