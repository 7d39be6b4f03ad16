// In which encoding a file is: told by its mark or by its bytes, never by its name.
import { analyse } from 'chardet';
import { z } from 'zod';

export const encodingGuess = z.object({
  /** A label of the Encoding standard: "utf-8", "windows-874", "shift_jis" … */
  name: z.string(),
  because: z.string(),
  /** 0 … 1 */
  confidence: z.number(),
});
export type EncodingGuess = z.infer<typeof encodingGuess>;

// Enough words for the statistics; a file is sampled where its first bytes beyond ASCII are.
const SAMPLE_BYTES = 128 * 1024;

export type EncodingSniffer = { add(chunk: Uint8Array): void; end(): EncodingGuess };

/** Looks at every byte on its way into the store, so that no second pass is needed. */
export function sniffEncoding(): EncodingSniffer {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let head: Uint8Array = new Uint8Array();
  let odd: Uint8Array = new Uint8Array();
  let isUtf8 = true;
  return {
    add(chunk) {
      if (head.length < SAMPLE_BYTES) head = joined(head, chunk);
      if (isUtf8) isUtf8 = survives(() => utf8.decode(chunk, { stream: true }));
      if (!isUtf8 && odd.length < SAMPLE_BYTES) odd = joined(odd, chunk);
    },
    end() {
      const marked = byMark(head) ?? byZeros(head);
      if (marked) return marked;
      if (isUtf8 && survives(() => utf8.decode()))
        return { name: 'utf-8', because: 'every byte is UTF-8', confidence: 1 };
      return byStatistics(odd.length > 0 ? odd : head);
    },
  };
}

const joined = (a: Uint8Array, b: Uint8Array): Uint8Array =>
  Buffer.concat([a, b.subarray(0, SAMPLE_BYTES - a.length)]);

function survives(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}

function byMark(head: Uint8Array): EncodingGuess | null {
  const starts = (...mark: number[]) => mark.every((byte, at) => head[at] === byte);
  const name = starts(0xff, 0xfe) ? 'utf-16le' : starts(0xfe, 0xff) ? 'utf-16be' : null;
  return name && { name, because: 'the file begins with its mark', confidence: 1 };
}

/** Western text in UTF-16 without a mark has a zero at every other byte. */
function byZeros(head: Uint8Array): EncodingGuess | null {
  const zeros = [0, 0];
  const pairs = Math.floor(Math.min(head.length, 4096) / 2);
  for (let at = 0; at < pairs * 2; at++) if (head[at] === 0) zeros[at % 2]! += 1;
  const [even = 0, uneven = 0] = zeros;
  if (pairs < 4 || Math.max(even, uneven) < pairs * 0.4 || Math.min(even, uneven) > pairs * 0.05) return null;
  const name = uneven > even ? 'utf-16le' : 'utf-16be';
  return { name, because: 'every other byte is zero', confidence: 0.9 };
}

function byStatistics(sample: Uint8Array): EncodingGuess {
  const asian = analyse(sample).find(({ name }) => EAST_ASIAN.has(name.toLowerCase()));
  if (asian && asian.confidence >= 50) {
    const because = 'its bytes make words of that encoding';
    return { name: new TextDecoder(asian.name).encoding, because, confidence: asian.confidence / 100 };
  }
  const thai = thaiShare(sample);
  if (thai > 0.95)
    return { name: 'windows-874', because: 'its letters make Thai words', confidence: round(thai) };
  const isWestern = averageRun(sample) < 1.6;
  const because = isWestern
    ? 'it is not UTF-8, and single accented letters stand among plain ones'
    : 'it is not UTF-8, and no encoding makes words of it';
  return { name: 'windows-1252', because, confidence: isWestern ? 0.8 : 0.3 };
}

// What people export from spreadsheets in East Asia. Of the single-byte ones we tell Thai and Western apart ourselves.
const EAST_ASIAN = new Set(['shift_jis', 'euc-jp', 'big5', 'euc-kr', 'gb18030']);

const isHigh = (byte: number): boolean => byte >= 0x80;

/** How many bytes beyond ASCII stand together: about one in Western text, many where a script has its own letters. */
function averageRun(sample: Uint8Array): number {
  let high = 0;
  let runs = 0;
  sample.forEach((byte, at) => {
    if (!isHigh(byte)) return;
    high += 1;
    if (at === 0 || !isHigh(sample[at - 1]!)) runs += 1;
  });
  return runs === 0 ? 0 : high / runs;
}

const CONSONANT = /[\u0e01-\u0e2e]/;
const MARK = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/;
const LEADING = /[\u0e40-\u0e44]/;

/** The share of letters beyond ASCII that stand where Thai puts them: marks upon a letter, leading vowels before one. */
function thaiShare(sample: Uint8Array): number {
  if (averageRun(sample) < 2) return 0;
  const letters = [...new TextDecoder('windows-874').decode(sample)];
  let all = 0;
  let right = 0;
  let marks = 0;
  letters.forEach((letter, at) => {
    if (letter.charCodeAt(0) < 0x80) return;
    all += 1;
    const before = letters[at - 1] ?? '';
    if (MARK.test(letter)) {
      marks += 1;
      if (CONSONANT.test(before) || MARK.test(before)) right += 1;
    } else if (LEADING.test(letter)) right += CONSONANT.test(letters[at + 1] ?? '') ? 1 : 0;
    else if (/[\u0e00-\u0e5b\u2010-\u2026\u20ac]/.test(letter)) right += 1;
  });
  return marks === 0 ? 0 : right / all;
}

const round = (value: number): number => Math.round(value * 100) / 100;
