// How long after a provider has told it that a message arrived, the page that follows the campaign says so: signed webhooks
// to the server as people start it, and the stream that the console reads.
import { setTimeout as pause } from 'node:timers/promises';
import { openPool } from '../db/client.ts';
import { META_ACCOUNT, signedByMeta } from '../test/vendors/meta.ts';
import { quantile, tenths } from './audience/measure.ts';
import { openProduct, type Product } from './routes/open-product.ts';
import type { Bench } from './run.ts';

const RATE = 20;
// What the server does first of all is not what is measured.
const WARM_UP = 20;

/** `--rows` receipts (400), 20 a second; a quarter of them with `--quick`. */
export const bench: Bench = async ({ rows = 400, quick }) => {
  const count = WARM_UP + (quick ? Math.ceil(rows / 4) : rows);
  const product = await openProduct();
  const { campaignId, webhook } = await fill(product, count);
  const told: number[] = [];
  const shown: number[] = [];
  const following = follow(product, { campaignId, count, shown });
  const began = performance.now();
  for (let at = 0; at < count; at += 1) {
    await pause(Math.max(0, began + (at * 1000) / RATE - performance.now()));
    const status = { id: `wamid.${at}`, status: 'delivered', timestamp: '1795160000' };
    const changes = [{ field: 'messages', value: { messaging_product: 'whatsapp', statuses: [status] } }];
    const { payload, headers } = signedByMeta({
      object: 'whatsapp_business_account',
      entry: [{ id: '1', changes }],
    });
    told.push(performance.now());
    const answer = await fetch(webhook, { method: 'POST', headers, body: payload });
    if (answer.status !== 200) throw new Error(`A receipt was answered with ${answer.status}.`);
  }
  await following;
  await product.close();
  const waits = told.map((at, n) => shown[n]! - at).slice(WARM_UP);
  return {
    title: 'From a receipt told by webhook to the page that follows its campaign, milliseconds',
    rows: [
      {
        receipts: waits.length,
        'p50 ms': tenths(quantile(waits, 0.5)),
        'p95 ms': tenths(quantile(waits, 0.95)),
        'most ms': tenths(Math.max(...waits)),
      },
    ],
    summary: { perSecond: RATE, node: process.version },
  };
};

/** A campaign of which `count` messages were handed over, and one waits, so that it is not over. */
async function fill({ url, base, ask }: Product, count: number) {
  const account = { channel: 'whatsapp', provider: 'cloud-api', name: 'Bench', settings: META_ACCOUNT };
  const { id: accountId } = JSON.parse((await ask('POST', '/api/v1/accounts', account)).text) as {
    id: string;
  };
  const pool = openPool(url, 1);
  const { rows } = await pool.query<{ tenant: string; campaign: string }>(
    `insert into campaigns (id, tenant_id, name, type, status)
     select gen_random_uuid(), tenant_id, 'Bench', 'renewal', 'sending' from channel_accounts where id = $1
     returning tenant_id as tenant, id as campaign`,
    [accountId],
  );
  const { tenant, campaign: campaignId } = rows[0]!;
  await pool.query(
    `insert into messages (id, tenant_id, campaign_id, occurrence, contact_id, customer_id, manifest_row_id, approval_id,
       purpose, channel, address_hash, planned_at, status, provider_id)
     select gen_random_uuid(), $1, $2, 0, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
       'service', 'whatsapp', 'none', now() + interval '1 year', case when n < $3 then 'submitted' else 'queued' end,
       case when n < $3 then 'wamid.' || n end
     from generate_series(0, $3::int) n`,
    [tenant, campaignId, count],
  );
  await pool.end();
  return { campaignId, webhook: `${base}/webhooks/${tenant}/${accountId}` };
}

type Following = { campaignId: string; count: number; shown: number[] };

/** When the n-th was shown as delivered. */
async function follow({ events }: Product, { campaignId, count, shown }: Following): Promise<void> {
  let text = '';
  for await (const chunk of await events(`/api/v1/campaigns/${campaignId}/progress`)) {
    text += Buffer.from(chunk).toString();
    const delivered = Number([...text.matchAll(/"delivered":(\d+)/g)].at(-1)?.[1] ?? 0);
    while (shown.length < delivered) shown.push(performance.now());
    text = text.slice(text.lastIndexOf('\n\n') + 1);
    if (shown.length >= count) return;
  }
  throw new Error(`The stream ended after ${shown.length} of ${count}.`);
}
