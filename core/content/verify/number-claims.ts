// The numbers that a text states in figures, with what they count.
import { pattern, takeAll } from './take-claims.ts';

export type NumberClaim = { text: string; values: number[]; isPercent: boolean; noun: string | null };

export const NUMBER = "\\d+(?:[.,'’\\u00a0\\u202f ]\\d{3})*(?:[.,]\\d{1,2})?(?!\\d)";

const NUMBERS = [
  pattern(
    `(?<![\\d])(?<value>${NUMBER})(?<percent>\\s?(?:%|percent\\b|per cent\\b))?(?:[ -](?<noun>\\p{L}+))?`,
  ),
];

export function readNumbers(text: string): NumberClaim[] {
  return takeAll(text, NUMBERS, (match): NumberClaim[] => [
    {
      text: match[0].trim(),
      values: numbersOf(match.groups?.value ?? ''),
      isPercent: match.groups?.percent !== undefined,
      noun: match.groups?.noun?.toLowerCase() ?? null,
    },
  ]).found;
}

/** What the digits can mean: "12.000" is twelve thousand or twelve, "48,000" is forty-eight thousand. */
export function numbersOf(text: string): number[] {
  const plain = text.replace(/['’\u00a0\u202f ]/g, '');
  const english = Number(plain.replaceAll(',', ''));
  if (/,\d{3}(?!\d)/.test(plain)) return Number.isFinite(english) ? [english] : [];
  const continental = Number(plain.replaceAll('.', '').replace(',', '.'));
  return [...new Set([english, continental])].filter(Number.isFinite);
}
