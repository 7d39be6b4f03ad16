import { sql } from 'drizzle-orm';
import { cursorPages } from '../../db/queries/cursor-pages.ts';
import type { Ctx } from '../context.ts';
import { openDigest } from './digest.ts';

const AT_ONCE = 20_000;
const BYTES = 32;

/** The hashes of a manifest's rows, 32 bytes each. */
export type RowHashes = { count: number; has: (hash: string) => boolean };

export type Hashed = { digest: string; hashes: RowHashes };

/**
 * The digests of headers, by their manifests' ids, and of the rows that are stored under them, and the hashes that each is
 * over. However many manifests there are, they are read together.
 */
export async function readHashes(
  ctx: Ctx,
  headers: ReadonlyMap<string, unknown>,
): Promise<Map<string, Hashed>> {
  const ids = [...headers.keys()];
  const open = new Map(ids.map((id) => [id, openHashes(headers.get(id))]));
  // A hash is hexadecimal: the database's order of bytes is the one in which a digest takes them.
  const query = sql`
    select manifest_id as "manifestId", hash from manifest_rows
    where manifest_id = any(${sql.param(ids)}::uuid[]) order by hash collate "C"`;
  for await (const rows of cursorPages<Row>(ctx.tx, { query, size: AT_ONCE }))
    for (const [id, ofOne] of Map.groupBy(rows, ({ manifestId }) => manifestId)) open.get(id)!.add(ofOne);
  return new Map(ids.map((id) => [id, open.get(id)!.end()]));
}

type Row = { manifestId: string; hash: string };

function openHashes(header: unknown) {
  const digest = openDigest(header);
  const pages: Buffer[] = [];
  const add = (rows: readonly Row[]): void => {
    const hashes = rows.map(({ hash }) => hash);
    digest.add(hashes);
    pages.push(Buffer.from(hashes.join(''), 'hex'));
  };
  const end = (): Hashed => ({ digest: digest.end(), hashes: searchable(Buffer.concat(pages)) });
  return { add, end };
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
