import { traced } from '../lib/tracing.ts';
import type { Ticks } from './start-jobs.ts';

/** The same ticks; how long each look took, and whether it failed, is told to `looked`. */
export const timeTicks = (
  ticks: Ticks,
  looked: (tick: { failed: boolean; seconds: number }) => void,
): Ticks => ({
  ...ticks,
  async tenant(tenantId) {
    const began = performance.now();
    const tell = (failed: boolean) => looked({ failed, seconds: (performance.now() - began) / 1000 });
    try {
      const result = await traced('tick', { 'refrain.workspace': tenantId }, () => ticks.tenant(tenantId));
      tell(false);
      return result;
    } catch (error) {
      tell(true);
      throw error;
    }
  },
});
