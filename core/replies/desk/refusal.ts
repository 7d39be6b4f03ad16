import { AppError } from '../../../lib/errors.ts';

/** Why something cannot be done about a reply as it stands, and what can. */
export const refusal = (message: string, nextStep: string) =>
  new AppError('reply:state', message, { nextStep });
