// How large a zip archive is when it is unpacked, before anybody unpacks it: what it says, and whether that is true.
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

const DIRECTORY_END = Buffer.from([0x50, 0x4b, 5, 6]);
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const DEFLATED = 8;

type Part = { name: string; isDeflated: boolean; packed: number; unpacked: number; at: number };
/** Looks at a file while it is unpacked. */
export type LookAtPart = (name: string, data: Buffer) => void;

/**
 * The bytes of all files of an archive together; more than `most` where one is larger than it says. Null where it is no
 * archive. No more than one file is held, and never more of it than it says.
 */
export async function unpackedSize(
  bytes: Buffer,
  { most, look }: { most: number; look: LookAtPart },
): Promise<number | null> {
  const parts = readDirectory(bytes);
  if (!parts) return null;
  const total = parts.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > most) return total;
  for (const part of parts) {
    const data = dataOf(bytes, part);
    if (!data) return null;
    const whole = part.isDeflated ? await inflateAsSaid(data, part.unpacked) : data;
    if (whole === null) return null;
    if (whole === 'larger') return most + 1;
    look(part.name, whole);
  }
  return total;
}

const inflateAsSaid = (data: Buffer, unpacked: number): Promise<Buffer | 'larger' | null> =>
  inflate(data, { maxOutputLength: Math.max(1, unpacked) }).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ERR_BUFFER_TOO_LARGE' ? 'larger' : null,
  );

function readDirectory(bytes: Buffer): Part[] | null {
  const end = bytes.lastIndexOf(DIRECTORY_END);
  if (end < 0 || end + 20 > bytes.length) return null;
  const parts: Part[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) return null;
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    parts.push({
      name: bytes.toString('utf8', at + 46, nameEnd),
      isDeflated: bytes.readUInt16LE(at + 10) === DEFLATED,
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

function dataOf(bytes: Buffer, { at, packed }: Part): Buffer | null {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL_ENTRY) return null;
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  return from + packed > bytes.length ? null : bytes.subarray(from, from + packed);
}
