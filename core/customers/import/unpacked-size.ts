// How large a zip archive is when it is unpacked, before anybody unpacks it: what it says, and whether that is true.
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

const DIRECTORY_END = Buffer.from([0x50, 0x4b, 5, 6]);
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const DEFLATED = 8;

type Part = { isDeflated: boolean; packed: number; unpacked: number; at: number };

/**
 * The bytes of all files of an archive together; more than `most` where one is larger than it says. Null where it is no
 * archive. No more than one file is held, and never more of it than it says.
 */
export async function unpackedSize(bytes: Buffer, most: number): Promise<number | null> {
  const parts = readDirectory(bytes);
  if (!parts) return null;
  const total = parts.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > most) return total;
  for (const part of parts) {
    const data = dataOf(bytes, part);
    if (!data) return null;
    if (!part.isDeflated) continue;
    const isTrue = await inflate(data, { maxOutputLength: Math.max(1, part.unpacked) }).then(
      () => true,
      (error: NodeJS.ErrnoException) => (error.code === 'ERR_BUFFER_TOO_LARGE' ? false : null),
    );
    if (isTrue === null) return null;
    if (!isTrue) return most + 1;
  }
  return total;
}

function readDirectory(bytes: Buffer): Part[] | null {
  const end = bytes.lastIndexOf(DIRECTORY_END);
  if (end < 0 || end + 20 > bytes.length) return null;
  const parts: Part[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) return null;
    parts.push({
      isDeflated: bytes.readUInt16LE(at + 10) === DEFLATED,
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

function dataOf(bytes: Buffer, { at, packed }: Part): Buffer | null {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL_ENTRY) return null;
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  return from + packed > bytes.length ? null : bytes.subarray(from, from + packed);
}
