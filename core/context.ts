import type { Tx } from '../db/client.ts';
import type { Keyring } from '../lib/crypto.ts';
import { type CalendarDate, todayIn } from '../lib/dates.ts';
import type { Recorded } from './audit/record.ts';
import type { MailScores } from './content/spam/mail-scores.ts';
import type { Actor } from './tenants/roles.ts';
import type { TenantSettings } from './tenants/settings.ts';
import type { Tier } from './tenants/tiers.ts';

export type { Database } from '../db/client.ts';

export type Tenant = { id: string; slug: string; name: string; settings: TenantSettings; tier: Tier };

/**
 * What every function of core gets: one open transaction that sees one tenant, who acts, and domain time.
 * `today` is the tenant's calendar day.
 */
export type Ctx = {
  tx: Tx;
  tenant: Tenant;
  actor: Actor;
  now: Date;
  today: CalendarDate;
  keys: Keyring;
  baseUrl: string;
  /** What a spam filter makes of mails; without one our own signs judge them alone. */
  mailScores?: MailScores | undefined;
  /** What is to be in the log when the transaction commits; `recordAudit` adds to it. */
  recorded: Recorded[];
  /** What work that changes nothing has read, for whoever asks again (reading-once.ts). */
  read?: Map<string, unknown>;
};

/**
 * Opens such a context; the transaction commits when `work` resolves, and what was recorded is in the log with it. Never await a network inside. When `until` ends
 * before, so does the work, wherever it is: nothing of it is kept, and `until`'s reason is thrown.
 */
export type Within = <T>(
  tenantId: string,
  actor: Actor,
  work: (ctx: Ctx) => Promise<T>,
  until?: AbortSignal,
) => Promise<T>;

export const makeCtx = (parts: Omit<Ctx, 'today' | 'recorded'>): Ctx => ({
  ...parts,
  recorded: [],
  today: todayIn(parts.now, parts.tenant.settings.timeZone),
});
