import { type FieldValueRow, fieldValues } from '../../db/queries/field-values.ts';
import { AppError } from '../../lib/errors.ts';
import { fold } from '../../lib/text.ts';
import type { Filter } from '../audience/filter.ts';
import { readFilterScope } from '../audience/filter-scope.ts';
import type { Ctx } from '../context.ts';
import { countryName } from '../places/countries.ts';

type Named = { field: string; value: string; words: string[] };

const FIELDS = [
  { key: 'type', isBuiltIn: true },
  { key: 'city', isBuiltIn: true },
  { key: 'country', isBuiltIn: true },
];
const LEAVES_OUT =
  /\b(?:not|no|non|never|except|excluding|without|outside|unless|but|other than|apart from)\b/;

// What says which of them, before whom it names.
const WHICH =
  /\b(?:tiny|small|large|big|huge|old|new|young|rich|poor|cheap|expensive|good|best|worst|top|loyal|important|smaller|smallest|larger|largest|bigger|biggest|older|oldest|newer|newest)(?= \u00a7)/;

/**
 * Of whom a goal speaks, by the names of kinds, cities, countries and brands that stand in it whole; null when it names
 * none. Throws `input:invalid` where it leaves somebody out or says which of them: names alone would then mean the wrong ones.
 */
export async function readGoal(ctx: Ctx, goal: string): Promise<Filter | null> {
  let text = ` ${fold(goal)} `;
  // All names of a large workspace are much to read for a goal that says nothing.
  if (text.trim() === '') return null;
  const found: Named[] = [];
  // "Hilton Garden Inn" is no "Hilton".
  for (const one of (await readNames(ctx)).sort((a, b) => b.words[0]!.length - a.words[0]!.length)) {
    const words = one.words.find((word) => text.includes(` ${word} `));
    if (!words) continue;
    found.push(one);
    text = text.replaceAll(` ${words} `, ' \u00a7 ');
  }
  if (found.length === 0) return null;
  if (LEAVES_OUT.test(text))
    throw new AppError('input:invalid', 'The goal leaves somebody out, which is not read here.', {
      nextStep: 'Say whom you mean as a filter, in “among”.',
      where: { path: 'goal' },
    });
  const [which] = WHICH.exec(text) ?? [];
  if (which !== undefined)
    throw new AppError('input:invalid', `The goal says which of them, “${which}”, which is not read here.`, {
      nextStep: 'Say whom you mean as a filter, in “among”.',
      where: { path: 'goal' },
    });
  const byField = Map.groupBy(found, ({ field }) => field);
  return {
    all: [...byField].map(([field, named]) => ({ op: 'in', field, values: named.map(({ value }) => value) })),
  };
}

async function readNames(ctx: Ctx): Promise<Named[]> {
  const { rows } = await ctx.tx.execute<FieldValueRow>(fieldValues(FIELDS));
  const { brands } = await readFilterScope(ctx);
  return [
    ...rows.map(({ key, value }) => named(key, value, key === 'country' ? [countryName(value)] : [value])),
    ...brands.map(({ name, aliases }) => named('brand', name, [name, ...aliases])),
  ].filter(({ words }) => words.length > 0);
}

/** In the singular and the plural. */
const named = (field: string, value: string, said: readonly string[]): Named => ({
  field,
  value,
  words: said
    .map(fold)
    .filter((word) => word.length > 2)
    .flatMap((word) => [word, `${word}s`, `${word}es`])
    .sort((a, b) => b.length - a.length),
});
