import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Surface, SurfaceRegistry } from '../../channels/surface-contract.ts';
import { channelAccounts, surfaceApps } from '../../db/schema/index.ts';
import { seal, unseal } from '../../lib/crypto.ts';
import { AppError } from '../../lib/errors.ts';
import { isId } from '../../lib/ids.ts';
import { joinWords } from '../../lib/text.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demandSignedIn } from '../tenants/demand-signed-in.ts';
import { demand } from '../tenants/roles.ts';

export const newSurfaceApp = z.strictObject({
  surface: z.string(),
  name: z.string().trim().min(1).max(80),
  /** What the surface asks for; sealed, and never shown again. */
  settings: z.record(z.string(), z.unknown()).optional(),
  /** Instead of settings: the channel's account by whose number or page people talk to it. */
  accountId: z.uuid().optional(),
});
type NewSurfaceApp = z.infer<typeof newSurfaceApp> & { surfaces: SurfaceRegistry };

/**
 * Lets people of the workspace talk to the agent there. Throws `surface:unknown`, `account:unknown`, and
 * `input:invalid` for settings that do not fit (naming the setting, never its value) or a name that is taken.
 */
export async function createSurfaceApp(ctx: Ctx, input: NewSurfaceApp): Promise<{ id: string }> {
  demand(ctx.actor, 'administer');
  demandSignedIn(ctx.actor);
  const surface = findSurface(input.surfaces, input.surface);
  const { name, settings, accountId } = input;
  if (accountId) await demandAccount(ctx, { accountId, surface });
  else checkSettings(surface, settings);
  const [row] = await ctx.tx
    .insert(surfaceApps)
    .values({
      tenantId: ctx.tenant.id,
      surface: surface.key,
      name,
      ...(accountId ? { accountId } : { sealedSettings: seal(ctx.keys.seal, JSON.stringify(settings)) }),
    })
    .onConflictDoNothing()
    .returning({ id: surfaceApps.id });
  if (!row)
    throw new AppError('input:invalid', `"${name}", or its account, is in use on ${surface.label} already.`, {
      where: { name },
      nextStep: 'Choose another name, or change the one that is there.',
    });
  await recordAudit(ctx, {
    action: 'surface.created',
    subject: row.id,
    data: { surface: surface.key, name, accountId: accountId ?? null },
  });
  return row;
}

function findSurface(surfaces: SurfaceRegistry, key: string): Surface {
  const found = surfaces.get(key);
  if (found) return found;
  throw new AppError('surface:unknown', `Nobody talks to the agent by "${key}".`, {
    nextStep: `There is ${joinWords([...surfaces.keys()])}.`,
  });
}

function checkSettings(surface: Surface, settings: unknown): void {
  const parsed = surface.settings.safeParse(settings ?? {});
  if (parsed.success) return;
  const wrong = [...new Set(parsed.error.issues.map(({ path }) => path.join('.') || 'the settings'))];
  throw new AppError('input:invalid', `These settings of ${surface.label} are wrong: ${joinWords(wrong)}.`, {
    where: { settings: wrong },
  });
}

async function demandAccount(ctx: Ctx, { accountId, surface }: { accountId: string; surface: Surface }) {
  const [row] = await ctx.tx
    .select()
    .from(channelAccounts)
    .where(and(eq(channelAccounts.id, accountId), eq(channelAccounts.channel, surface.key)));
  if (!row || surface.webhook)
    throw new AppError('account:unknown', `There is no such account of ${surface.label}.`);
  const settings = JSON.parse(unseal(ctx.keys.seal, row.sealedSettings)) as unknown;
  checkSettings(surface, settings);
}

export const surfaceAppRow = z.object({
  id: z.uuid(),
  surface: z.string(),
  name: z.string(),
  accountId: z.uuid().nullable(),
  isEnabled: z.boolean(),
});

/** Where people talk to the agent; never the settings. */
export async function listSurfaceApps(ctx: Ctx): Promise<z.infer<typeof surfaceAppRow>[]> {
  demand(ctx.actor, 'read');
  const { id, surface, name, accountId, isEnabled } = surfaceApps;
  return ctx.tx
    .select({ id, surface, name, accountId, isEnabled })
    .from(surfaceApps)
    .orderBy(asc(surfaceApps.createdAt), asc(id));
}

/** A disabled one hears nobody and shows nothing. Throws `surface:unknown`. */
export async function changeSurfaceApp(
  ctx: Ctx,
  { appId, isEnabled }: { appId: string; isEnabled: boolean },
): Promise<void> {
  demand(ctx.actor, 'administer');
  const changed = await ctx.tx
    .update(surfaceApps)
    .set({ isEnabled })
    .where(eq(surfaceApps.id, appId))
    .returning({ id: surfaceApps.id });
  if (changed.length === 0) throw unknownApp();
  await recordAudit(ctx, { action: 'surface.changed', subject: appId, data: { isEnabled } });
}

export const unknownApp = () => new AppError('surface:unknown', 'There is no such surface here.');

/** An app as it is spoken with; `print` changes with its settings. */
export type SurfaceApp = { id: string; tenantId: string; surface: Surface; settings: unknown; print: string };

/** Null for one that is not there, is disabled, or whose settings cannot be read any more. */
export async function findSurfaceApp(
  ctx: Ctx,
  { appId, surfaces }: { appId: string; surfaces: SurfaceRegistry },
): Promise<SurfaceApp | null> {
  const [row] = isId(appId)
    ? await ctx.tx
        .select({ app: surfaceApps, account: channelAccounts })
        .from(surfaceApps)
        .leftJoin(channelAccounts, eq(channelAccounts.id, surfaceApps.accountId))
        .where(and(eq(surfaceApps.id, appId), eq(surfaceApps.isEnabled, true)))
    : [];
  const surface = row && surfaces.get(row.app.surface);
  const sealed = row?.app.sealedSettings ?? row?.account?.sealedSettings;
  if (!row || !surface || !sealed) return null;
  const settings = surface.settings.safeParse(JSON.parse(unseal(ctx.keys.seal, sealed)));
  return settings.success
    ? { id: row.app.id, tenantId: row.app.tenantId, surface, settings: settings.data, print: sealed }
    : null;
}

/** Every app that is in use, as it is spoken with. */
export async function openApps(ctx: Ctx, surfaces: SurfaceRegistry): Promise<SurfaceApp[]> {
  const rows = await ctx.tx
    .select({ id: surfaceApps.id })
    .from(surfaceApps)
    .where(eq(surfaceApps.isEnabled, true));
  const apps: SurfaceApp[] = [];
  for (const { id: appId } of rows) {
    const app = await findSurfaceApp(ctx, { appId, surfaces });
    if (app) apps.push(app);
  }
  return apps;
}
