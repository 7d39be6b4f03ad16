import { AppError } from '../../lib/errors.ts';
import type { PlanCampaign } from './plan.ts';

/** Who the campaign reaches and what each of them gets, from the audience and content parts. */
export const planCampaign: PlanCampaign = async () => {
  throw new AppError('campaign:content', 'The texts of this campaign cannot be made yet.');
};
