import { type ImportSource, unreadable } from './import-source.ts';

/** One line is never longer than this: a file without line ends is not a list of customers. */
export const MAX_LINE = 1024 * 1024;

/** The text of a source in pieces, without its mark. `import:unreadable` at a byte that is no text. */
export async function* decodeText(source: ImportSource): AsyncGenerator<string> {
  const decoder = new TextDecoder(source.encoding.name);
  let line = 1;
  const check = (text: string): string => {
    const nul = text.indexOf('\0');
    if (nul >= 0) {
      throw unreadable(
        source.name,
        'holds bytes that are not text',
        'Export it as plain text, CSV, JSON or XLSX.',
        {
          line: line + newlines(text.slice(0, nul)),
        },
      );
    }
    line += newlines(text);
    source.lines = line;
    return text;
  };
  for await (const bytes of source.open()) {
    const text = check(decoder.decode(bytes, { stream: true }));
    if (text) yield text;
  }
  const rest = check(decoder.decode());
  if (rest) yield rest;
}

function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** The lines of a text; "\n", "\r\n" and "\r" end one. */
export async function* splitLines(file: string, pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  let line = 0;
  for await (const piece of pieces) {
    // A "\r" at the end may be half of "\r\n".
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    line += lines.length;
    if (rest.length > MAX_LINE) throw tooLong(file, line + 1);
    yield* lines;
  }
  yield* rest.split('\r');
}

const tooLong = (file: string, line: number) =>
  unreadable(file, 'has a line of more than a million letters', 'Check how the file was exported.', { line });
