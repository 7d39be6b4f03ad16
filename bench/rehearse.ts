// A whole campaign written, checked and reckoned without freezing: how fast, how long the event loop computes without a break
// meanwhile, and how much memory at most.
import { dryRun } from '../core/approval/dry-run.ts';
import { readCampaign } from '../core/campaigns/read-campaign.ts';
import { emailShell } from '../core/content/email-shell.ts';
import { warmCalendar } from '../core/content/holiday-calendar.ts';
import { warmLetters } from '../core/content/warm-letters.ts';
import { todayIn } from '../lib/dates.ts';
import { addCampaign } from '../test/add-campaign.ts';
import { addMany } from '../test/add-many.ts';
import type { Bench } from './run.ts';
import { openOutbox } from './sending/open-outbox.ts';

const MB = 2 ** 20;
const LOOK_MS = 2;
// So many at a time: what fills the database must not count as the memory that the run takes.
const FILLED = 5000;

/** `--rows` recipients (50,000), once; 2,000 with `--quick`. */
export const bench: Bench = async ({ rows = 50_000, quick }) => {
  const count = quick ? 2000 : rows;
  const { d, close } = await openOutbox({ count: 0 });
  for (let from = 0; from < count; from += FILLED) await addMany(d, Math.min(FILLED, count - from), { from });
  for (const statement of LIVES) await d.meddle(statement);
  await d.database.refreshStatistics();
  // As a server does before it listens.
  await warmCalendar(todayIn(new Date(), 'UTC'));
  await emailShell();
  await warmLetters();
  const watch = watchThread();
  const began = performance.now();
  const { recipients, refused, findings, forecast } = await d.as(d.approver, async (ctx) => {
    const id = await addCampaign(ctx, { type: 'renewal', channels: ['email'] });
    return dryRun(ctx, { campaign: await readCampaign(ctx, id), limit: 20 });
  });
  const ms = performance.now() - began;
  const seen = watch();
  await close();
  return {
    title: 'A campaign written and checked for all its recipients, without freezing',
    rows: [{ recipients, refused, findings: findings.length, seconds: Math.round(ms / 100) / 10 }],
    summary: {
      perSecond: Math.round((recipients / ms) * 1000),
      ...seen,
      ...{ until: forecast[0]?.until, node: process.version },
    },
  };
};

/** Whoever differs from all others in what a letter says: the name, the units, the contract, where they are. */
const LIVES = [
  `update customers set name = 'Hotel ' || split_part(import_key, '@', 1) || ' Bay',
     country = (array['TH', 'DE', 'JP', 'AE', 'US'])[1 + abs(hashtext(import_key)) % 5],
     time_zone = (array['Asia/Bangkok', 'Europe/Berlin', 'Asia/Tokyo', 'Asia/Dubai', 'America/New_York'])[1 + abs(hashtext(import_key)) % 5]`,
  `insert into units (id, tenant_id, customer_id, name, position)
     select gen_random_uuid(), tenant_id, id, unit, at - 1 from customers, unnest(array['Pool', 'Lobby']) with ordinality as u(unit, at)`,
  `insert into contracts (id, tenant_id, customer_id, starts_on, ends_on, unit_count, price_per_unit_minor, currency)
     select gen_random_uuid(), tenant_id, id, date '2026-01-01', date '2026-12-01' + abs(hashtext(import_key)) % 60, 2,
       1200000 + 100 * (abs(hashtext(import_key)) % 1000), 'THB' from customers`,
];

/** By the thread's own processor time, so that others who use the machine do not count. */
function watchThread() {
  let [most, longest, over, before] = [0, 0, 0, ownMs()];
  const AIM_MS = 50;
  const begun = before;
  const timer = setInterval(() => {
    const now = ownMs();
    longest = Math.max(longest, now - before);
    if (now - before > AIM_MS) over += 1;
    before = now;
    most = Math.max(most, process.memoryUsage.rss());
  }, LOOK_MS);
  return () => {
    clearInterval(timer);
    return {
      loopHeldMs: Math.round(longest),
      loopHeldOver50: over,
      ownSeconds: Math.round((ownMs() - begun) / 100) / 10,
      mostMemoryMb: Math.round(most / MB),
    };
  };
}

function ownMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
