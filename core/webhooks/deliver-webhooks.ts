import { eq, sql } from 'drizzle-orm';
import { webhookDeliveries, webhookEndpoints } from '../../db/schema/index.ts';
import { unseal } from '../../lib/crypto.ts';
import type { PostWebhook } from '../../lib/post-webhook.ts';
import type { Ctx, Within } from '../context.ts';

const SYSTEM = { kind: 'system', name: 'webhooks' } as const;
const BATCH = 20;
/** Longer than a try may take; after that somebody else tries. */
const LEASE_SECONDS = 60;
/** Until the next try, in seconds: about a day and a half in all, as Standard Webhooks proposes. */
const WAITS = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400] as const;

type Due = { id: string; url: string; secret: string; body: string; attempts: number };

/** Tells what is due, all of a batch beside each other; whether more may be due. */
export async function deliverWebhooks(
  { within, post }: { within: Within; post: PostWebhook },
  tenantId: string,
): Promise<boolean> {
  const due = await within(tenantId, SYSTEM, claim);
  if (due.length === 0) return false;
  const results = await Promise.all(due.map(async (one) => ({ ...one, ...(await post(one)) })));
  await within(tenantId, SYSTEM, async (ctx) => {
    for (const result of results) await record(ctx, result);
  });
  return due.length === BATCH;
}

async function claim(ctx: Ctx): Promise<Due[]> {
  const { rows } = await ctx.tx.execute<{
    id: string;
    url: string;
    sealed: string;
    payload: unknown;
    attempts: number;
  }>(sql`
    with next as materialized (
      select w.id from ${webhookDeliveries} w join ${webhookEndpoints} p on p.id = w.endpoint_id and p.is_enabled
      where w.status = 'waiting' and w.next_at <= now() order by w.next_at limit ${BATCH}
      for update of w skip locked)
    update ${webhookDeliveries} d
    set attempts = d.attempts + 1, next_at = now() + make_interval(secs => ${LEASE_SECONDS})
    from next, ${webhookEndpoints} e
    where d.id = next.id and e.id = d.endpoint_id
    returning d.id, e.url, e.sealed_secret as sealed, d.payload, d.attempts`);
  return rows.map(({ id, url, sealed, payload, attempts }) => ({
    id,
    url,
    secret: unseal(ctx.keys.seal, sealed),
    body: JSON.stringify(payload),
    attempts,
  }));
}

type Result = { id: string; attempts: number; isTaken: boolean; result: string };

async function record(ctx: Ctx, { id, attempts, isTaken, result }: Result): Promise<void> {
  const wait = WAITS[attempts - 1];
  const after = isTaken
    ? { status: 'delivered' as const, deliveredAt: sql`now()` }
    : wait === undefined
      ? { status: 'failed' as const }
      : { nextAt: sql`now() + make_interval(secs => ${wait}::int)` };
  await ctx.tx
    .update(webhookDeliveries)
    .set({ ...after, result })
    .where(eq(webhookDeliveries.id, id));
}
