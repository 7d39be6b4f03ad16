import type { Found, Reader } from '../reader.ts';

// Thai calendars count from 543 years earlier.
const BUDDHIST = 543;

/** A year of this century, "2027" or the Buddhist "2570". */
export function readYear(reader: Pick<Reader, 'tokens'>, at: number): Found<number> | null {
  const text = reader.tokens[at]?.text ?? '';
  if (!/^\d{4}$/.test(text)) return null;
  const year = Number(text) > 2400 ? Number(text) - BUDDHIST : Number(text);
  return year >= 1990 && year <= 2100 ? { value: year, end: at + 1 } : null;
}

/** "'27", "27" where only a year can stand; what looks like a day long ago is none. */
export function readShortYear({ tokens }: Pick<Reader, 'tokens'>, at: number): Found<number> | null {
  const isMarked = ["'", '’'].includes(tokens[at]?.text ?? '');
  const start = isMarked ? at + 1 : at;
  const text = tokens[start]?.text ?? '';
  return /^[2-4]\d$/.test(text) ? { value: 2000 + Number(text), end: start + 1 } : null;
}
