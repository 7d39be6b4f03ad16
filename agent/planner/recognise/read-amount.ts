import { ownValue } from '../../../lib/own-value.ts';
import { type Found, type Reader, valueAt } from '../reader.ts';

/** `isLarge`: too much to be a count of anything but money. */
export type Amount = {
  value: number;
  currency: Said | null;
  isLarge: boolean;
  scale: number;
};
type Said = { value: string; start: number; end: number };

const SCALES: Record<string, number> = {
  k: 1_000,
  thousand: 1_000,
  m: 1_000_000,
  mn: 1_000_000,
  million: 1_000_000,
};
const SYMBOLS: Record<string, string> = { '฿': 'THB', $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY' };

/** A number, its scale, and its currency before or after it: "THB 100,000", "100k baht", "twelve". */
export function readAmount(reader: Reader, at: number): Found<Amount> | null {
  const before = currencyAt(reader, at);
  const number = readNumber(reader, before?.end ?? at);
  if (!number) return null;
  const after = before ?? currencyAt(reader, number.end);
  return {
    value: {
      value: number.value,
      currency: after ? { value: after.value, start: before ? at : number.end, end: after.end } : null,
      isLarge: number.value >= LARGE,
      scale: scaleOf(reader, number.end),
    },
    end: before ? number.end : (after?.end ?? number.end),
  };
}

// Nobody has as many parts of a house, and hardly anybody pays less for a year.
const LARGE = 3_000;

/** What a number was multiplied by: the word right before its end. */
const scaleOf = ({ tokens }: Reader, end: number): number => SCALES[tokens[end - 1]?.word ?? ''] ?? 1;

function currencyAt(reader: Reader, at: number): Found<string> | null {
  const symbol = SYMBOLS[reader.tokens[at]?.text ?? ''];
  return symbol ? { value: symbol, end: at + 1 } : valueAt(reader, at, 'currencies');
}

function readNumber(reader: Reader, at: number): Found<number> | null {
  const token = reader.tokens[at];
  if (token?.kind !== 'number') {
    const alone = ownValue(SCALES, token?.word ?? '');
    // "over a million baht"; "k" and "m" need a number.
    if (alone && token!.word.length > 2 && ['a', 'an'].includes(reader.tokens[at - 1]?.word ?? ''))
      return { value: alone, end: at + 1 };
    const isHalf = token?.word === 'half' && ['a', 'an'].includes(reader.tokens[at + 1]?.word ?? '');
    const halved = isHalf && ownValue(SCALES, reader.tokens[at + 2]?.word ?? '');
    if (halved) return { value: halved / 2, end: at + 3 };
    const spelled = valueAt(reader, at, 'numbers');
    return spelled && { value: Number(spelled.value), end: spelled.end };
  }
  if (!/^\d{1,3}(,\d{3})+(\.\d+)?$|^\d+(\.\d+)?$/.test(token.text)) return null;
  const value = Number(token.text.replaceAll(',', ''));
  const scale = SCALES[reader.tokens[at + 1]?.word ?? ''];
  return scale ? { value: value * scale, end: at + 2 } : { value, end: at + 1 };
}
