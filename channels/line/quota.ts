// How many messages the month still has: asked before a batch, so that what is beyond it waits and is not refused.
import { z } from 'zod';
import { callVendor } from '../call-vendor.ts';

const quota = z.union([
  z.object({ type: z.literal('limited'), value: z.number() }),
  z.object({ type: z.literal('none') }),
]);
const consumption = z.object({ totalUsage: z.number() });

// Longer than a batch takes, shorter than anybody waits for a quota that was raised.
const KEPT_MS = 60_000;

type Asking = { baseUrl: string; headers: Record<string, string>; timeoutMs: number };

/** Answers how many are left, less what was taken since; without an answer the platform's own refusal has to do. */
export function openQuota({ baseUrl, headers, timeoutMs }: Asking): (wanted: number) => Promise<number> {
  let known = { left: 0, until: 0 };
  const read = async (path: string): Promise<unknown> => {
    const url = `${baseUrl}/v2/bot/message/${path}`;
    const answer = await callVendor({ url, method: 'GET', headers, timeoutMs });
    return 'status' in answer && answer.status === 200 ? answer.body : null;
  };
  const ask = async (): Promise<number> => {
    const limit = quota.safeParse(await read('quota')).data;
    if (limit?.type !== 'limited') return Number.POSITIVE_INFINITY;
    const used = consumption.safeParse(await read('quota/consumption')).data;
    return used ? Math.max(0, limit.value - used.totalUsage) : Number.POSITIVE_INFINITY;
  };
  return async (wanted) => {
    if (known.until < Date.now()) known = { left: await ask(), until: Date.now() + KEPT_MS };
    const given = Math.min(wanted, known.left);
    known.left -= given;
    return given;
  };
}
