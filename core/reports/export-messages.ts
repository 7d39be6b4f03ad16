import { sql } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import { readCampaign } from '../campaigns/read-campaign.ts';
import type { Ctx, Within } from '../context.ts';
import { toLine } from '../customers/export/write-csv.ts';
import { countedOutcomes } from '../replies/desk/counted-outcomes.ts';
import { type Actor, demand } from '../tenants/roles.ts';
import { reasonWords } from './campaign-report.ts';

const PAGE = 1000;
const FIRST = '00000000-0000-0000-0000-000000000000';
const COLUMNS = [
  ...['Customer', 'Brand', 'Country', 'Contact', 'Channel', 'Status', 'Why', 'Planned', 'Submitted'],
  ...[
    'Delivered',
    'Read',
    'Answered',
    'Answer',
    'Outcome',
    'Value',
    'Currency',
    'Contract until',
    'Cost',
    'Cost currency',
    'Variant',
  ],
];

type Row = {
  id: string;
  status: string;
  reason: string | null;
  cells: (string | null)[];
  after: (string | null)[];
};

/**
 * Every message of a campaign as CSV, one a line, with what became of it; tests left out, times in UTC. What came of it
 * stands beside one message, so that the values add up to the report's. Each page is
 * read in a transaction of its own, so that any number of messages needs the memory of a thousand. Throws
 * `campaign:unknown` before the first line. Needs `export`; the log has it.
 */
export async function* exportMessages(
  { within, tenantId, actor }: { within: Within; tenantId: string; actor: Actor },
  campaignId: string,
): AsyncGenerator<string> {
  const open = <T>(work: (ctx: Ctx) => Promise<T>) => within(tenantId, actor, work);
  await open(async (ctx) => {
    demand(ctx.actor, 'export');
    await readCampaign(ctx, campaignId);
    await recordAudit(ctx, { action: 'campaign.exported', subject: campaignId });
  });
  yield toLine(COLUMNS);
  for (let after = FIRST; ; ) {
    const page = await open((ctx) => readPage(ctx, { campaignId, after }));
    if (page.length === 0) return;
    yield page.map(toText).join('');
    after = page.at(-1)!.id;
  }
}

function toText({ status, reason, cells, after }: Row): string {
  const why = status === 'failed' || status === 'dropped' ? reasonWords(status, reason ?? '') : '';
  return toLine([...cells, status, why, ...after].map((cell) => cell ?? ''));
}

const time = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);

async function readPage(ctx: Ctx, { campaignId, after }: { campaignId: string; after: string }) {
  const { rows } = await ctx.tx.execute<Row>(sql`
    with said as materialized (
      select p.kind, p.value_minor, p.currency, p.confirmed_at, k.ends_on, (
        select f.id from messages f
        where f.campaign_id = ${campaignId} and f.occurrence = 0 and f.contact_id = r.contact_id
        order by f.id is not distinct from r.message_id desc, f.id limit 1) as message_id
      from ${countedOutcomes(sql`campaign_id = ${campaignId}`)} p
      join replies r on r.id = p.reply_id
      left join contracts k on k.id = p.contract_id)
    select m.id, m.status, m.reason, array[c.name, b.name, c.country, k.name, m.channel] as cells,
      array[${time('m.planned_at')}, ${time('m.submitted_at')}, ${time('m.delivered_at')}, ${time('m.read_at')},
        ${time('a.received_at')}, a.intent, o.kind, o.value_minor, o.currency, o.ends_on, cost.minor::text, cost.currency, m.variant] as after
    from messages m
    left join customers c on c.id = m.customer_id
    left join brands b on b.id = c.brand_id
    left join contacts k on k.id = m.contact_id
    left join lateral (
      select trim_scale(sum((t.price ->> 'minor')::numeric)) as minor, min(t.price ->> 'currency') as currency
      from attempts t where t.message_id = m.id and t.outcome in ('open', 'submitted', 'unknown')
        and t.price is not null
    ) cost on true
    left join lateral (
      select r.id, r.received_at, r.triage ->> 'intent' as intent from replies r
      where r.campaign_id = m.campaign_id and r.contact_id = m.contact_id order by r.received_at limit 1
    ) a on true
    left join lateral (
      select string_agg(s.kind, ' ' order by s.confirmed_at) as kind, string_agg(distinct s.ends_on::text, ' ') as ends_on,
        case when count(distinct s.currency) = 1 then sum(s.value_minor)::text end as value_minor,
        case when count(distinct s.currency) = 1 then min(s.currency) end as currency
      from said s where s.message_id = m.id
    ) o on true
    where m.campaign_id = ${campaignId} and m.occurrence = 0 and m.id > ${after}
    order by m.id limit ${PAGE}`);
  return rows;
}
