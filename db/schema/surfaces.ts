import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ownRows, tenantId } from './columns.ts';
import { channelAccounts } from './delivery.ts';
import { users } from './tenants.ts';
import { threads } from './threads.ts';

/** A place of another platform where people of the workspace talk to the agent: a Slack app, a WhatsApp number. */
export const surfaceApps = pgTable(
  'surface_apps',
  {
    id: id(),
    tenantId: tenantId(),
    /** "slack", "whatsapp": channels/surface-contract.ts */
    surface: text('surface').notNull(),
    name: text('name').notNull(),
    /** Null where the settings are those of a channel's account. */
    sealedSettings: text('sealed_settings'),
    accountId: uuid('account_id').references(() => channelAccounts.id),
    isEnabled: boolean('is_enabled').notNull().default(true),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('surface_apps_name').on(t.tenantId, t.surface, t.name),
    uniqueIndex('surface_apps_account').on(t.tenantId, t.accountId),
    ownRows('surface_apps'),
  ],
);

const appId = () =>
  uuid('app_id')
    .notNull()
    .references(() => surfaceApps.id, { onDelete: 'cascade' });
const userId = () =>
  uuid('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' });

/** Which person of the workspace an account of the platform is. Nobody else is heard. */
export const surfaceLinks = pgTable(
  'surface_links',
  {
    id: id(),
    tenantId: tenantId(),
    appId: appId(),
    /** As the platform names them: U012AB3CD, +66900000001. */
    externalId: text('external_id').notNull(),
    userId: userId(),
    /** Who says that they are the same: the person themself by a code, or an admin. */
    linkedBy: uuid('linked_by').notNull(),
    lastSaidAt: instant('last_said_at'),
    /** When they were last told there what came in. */
    digestAt: instant('digest_at'),
    /** Where there are no forms: they pressed "Answer" at this reply, so that what they say next is the answer. */
    answeringReplyId: uuid('answering_reply_id'),
    answeringUntil: instant('answering_until'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('surface_links_account').on(t.tenantId, t.appId, t.externalId),
    index('surface_links_user').on(t.tenantId, t.userId),
    ownRows('surface_links'),
  ],
);

/** One-time codes by which a signed-in person links an account of their own. */
export const surfaceCodes = pgTable(
  'surface_codes',
  {
    id: id(),
    tenantId: tenantId(),
    userId: userId(),
    codeHash: text('code_hash').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('surface_codes_hash').on(t.tenantId, t.codeHash), ownRows('surface_codes')],
);

/** Who wrote and is nobody here: told so once; wrong codes are counted. */
export const surfaceStrangers = pgTable(
  'surface_strangers',
  {
    id: id(),
    tenantId: tenantId(),
    appId: appId(),
    externalId: text('external_id').notNull(),
    failedCodes: integer('failed_codes').notNull().default(0),
    lastFailedAt: instant('last_failed_at'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('surface_strangers_account').on(t.tenantId, t.appId, t.externalId),
    ownRows('surface_strangers'),
  ],
);

/** Which conversation with the agent goes on where. */
export const surfaceThreads = pgTable(
  'surface_threads',
  {
    id: id(),
    tenantId: tenantId(),
    appId: appId(),
    /** In the surface's own words. */
    place: text('place').notNull(),
    threadId: uuid('thread_id')
      .notNull()
      .references(() => threads.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('surface_threads_place').on(t.tenantId, t.appId, t.place), ownRows('surface_threads')],
);

/** What people said there, each once; answered in order, place by place. */
export const surfaceTurns = pgTable(
  'surface_turns',
  {
    id: id(),
    tenantId: tenantId(),
    appId: appId(),
    /** The platform's own name of the event: told again, it is the same one. */
    externalId: text('external_id').notNull(),
    place: text('place').notNull(),
    /** Who said it, as the platform names them, and whom that was linked to. */
    speaker: text('speaker').notNull(),
    userId: userId(),
    text: text('text').notNull(),
    /** The message that it was, for marking it. */
    ref: text('ref'),
    /** It came while another was worked on, and was marked so. */
    waited: boolean('waited').notNull().default(false),
    status: text('status', { enum: ['queued', 'running', 'done', 'failed', 'cancelled'] })
      .notNull()
      .default('queued'),
    tries: integer('tries').notNull().default(0),
    leaseOwner: text('lease_owner'),
    leaseUntil: instant('lease_until'),
    /** The request by which it was told, for the log. */
    requestId: uuid('request_id'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('surface_turns_event').on(t.tenantId, t.appId, t.externalId),
    index('surface_turns_open').on(t.tenantId, t.place, t.id).where(sql`status in ('queued', 'running')`),
    ownRows('surface_turns'),
  ],
);

/** What is shown somewhere and kept as it stands: an approval, how a campaign goes, a reply. */
export const surfaceCards = pgTable(
  'surface_cards',
  {
    id: id(),
    tenantId: tenantId(),
    appId: appId(),
    place: text('place').notNull(),
    kind: text('kind', { enum: ['approval', 'progress', 'reply', 'late', 'escalated'] }).notNull(),
    /** Of the approval, the campaign or the reply. */
    subjectId: uuid('subject_id').notNull(),
    /** The platform's message; null until it is posted. */
    ref: text('ref'),
    /** Of what is shown: the same is not written twice. */
    shown: text('shown'),
    /** Nothing more will change. */
    settledAt: instant('settled_at'),
    failures: integer('failures').notNull().default(0),
    leaseUntil: instant('lease_until'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('surface_cards_once').on(t.tenantId, t.appId, t.place, t.kind, t.subjectId),
    index('surface_cards_open').on(t.tenantId, t.leaseUntil).where(sql`settled_at is null`),
    index('surface_cards_subject').on(t.tenantId, t.subjectId),
    ownRows('surface_cards'),
  ],
);
