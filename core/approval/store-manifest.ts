import { manifestRows, manifests } from '../../db/schema/index.ts';
import { randomToken } from '../../lib/crypto.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { digestOf, hashRow, type RowContent } from './digest.ts';
import type { ManifestHeader } from './header.ts';

// Rows go in by thousands: a statement takes at most 65,535 parameters.
const INSERT_ROWS = 1000;

type Input = { header: ManifestHeader; contents: readonly RowContent[] };

/** Salts and hashes every row, writes the manifest and answers its digest. */
export async function storeManifest(ctx: Ctx, { header, contents }: Input): Promise<string> {
  const tenantId = ctx.tenant.id;
  const { manifestId, campaignId, version, occurrence, kind, frozenBy } = header;
  const rows = contents.map((content) => {
    const salt = randomToken(16);
    const plannedAt = new Date(content.plannedAt);
    return { ...content, plannedAt, tenantId, manifestId, salt, hash: hashRow(content, salt) };
  });
  const digest = digestOf(
    header,
    rows.map(({ hash }) => hash),
  );
  await ctx.tx
    .insert(manifests)
    .values({ id: manifestId, tenantId, campaignId, version, occurrence, kind, digest, header, frozenBy });
  for (let at = 0; at < rows.length; at += INSERT_ROWS) {
    await ctx.tx.insert(manifestRows).values(rows.slice(at, at + INSERT_ROWS));
  }
  await recordAudit(ctx, {
    action: 'manifest.frozen',
    subject: campaignId,
    data: { manifestId, digest, version, occurrence, recipients: rows.length },
  });
  return digest;
}
