import { plural } from '../../lib/text.ts';
import type { Canary, Draft } from '../campaigns/draft.ts';
import type { Ctx } from '../context.ts';

/** How a campaign of so many recipients begins; null when all of it goes out at once. */
export function canaryOf(
  ctx: Ctx,
  { draft, recipients }: { draft: Draft; recipients: number },
): Canary | null {
  const { above, ...usual } = ctx.tenant.settings.canary;
  const wanted = draft.canary ?? (above !== null && recipients > above ? usual : null);
  return wanted && wanted.first < recipients ? wanted : null;
}

export const canaryWords = ({ first, waitMinutes, maxFailedPercent }: Canary): string =>
  `${plural(first, 'message goes', 'messages go')} out first. The rest follows ${plural(waitMinutes, 'minute')} later, unless more than ${maxFailedPercent} % of them fail or bring a complaint: then it is paused.`;
