import { type ReceiptDeps, recordStandinReceipts } from '../core/accounts/record-standin-receipts.ts';
import { continueSeries } from '../core/approval/continue-series.ts';
import { unreportedDecisions } from '../core/approval/unreported-decisions.ts';
import { signDueHead } from '../core/audit/sign-head.ts';
import type { LinkWatcher } from '../core/content/links/link-watcher.ts';
import type { WritingRunner } from '../core/content/writing/writing-runner.ts';
import type { Database, Within } from '../core/context.ts';
import type { ImportRunner } from '../core/customers/import/import-runner.ts';
import { DISPATCH, dispatchTick } from '../core/delivery/dispatch-tick.ts';
import type { Senders } from '../core/delivery/open-senders.ts';
import type { InboundRunner } from '../core/inbound/inbound-runner.ts';
import { recordDueCounts } from '../core/segments/save-version.ts';
import type { SurfaceRunner } from '../core/surfaces/surface-runner.ts';
import { deleteWhenDue } from '../core/tenants/end-workspace.ts';
import { forgetOld } from '../core/tenants/forget-old.ts';
import { listTenants } from '../core/tenants/workspace.ts';
import { deliverWebhooks } from '../core/webhooks/deliver-webhooks.ts';
import type { Log } from '../lib/log.ts';
import type { PostWebhook } from '../lib/post-webhook.ts';
import { aside } from './aside.ts';
import type { Ticks } from './start-jobs.ts';

type Deps = ReceiptDeps & {
  database: Database;
  within: Within;
  senders: Senders;
  /** Deals with what providers told, and has messages read. */
  inbound: Pick<InboundRunner, 'takeIn' | 'read'>;
  /** Tells the conversation that waits for an approval that it was decided. */
  report(tenantId: string, approvalId: string): Promise<void>;
  /** Looks into the workspace's mailboxes. */
  collect?(tenantId: string): Promise<{ read: number; failures: unknown[] }>;
  /** Names this process in the leases it takes. */
  owner: string;
  /** Goes on with imports that a process which is gone has left behind. */
  imports?: Pick<ImportRunner, 'pickUp'>;
  /** Looks at the pages that messages lead to. */
  links?: Pick<LinkWatcher, 'pickUp'>;
  /** Writes the messages that are wanted one by one. */
  writings?: Pick<WritingRunner, 'pickUp'>;
  /** Goes on with what people said on other platforms, and with what is shown there. */
  surfaceRunner?: Pick<SurfaceRunner, 'pickUp' | 'look' | 'show'>;
  /** Seals what an earlier version left in clear. */
  sealDue?(tenantId: string): Promise<boolean>;
  /** Posts to programs of the workspace. */
  post?: PostWebhook;
  log: Log;
};

const COUNTING = { kind: 'system', name: 'segments' } as const;
const SIGNING = { kind: 'system', name: 'audit' } as const;

/** Everything that is due for a tenant, beside each other: one that fails or is slow keeps no other from its turn. */
export function createTicks(deps: Deps): Ticks {
  const warnBlocked = warnOfChanges(deps.log);

  const unfinished = new Set<string>();

  async function send(tenantId: string): Promise<Date | null> {
    // Whoever said stop before this process ended, or on another one, gets nothing more.
    await deps.inbound.takeIn(tenantId);
    const { nextAt, blocked, isUnfinished } = await dispatchTick({ ...deps, tenantId });
    if (isUnfinished) unfinished.add(tenantId);
    warnBlocked(tenantId, blocked);
    while (await deps.within(tenantId, DISPATCH, (ctx) => recordStandinReceipts(ctx, deps))) {
      // One transaction a batch, so that others have their turn at the database.
    }
    return nextAt;
  }

  async function read(tenantId: string): Promise<Date | null> {
    await deps.inbound.takeIn(tenantId);
    const { count, isLeft } = await deps.inbound.read(tenantId);
    // Whoever should see it is told now, not with the next look.
    if (count > 0) await show(tenantId);
    return isLeft ? new Date() : null;
  }

  /** How many customers each segment has, once a day. */
  async function count(tenantId: string): Promise<Date | null> {
    const isLeft = await deps.within(tenantId, COUNTING, recordDueCounts);
    return isLeft ? new Date() : null;
  }

  const collect = collectNowAndThen(deps);

  async function tell(tenantId: string): Promise<null> {
    const failures: unknown[] = [];
    for (const approvalId of await unreportedDecisions(deps.within, tenantId))
      await deps.report(tenantId, approvalId).catch((error: unknown) => failures.push(error));
    throwAll(failures);
    return null;
  }

  async function resume(tenantId: string): Promise<null> {
    await deps.imports?.pickUp(tenantId);
    return null;
  }

  /** Not waited for: a model or a page takes its time, and sending must not wait for it. */
  async function write(tenantId: string): Promise<null> {
    deps.writings?.pickUp(tenantId);
    deps.links?.pickUp(tenantId);
    return null;
  }

  /** What people said is not waited for; cards are few and quick. */
  async function show(tenantId: string): Promise<Date | null> {
    deps.surfaceRunner?.pickUp(tenantId);
    await deps.surfaceRunner?.look(tenantId);
    return (await deps.surfaceRunner?.show(tenantId))?.nextAt ?? null;
  }

  /** The next ones of campaigns that come again. */
  async function repeat(tenantId: string): Promise<null> {
    await continueSeries(deps.within, tenantId);
    return null;
  }

  const hook = aside(deps.log, 'webhooks could not be told', async (tenantId) => {
    const { within, post } = deps;
    while (post && (await deliverWebhooks({ within, post }, tenantId))) {
      // One batch after the other.
    }
  });

  const seal = aside(deps.log, 'addresses could not be sealed', async (tenantId) => {
    if (await deps.sealDue?.(tenantId))
      deps.log.info({ tenantId }, 'addresses of an earlier version were sealed');
  });

  /** What a workspace keeps for a time only. */
  async function forget(tenantId: string): Promise<Date | null> {
    const gone = await forgetOld(deps, tenantId);
    return Object.keys(gone).length > 0 ? new Date() : null;
  }

  async function sign(tenantId: string): Promise<null> {
    await deps.within(tenantId, SIGNING, signDueHead);
    return null;
  }

  return {
    listTenants: async () => (await listTenants(deps.database)).map(({ id }) => id),
    async tenant(tenantId) {
      if (await deleteWhenDue(deps, tenantId)) return { nextAt: null };
      const looks = [send, read, count, tell, resume, write, show, sign, repeat, collect, hook, forget, seal];
      const parts = await Promise.allSettled(looks.map((part) => part(tenantId)));
      throwAll(parts.flatMap((part) => (part.status === 'rejected' ? [part.reason as unknown] : [])));
      const times = parts.flatMap((part) => (part.status === 'fulfilled' && part.value) || []);
      const nextAt = times.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
      return { nextAt, ...(unfinished.delete(tenantId) ? { isUnfinished: true } : {}) };
    },
  };
}

const COLLECT_MS = 60_000;

/** Mailboxes are read beside the ticks: a slow mail server must hold up no sending. Once a minute, one run at a time. */
function collectNowAndThen({ collect, log }: Deps) {
  const due = new Map<string, number>();
  return async (tenantId: string): Promise<Date | null> => {
    if (!collect) return null;
    const now = Date.now();
    if ((due.get(tenantId) ?? 0) > now) return null;
    due.set(tenantId, Number.POSITIVE_INFINITY);
    collect(tenantId)
      .then(({ read, failures }) => {
        for (const err of failures) log.warn({ tenantId, err }, 'a mailbox could not be read');
        if (read > 0) log.info({ tenantId, read }, 'mail was collected');
      })
      .catch((err: unknown) => log.error({ tenantId, err }, 'mail could not be collected'))
      .finally(() => due.set(tenantId, Date.now() + COLLECT_MS));
    return null;
  };
}

function throwAll(failures: readonly unknown[]): void {
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new AggregateError(failures, 'Several parts of a tick failed.');
}

/** Says which channels have messages and no account, once until that changes. */
function warnOfChanges(log: Log) {
  const known = new Map<string, string>();
  return (tenantId: string, blocked: readonly string[]) => {
    const now = blocked.toSorted().join();
    if (now === (known.get(tenantId) ?? '')) return;
    known.set(tenantId, now);
    if (now) log.warn({ tenantId, blocked }, 'messages wait for a channel that has no account');
  };
}
