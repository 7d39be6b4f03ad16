import { sql } from 'drizzle-orm';
import { cursorPages } from '../../db/queries/cursor-pages.ts';
import type { Ctx } from '../context.ts';
import { openDigest } from './digest.ts';

const AT_ONCE = 20_000;
const BYTES = 32;

/** The hashes of a manifest's rows, 32 bytes each. */
export type RowHashes = { count: number; has: (hash: string) => boolean };

/** The digest of a header and the rows that are stored under its manifest, and the hashes that it is over. */
export async function readHashes(
  ctx: Ctx,
  { manifestId, header }: { manifestId: string; header: unknown },
): Promise<{ digest: string; hashes: RowHashes }> {
  const digest = openDigest(header);
  const pages: Buffer[] = [];
  // A hash is hexadecimal: the database's order of bytes is the one in which the digest takes them.
  const query = sql`select hash from manifest_rows where manifest_id = ${manifestId} order by hash collate "C"`;
  for await (const rows of cursorPages<{ hash: string }>(ctx.tx, { query, size: AT_ONCE })) {
    for (const { hash } of rows) digest.add(hash);
    pages.push(Buffer.from(rows.map(({ hash }) => hash).join(''), 'hex'));
  }
  return { digest: digest.end(), hashes: searchable(Buffer.concat(pages)) };
}

/** `sorted`: what is no SHA-256 among them is found by nobody, and has spoilt the digest. */
function searchable(sorted: Buffer): RowHashes {
  const count = Math.floor(sorted.length / BYTES);
  const has = (hash: string): boolean => {
    const wanted = Buffer.from(hash, 'hex');
    if (wanted.length !== BYTES) return false;
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = sorted.compare(wanted, 0, BYTES, middle * BYTES, (middle + 1) * BYTES);
      if (order === 0) return true;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return false;
  };
  return { count, has };
}
