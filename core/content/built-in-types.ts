// The campaign types that every workspace has, as data; one is offered where the fields that it needs are.

import { FIRST_TYPES } from './types/first-types.ts';
import { LOYALTY_TYPES } from './types/loyalty-types.ts';
import { MARKETING_TYPES } from './types/marketing-types.ts';
import { SERVICE_TYPES } from './types/service-types.ts';
import type { CampaignType } from './types.ts';

export const CAMPAIGN_TYPES: readonly CampaignType[] = [
  ...FIRST_TYPES,
  ...SERVICE_TYPES,
  ...MARKETING_TYPES,
  ...LOYALTY_TYPES,
];

export const builtInType = (key: string): CampaignType | undefined =>
  CAMPAIGN_TYPES.find((type) => type.key === key);
