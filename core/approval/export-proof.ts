import { and, asc, eq, gt } from 'drizzle-orm';
import { manifestRows, manifests } from '../../db/schema/index.ts';
import { envelopeSchema } from '../../lib/dsse.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx, Within } from '../context.ts';
import { type Actor, demand } from '../tenants/roles.ts';
import { findApproval } from './find-approval.ts';
import { manifestHeader } from './header.ts';
import type { Proof } from './proof.ts';

type Head = Omit<Proof, 'rows'>;
type Scope = { within: Within; tenantId: string; actor: Actor };

// A letter may be ten thousand characters long.
const PAGE = 200;

/** The proof of an approval that was given; `approval:unknown`, or `proof:invalid` when nobody approved it. */
export async function exportProof(ctx: Ctx, approvalId: string): Promise<Proof> {
  const { manifestId, envelope, ...head } = await openProof(ctx, approvalId);
  const rows: Proof['rows'] = [];
  for await (const page of pagesOf(PAGE, (after) => readPage(ctx, { manifestId, after, size: PAGE })))
    rows.push(...page.map(toRow));
  return { ...head, rows, envelope };
}

/**
 * The same as the text of its JSON, page by page, however many rows there are: each page is a transaction of its own, because
 * frozen rows do not change but by an erasure, which the proof bears. Refuses before the first of it.
 */
export async function streamProof(
  { within, tenantId, actor }: Scope,
  { approvalId, size = PAGE }: { approvalId: string; size?: number },
): Promise<AsyncGenerator<string>> {
  const { manifestId, envelope, ...head } = await within(tenantId, actor, (ctx) =>
    openProof(ctx, approvalId),
  );
  const pages = pagesOf(size, (after) =>
    within(tenantId, actor, (ctx) => readPage(ctx, { manifestId, after, size })),
  );
  return (async function* () {
    yield `${JSON.stringify(head).slice(0, -1)},"rows":[`;
    let comma = '';
    for await (const page of pages) {
      yield `${comma}${page.map((row) => JSON.stringify(toRow(row))).join(',')}`;
      comma = ',';
    }
    yield `],"envelope":${JSON.stringify(envelope)}}`;
  })();
}

async function openProof(ctx: Ctx, approvalId: string): Promise<Head & { manifestId: string }> {
  demand(ctx.actor, 'unmask');
  const approval = await findApproval(ctx, approvalId);
  if (!approval.envelope) {
    throw new AppError('proof:invalid', `This approval is ${approval.status}: there is nothing to prove.`, {
      nextStep: 'Export the proof of an approval that was given.',
      where: { approvalId },
    });
  }
  const { manifestId, campaignId, digest } = approval;
  const [manifest] = await ctx.tx.select().from(manifests).where(eq(manifests.id, manifestId));
  const header = manifestHeader.parse(manifest?.header);
  const rows = await ctx.tx.$count(manifestRows, eq(manifestRows.manifestId, manifestId));
  await recordAudit(ctx, { action: 'proof.exported', subject: campaignId, data: { approvalId, rows } });
  const envelope = envelopeSchema.parse(approval.envelope);
  return { format: 'refrain-proof/1', digest, header, envelope, manifestId };
}

type Row = typeof manifestRows.$inferSelect;

const readPage = (
  ctx: Ctx,
  { manifestId, after, size }: { manifestId: string; after: string | null; size: number },
): Promise<Row[]> =>
  ctx.tx
    .select()
    .from(manifestRows)
    .where(
      and(
        eq(manifestRows.manifestId, manifestId),
        after === null ? undefined : gt(manifestRows.contactId, after),
      ),
    )
    .orderBy(asc(manifestRows.contactId))
    .limit(size);

async function* pagesOf(size: number, read: (after: string | null) => Promise<Row[]>): AsyncGenerator<Row[]> {
  for (let after: string | null = null; ; ) {
    const page: Row[] = await read(after);
    if (page.length > 0) yield page;
    if (page.length < size) return;
    after = page.at(-1)!.contactId;
  }
}

/** A row without its salt is of somebody who was erased. */
function toRow(row: Row): Proof['rows'][number] {
  if (row.salt === '') return { hash: row.hash };
  const { hash, salt, customerId, contactId, channel, address, addressHash, plannedAt, variant } = row;
  const rendered = row.rendered as NonNullable<Proof['rows'][number]['content']>['rendered'];
  const consent = row.consent as NonNullable<Proof['rows'][number]['content']>['consent'];
  const fallbacks = row.fallbacks as NonNullable<Proof['rows'][number]['content']>['fallbacks'] | null;
  const planned = plannedAt.toISOString();
  const content = {
    customerId,
    contactId,
    channel,
    address,
    addressHash,
    plannedAt: planned,
    rendered,
    consent,
  };
  return {
    hash,
    salt,
    content: { ...content, ...(fallbacks ? { fallbacks } : {}), ...(variant ? { variant } : {}) },
  };
}
