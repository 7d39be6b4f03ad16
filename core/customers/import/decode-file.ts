import { AppError } from '../../../lib/errors.ts';

export type ImportFile = { name: string; bytes: Uint8Array };

// A book of 920 entries is 2 MB; this leaves room for tens of thousands and keeps a mistaken upload out of memory.
export const MAX_IMPORT_BYTES = 48 * 1024 * 1024;

/** The text of a file: UTF-8, or UTF-16 with its mark. `import:too_large`, `import:empty` or `import:unreadable`. */
export function decodeFile({ name, bytes }: ImportFile): string {
  if (bytes.byteLength > MAX_IMPORT_BYTES) throw tooLarge(name, bytes.byteLength);
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]))
    throw unreadable(
      name,
      'is a workbook or a zip archive',
      'Save the sheet as CSV (UTF-8), then import that.',
    );
  const text = decodeUtf16(bytes) ?? decodeUtf8(name, bytes);
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    throw unreadable(name, 'holds bytes that are not text', 'Export it as plain text or CSV (UTF-8).', {
      line: lineAt(text, nul),
    });
  }
  if (text.trim() === '') {
    throw new AppError('import:empty', `${name} is empty.`, {
      nextStep: 'Choose a file with entries in it.',
      where: { file: name },
    });
  }
  return text;
}

function decodeUtf16(bytes: Uint8Array): string | null {
  const encoding = startsWith(bytes, [0xff, 0xfe])
    ? 'utf-16le'
    : startsWith(bytes, [0xfe, 0xff])
      ? 'utf-16be'
      : null;
  return encoding && new TextDecoder(encoding).decode(bytes);
}

function decodeUtf8(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    throw unreadable(name, 'is not in UTF-8', 'Save it with the encoding UTF-8 and import it again.', {
      line: lineAt(text, text.indexOf('\ufffd')),
    });
  }
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

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

const tooLarge = (file: string, bytes: number): AppError =>
  new AppError('import:too_large', `${file} has ${Math.ceil(bytes / 2 ** 20)} MB; 48 MB is the most.`, {
    nextStep: 'Split it into smaller files and import them one after the other.',
    where: { file, bytes },
  });
