// Values as `say-value.ts` says them, read back.
import { toMinor } from '../../lib/money.ts';
import type { Field } from '../fields/field.ts';
import { countryCodes, countryName } from '../places/countries.ts';
import { type FilterWords, say } from './say-value.ts';
import { splitWords, unquoted, withoutRemark } from './split-words.ts';

type Known = { field: Field; words: FilterWords };

/** Each of "A, B or C". */
export const splitList = (said: string): string[] => splitWords(said, [', ', ' or ']);

export function parseValue(said: string, { field, words }: Known): string | number | null {
  if (field.kind === 'number') return said === '' || Number.isNaN(Number(said)) ? null : Number(said);
  if (field.kind === 'money') return parseMoney(said, words.currency);
  const text = unquoted(said) ?? said;
  if (!field.isBuiltIn) return text;
  if (field.key === 'country') return COUNTRIES.get(said) ?? null;
  if (field.key === 'brand') {
    const name = withoutRemark(said);
    return unquoted(name) ?? name;
  }
  if (field.key === 'owner') return parseOwner(said, words);
  if (field.key === 'segment') return parseNamed(said, words.segments);
  return text;
}

const COUNTRIES = new Map(countryCodes().map((code) => [say(countryName(code)), code]));

export function parseMoney(said: string, currency: string): number | null {
  const found = /^([A-Z]{3}) (-?[\d,]+(?:\.\d+)?)$/.exec(said);
  return found && found[1] === currency ? toMinor(Number(found[2]!.replaceAll(',', '')), currency) : null;
}

function parseOwner(said: string, { people }: FilterWords): string | null {
  const id = inBrackets(said);
  if (id) return id;
  return unquoted(said) ?? people.find(({ name }) => name === said)?.id ?? null;
}

const inBrackets = (said: string): string | null => /^\[([^\]]+)\]$/.exec(said)?.[1] ?? null;

export function parseNamed(said: string, known: FilterWords['campaigns'] = []): string | null {
  const name = unquoted(said);
  return inBrackets(said) ?? known.find((one) => one.name === name)?.id ?? null;
}
