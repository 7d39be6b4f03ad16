import { eq } from 'drizzle-orm';
import { tenants } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demandSignedIn } from './demand-signed-in.ts';
import { demand } from './roles.ts';
import { isNeverOpen } from './sending-settings.ts';
import { type TenantSettings, tenantSettings } from './settings.ts';
import { demandFeature } from './tiers.ts';

/**
 * Replaces the named settings, each whole; the others stay. What is already frozen for approval keeps the policy it was
 * asked under. Needs `administer`, signed in. Throws `input:invalid` for a setting that there is not, or that does not
 * fit.
 */
export async function changeSettings(ctx: Ctx, change: Record<string, unknown>): Promise<TenantSettings> {
  demand(ctx.actor, 'administer');
  demandSignedIn(ctx.actor);
  const names = Object.keys(change);
  const unknown = names.find((name) => !Object.hasOwn(tenantSettings.shape, name));
  if (unknown !== undefined) throw wrong(unknown, 'there is no such setting');
  const ofThis = eq(tenants.id, ctx.tenant.id);
  const [row] = await ctx.tx.select({ settings: tenants.settings }).from(tenants).where(ofThis).for('update');
  const before = row!.settings as Record<string, unknown>;
  const parsed = tenantSettings.safeParse({ ...before, ...change });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw wrong(issue!.path.join('.'), issue!.message);
  }
  if (parsed.data.widget.isEnabled && !tenantSettings.parse(before).widget.isEnabled)
    demandFeature(ctx, 'widget');
  if (isNeverOpen(parsed.data))
    throw wrong(
      'sendWindow' in change ? 'sendWindow' : 'quietHours',
      'the quiet hours cover the whole sending window, so that nothing could ever be sent',
    );
  const old: Record<string, unknown> = tenantSettings.parse(before);
  const now: Record<string, unknown> = parsed.data;
  const changed = names.filter((name) => JSON.stringify(old[name]) !== JSON.stringify(now[name]));
  if (changed.length === 0) return parsed.data;
  await ctx.tx.update(tenants).set({ settings: parsed.data }).where(ofThis);
  const of = (settings: Record<string, unknown>) =>
    Object.fromEntries(changed.map((name) => [name, settings[name] ?? null]));
  await recordAudit(ctx, { action: 'settings.changed', data: { before: of(old), after: of(now) } });
  return parsed.data;
}

const wrong = (setting: string, why: string) =>
  new AppError('input:invalid', `The setting ${setting} is wrong: ${why}.`, { where: { field: setting } });
