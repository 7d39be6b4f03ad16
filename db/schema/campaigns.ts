import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ownRows, tenantId } from './columns.ts';
import { sealedRungs, sealedText, sealedWhereNamed } from './sealed-columns.ts';
import { threads } from './threads.ts';

export const campaigns = pgTable(
  'campaigns',
  {
    id: id(),
    tenantId: tenantId(),
    name: text('name').notNull(),
    type: text('type').notNull(),
    status: text('status', {
      enum: ['draft', 'waiting', 'scheduled', 'sending', 'paused', 'stopped', 'done'],
    })
      .notNull()
      .default('draft'),
    /** The newest version; its draft is in campaign_versions. */
    version: integer('version').notNull().default(1),
    threadId: uuid('thread_id').references(() => threads.id),
    /** One message in answer to a person (db/schema/conversations.ts): sent like a campaign, listed as none. */
    isAnswer: boolean('is_answer').notNull().default(false),
    /** core/campaigns/draft.ts Canary: only its first messages go out until it is judged; null: nothing is held back. */
    canary: jsonb('canary'),
    /** What its messages may cost, as it was approved, or raised since; null: nothing was said. */
    budget: jsonb('budget').$type<{ minor: number; currency: string }>(),
    /** Why it was paused, where no person did it. */
    pauseReason: text('pause_reason'),
    /** The one before it, of a campaign that comes again; each is followed once. */
    follows: uuid('follows').unique('campaigns_follows'),
    /** When the one after it is made and asked for. */
    repeatsAt: instant('repeats_at'),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
    deletedAt: instant('deleted_at'),
  },
  (t) => [
    index('campaigns_created').on(t.tenantId, t.createdAt),
    index('campaigns_repeats').on(t.tenantId, t.repeatsAt).where(sql`repeats_at is not null`),
    ownRows('campaigns'),
  ],
);

/** Every edit is a new row; nothing of an earlier version is lost. */
export const campaignVersions = pgTable(
  'campaign_versions',
  {
    id: id(),
    tenantId: tenantId(),
    campaignId: uuid('campaign_id')
      .notNull()
      .references(() => campaigns.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    /** core/campaigns/draft.ts */
    draft: jsonb('draft').notNull(),
    change: text('change').notNull(),
    /** The version whose draft an undo brought back. */
    restores: integer('restores'),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('campaign_versions_once').on(t.campaignId, t.version), ownRows('campaign_versions')],
);

/** The frozen who + what + where + when of one campaign version and occurrence. */
export const manifests = pgTable(
  'manifests',
  {
    id: id(),
    tenantId: tenantId(),
    campaignId: uuid('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    version: integer('version').notNull(),
    /** 0 is the campaign itself; every test send is an occurrence of its own. */
    occurrence: integer('occurrence').notNull().default(0),
    kind: text('kind', { enum: ['campaign', 'test', 'answer'] })
      .notNull()
      .default('campaign'),
    digest: text('digest').notNull(),
    /** core/approval/manifest.ts: totals, cost, limits, settings, schedule, exclusions. */
    header: sealedWhereNamed('header').notNull(),
    frozenBy: uuid('frozen_by'),
    createdAt: createdAt(),
  },
  (t) => [index('manifests_campaign').on(t.tenantId, t.campaignId), ownRows('manifests')],
);

export const manifestRows = pgTable(
  'manifest_rows',
  {
    id: id(),
    tenantId: tenantId(),
    // No foreign key: the rows are written before the manifest, whose digest is over all of them, in one transaction.
    manifestId: uuid('manifest_id').notNull(),
    customerId: uuid('customer_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    channel: text('channel').notNull(),
    address: sealedText('address').notNull(),
    addressHash: text('address_hash').notNull(),
    plannedAt: instant('planned_at').notNull(),
    /** channels/contract.ts Rendered: exactly what goes out. */
    rendered: jsonb('rendered').notNull(),
    /** Why this person may be written to, as it stood at freezing. */
    consent: jsonb('consent').notNull(),
    /** The same message for the channels that follow when this one fails, in their order; null: none. */
    fallbacks: sealedRungs('fallbacks'),
    /** A to E, of a campaign in several wordings (core/content/variants.ts); null: it has one. */
    variant: text('variant'),
    salt: text('salt').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [uniqueIndex('manifest_rows_contact').on(t.manifestId, t.contactId), ownRows('manifest_rows')],
);

/** The authority a message cites. Decided once, by a compare-and-set on status and digest. */
export const approvals = pgTable(
  'approvals',
  {
    id: id(),
    tenantId: tenantId(),
    manifestId: uuid('manifest_id')
      .notNull()
      .references(() => manifests.id),
    campaignId: uuid('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    digest: text('digest').notNull(),
    status: text('status', { enum: ['requested', 'approved', 'rejected', 'voided', 'expired'] })
      .notNull()
      .default('requested'),
    requestedBy: uuid('requested_by'),
    /** core/approval/policy.ts: who may decide, and why a second person must. */
    policy: jsonb('policy').notNull(),
    /** How many of the policy's stages said yes. */
    stage: integer('stage').notNull().default(0),
    /** core/approval/stages.ts: who said yes at the stages before the last. */
    stagesPassed: jsonb('stages_passed').notNull().default([]),
    threadId: uuid('thread_id').references(() => threads.id),
    toolCallId: text('tool_call_id'),
    failedCodes: integer('failed_codes').notNull().default(0),
    expiresAt: instant('expires_at').notNull(),
    decidedBy: uuid('decided_by'),
    decidedRole: text('decided_role'),
    decidedSurface: text('decided_surface'),
    decidedAt: instant('decided_at'),
    comment: text('comment'),
    /** The signed DSSE envelope of an approval. */
    envelope: jsonb('envelope'),
    /** What was approved ahead, under which this was (db/schema/standing.ts); null: a person decided on this itself. */
    standingId: uuid('standing_id'),
    /** When the waiting graph was told of the decision. */
    reportedAt: instant('reported_at'),
    /** The request because of which it was asked for, for the log: what goes out under it carries the same. */
    requestId: uuid('request_id'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('approvals_call').on(t.threadId, t.toolCallId),
    index('approvals_campaign').on(t.tenantId, t.campaignId),
    index('approvals_standing').on(t.tenantId, t.standingId, t.decidedAt).where(sql`standing_id is not null`),
    ownRows('approvals'),
  ],
);
