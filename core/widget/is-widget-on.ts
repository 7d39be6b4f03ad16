import type { TenantSettings } from '../tenants/settings.ts';
import type { Tier } from '../tenants/tiers.ts';

/** Whether the workspace wants its widget, and its tier has one. */
export const isWidgetOn = ({
  settings: { widget },
  tier,
}: {
  settings: Pick<TenantSettings, 'widget'>;
  tier: Tier;
}): boolean => widget.isEnabled && tier.features.widget;
