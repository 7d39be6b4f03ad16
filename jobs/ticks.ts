import { unreportedDecisions } from '../core/approval/unreported-decisions.ts';
import type { Database, Within } from '../core/context.ts';
import { dispatchTick } from '../core/delivery/dispatch-tick.ts';
import type { Senders } from '../core/delivery/open-senders.ts';
import type { Triager } from '../core/ports.ts';
import { triageTick } from '../core/replies/triage-reply.ts';
import { listTenants } from '../core/tenants/workspace.ts';
import type { Log } from '../lib/log.ts';
import type { Ticks } from './start-jobs.ts';

type Deps = {
  database: Database;
  within: Within;
  senders: Senders;
  triager: Triager;
  /** Tells the conversation that waits for an approval that it was decided. */
  report(tenantId: string, approvalId: string): Promise<void>;
  /** Names this process in the leases it takes. */
  owner: string;
  log: Log;
};

export const createTicks = ({ database, within, senders, triager, report, owner, log }: Deps): Ticks => ({
  listTenants: async () => (await listTenants(database)).map(({ id }) => id),

  async tenant(tenantId) {
    const { nextAt, blocked } = await dispatchTick({ within, tenantId, senders, owner });
    if (blocked.length > 0)
      log.warn({ tenantId, blocked }, 'messages wait for a channel that has no account');
    await triageTick({ within, tenantId, triager });
    for (const approvalId of await unreportedDecisions(within, tenantId)) await report(tenantId, approvalId);
    return { nextAt };
  },
});
