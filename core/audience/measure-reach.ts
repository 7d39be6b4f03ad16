import type { Ctx } from '../context.ts';
import { limitsLeft } from '../delivery/limits-left.ts';
import { audienceReach, type Reach, type ReachInput } from './audience-reach.ts';
import { replyBaseline } from './reply-baseline.ts';
import { type Advice, adviseSize } from './size-advice.ts';

/** `audienceReach`, and whether that is too few to learn from or too many for what may be sent now. */
export async function measureReach(ctx: Ctx, input: ReachInput): Promise<Reach & { advice: Advice[] }> {
  const reach = await audienceReach(ctx, input);
  const [limits, baseline] = [await limitsLeft(ctx), await replyBaseline(ctx)];
  return { ...reach, advice: adviseSize({ reach, limits, baseline }) };
}
