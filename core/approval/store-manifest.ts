import { insertManifestRows } from '../../db/queries/insert-manifest-rows.ts';
import { manifests } from '../../db/schema/index.ts';
import { randomToken, sha256 } from '../../lib/crypto.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { canonicalRow, type RowContent } from './digest.ts';
import type { ManifestHeader } from './header.ts';
import { readHashes } from './read-hashes.ts';

type Rows = { manifestId: string; contents: readonly RowContent[] };

// Hashing and sealing more at a stretch would keep other requests waiting; fewer make more statements.
const AT_A_STRETCH = 200;

/** Salts, hashes and writes some rows of a manifest: a page, in the transaction that writes the manifest at its end. */
export async function storeRows(ctx: Ctx, { manifestId, contents }: Rows): Promise<void> {
  for (let from = 0; from < contents.length; from += AT_A_STRETCH) {
    const rows = contents.slice(from, from + AT_A_STRETCH).map((content) => {
      const row = canonicalRow(content, randomToken(16));
      return { json: `{"hash":"${sha256(row)}",${row.slice(1)}`, content };
    });
    await ctx.tx.execute(insertManifestRows({ tenantId: ctx.tenant.id, manifestId, rows }));
  }
}

/** Writes the manifest of the rows that were stored under its id, and answers its digest. */
export async function storeManifest(ctx: Ctx, header: ManifestHeader): Promise<string> {
  const tenantId = ctx.tenant.id;
  const { manifestId, campaignId, version, occurrence, kind, frozenBy } = header;
  const read = await readHashes(ctx, new Map([[manifestId, header]]));
  const { digest, hashes } = read.get(manifestId)!;
  await ctx.tx
    .insert(manifests)
    .values({ id: manifestId, tenantId, campaignId, version, occurrence, kind, digest, header, frozenBy });
  await recordAudit(ctx, {
    action: 'manifest.frozen',
    subject: campaignId,
    data: { manifestId, digest, version, occurrence, recipients: hashes.count },
  });
  return digest;
}
