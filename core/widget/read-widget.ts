import type { Database } from '../../db/client.ts';
import { AppError } from '../../lib/errors.ts';
import type { Ctx } from '../context.ts';
import { demandSignedIn } from '../tenants/demand-signed-in.ts';
import { demand } from '../tenants/roles.ts';
import { demandFeature } from '../tenants/tiers.ts';
import { listTenants } from '../tenants/workspace.ts';
import { signIdentity, widgetSecret } from './identity.ts';
import { isWidgetOn } from './is-widget-on.ts';

/** The sites that may frame the widget of a workspace; null where there is no such workspace or its widget is off. */
export async function readWidgetOrigins(database: Database, slug: string): Promise<string[] | null> {
  const found = (await listTenants(database)).find((tenant) => tenant.slug === slug);
  return found && isWidgetOn(found) ? found.settings.widget.origins : null;
}

/** What the workspace's own program signs identities with. Needs `administer`, signed in. */
export function readWidgetSecret(ctx: Ctx): { secret: string } {
  demand(ctx.actor, 'administer');
  demandSignedIn(ctx.actor);
  const { id: tenantId, settings } = ctx.tenant;
  return { secret: widgetSecret(ctx.keys, { tenantId, number: settings.widget.keyNumber }) };
}

const TRIED_FOR_SECONDS = 600;

/** A token for the signed-in person themself, who can do more without it: to try the widget. */
export function signOwnIdentity(ctx: Ctx, email: string): { token: string } {
  demandSignedIn(ctx.actor);
  const { id: tenantId, slug, settings } = ctx.tenant;
  demandFeature(ctx, 'widget');
  if (!settings.widget.isEnabled) {
    throw new AppError('auth:forbidden', 'The widget of this workspace is off.', {
      nextStep: 'An admin turns it on under Settings, Widget.',
    });
  }
  const secret = widgetSecret(ctx.keys, { tenantId, number: settings.widget.keyNumber });
  const exp = Math.floor(Date.now() / 1000) + TRIED_FOR_SECONDS;
  return { token: signIdentity(secret, { iss: slug, sub: email, exp }) };
}
