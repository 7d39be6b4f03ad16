import { emptyFile, type ImportSource, unreadable } from './import-source.ts';
import type { FileKind } from './raw-record.ts';
import { isVenueBook } from './read-venue-book.ts';

const HEAD_LETTERS = 64 * 1024;

/** What a file is, by what is in it; the name decides only between CSV and a book. */
export async function detectFormat(source: ImportSource): Promise<FileKind> {
  const head = await readHead(source);
  if (isZip(head)) return 'xlsx';
  const text = new TextDecoder(source.encoding.name).decode(head).trimStart();
  if (text.trim() === '') {
    throw emptyFile(source.name, 'is empty', 'Choose a file with entries in it.');
  }
  if (/\.(csv|tsv)$/i.test(source.name)) return 'csv';
  if (/\.(json|ndjson|jsonl)$/i.test(source.name) || /^(\{|\[\s*[{\]])/.test(text)) return 'json';
  if (isVenueBook(text)) return 'venue-book';
  if (/\.(md|markdown)$/i.test(source.name)) return 'venue-book';
  const [header = '', ...rest] = text.split(/\r\n|\n|\r/).filter((line) => line.trim());
  if (/[,;\t|]/.test(header) && rest.length > 0) return 'csv';
  if (text.includes('\0')) {
    const line = text.slice(0, text.indexOf('\0')).split('\n').length;
    throw unreadable(source.name, 'holds bytes that are not text', 'Export it as text, CSV, JSON or XLSX.', {
      line,
    });
  }
  throw unreadable(
    source.name,
    'is neither a venue book nor CSV, JSON or XLSX',
    'A venue book has "### Name" headings; a CSV has a header line with a column "Name".',
    { line: 1 },
  );
}

async function readHead(source: ImportSource): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source.open()) {
    pieces.push(piece);
    length += piece.length;
    if (length >= HEAD_LETTERS) break;
  }
  return Buffer.concat(pieces).subarray(0, HEAD_LETTERS);
}

const isZip = (head: Uint8Array): boolean => [0x50, 0x4b, 3, 4].every((byte, at) => head[at] === byte);
