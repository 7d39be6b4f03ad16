import { AppError } from '../../../lib/errors.ts';
import { type EncodingGuess, sniffEncoding } from './find-encoding.ts';

export type ImportFile = { name: string; bytes: Uint8Array };

/** A file that can be read from its start as often as needed, piece by piece. */
export type ImportSource = {
  name: string;
  size: number;
  encoding: EncodingGuess;
  /** How many lines were read by now. */
  lines: number;
  open(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
};

// A million customers are about 150 MB of CSV.
export const MAX_IMPORT_BYTES = 256 * 1024 * 1024;

const PIECE = 64 * 1024;

/** A file that is in memory already. */
export function sourceOf({ name, bytes }: ImportFile): ImportSource {
  const pieces = function* () {
    for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
  };
  const sniffer = sniffEncoding();
  for (const piece of pieces()) sniffer.add(piece);
  return { name, size: bytes.length, encoding: sniffer.end(), lines: 0, open: pieces };
}

export const unreadable = (
  file: string,
  what: string,
  nextStep: string,
  where: Record<string, unknown> = {},
): AppError => {
  const line = where.line ? ` (line ${where.line})` : '';
  return new AppError('import:unreadable', `${file} ${what}${line}.`, {
    nextStep,
    where: { file, ...where },
  });
};

export const emptyFile = (file: string, what: string, nextStep: string): AppError =>
  new AppError('import:empty', `${file} ${what}.`, { nextStep, where: { file } });

/** `maxBytes`: 256 MB for an import in batches, less for one that is a single transaction. */
export function demandSize(file: string, bytes: number, maxBytes = MAX_IMPORT_BYTES): void {
  if (bytes <= maxBytes) return;
  const [has, most] = [Math.ceil(bytes / 2 ** 20), Math.floor(maxBytes / 2 ** 20)];
  throw new AppError('import:too_large', `${file} has ${has} MB; ${most} MB is the most.`, {
    nextStep: 'Split it into smaller files and import them one after the other.',
    where: { file, bytes },
  });
}
