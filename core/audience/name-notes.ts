import { admitSome } from '../../db/queries/audience-count.ts';
import { type FieldValueRow, fieldValues, hasValues } from '../../db/queries/field-values.ts';
import { fold, joinWords } from '../../lib/text.ts';
import type { Ctx } from '../context.ts';
import type { Field } from '../fields/field.ts';
import { countryName } from '../places/countries.ts';
import { regionCountries } from '../places/regions.ts';
import { brandSubtree } from './brand-tree.ts';
import { compileFilter } from './compile-filter.ts';
import { lowerFirst } from './describe-clause.ts';
import { clausesOf, type Filter } from './filter.ts';
import type { FilterScope } from './filter-scope.ts';
import { nearestWords } from './nearest-words.ts';

const WORDY = new Set(['text', 'choice', 'brand', 'place']);

/** Names in a filter that nothing in the data has, with the nearest ones that something has. */
export async function notesOnNames(
  ctx: Ctx,
  { filter, scope }: { filter: Filter; scope: FilterScope },
): Promise<string[]> {
  const asked = await unmet(ctx, { asked: namesAsked(filter, scope.fields), scope });
  if (asked.length === 0) return [];
  const known = await knownNames(ctx, { fields: asked.map(({ field }) => field), scope });
  return asked.flatMap(({ field, name }) => {
    const names = known.get(field.key);
    if (field.key === 'segment')
      return scope.segments.some(({ id }) => id === name) ? [] : ['A segment that it names is not there.'];
    if (field.key === 'region') return regionCountries(name) ? [] : [`No region is called “${name}”.`];
    if (!names || isKnown({ field, name }, { names, scope })) return [];
    const nearest = nearestWords(name, names);
    const say = field.key === 'country' ? (code: string) => countryName(code) : (word: string) => word;
    const hint = nearest.length > 0 ? ` Nearest: ${joinWords(nearest.map(say), 'or')}.` : '';
    return [`No customer has the ${lowerFirst(field.label)} “${say(name)}”.${hint}`];
  });
}

type Asked = { field: Field; name: string };

function namesAsked(filter: Filter, fields: readonly Field[]): Asked[] {
  return clausesOf(filter).flatMap(({ clause }) => {
    const field = fields.find(({ key }) => key === clause.field)!;
    if (clause.op !== 'in' || !WORDY.has(field.kind)) return [];
    return clause.values.map((value) => ({ field, name: String(value) }));
  });
}

/** Those that no customer has, and those that are not the data's. What somebody has need not be looked for among all. */
async function unmet(ctx: Ctx, { asked, scope }: { asked: Asked[]; scope: FilterScope }): Promise<Asked[]> {
  const inData = asked.filter(({ field }) => hasValues(field) && field.key !== 'owner');
  if (inData.length === 0) return asked;
  const conditions = inData.map(({ field, name }) =>
    compileFilter({ op: 'in', field: field.key, values: [name] }, scope),
  );
  const { rows } = await ctx.tx.execute<{ some: boolean[] }>(admitSome(conditions));
  const met = new Set(inData.filter((_one, at) => rows[0]!.some[at]));
  return asked.filter((one) => !met.has(one));
}

/** Names are given as the data has them, by a brand's alias or by a person's id. */
function isKnown(
  { field, name }: Asked,
  { names, scope }: { names: readonly string[]; scope: FilterScope },
): boolean {
  if (field.key === 'brand') return brandSubtree(scope.brands, [name]).length > 0;
  if (field.key === 'owner' && scope.people.some(({ id }) => id === name)) return true;
  if (field.key === 'locale' && names.some((other) => fold(other.split('-')[0]!) === fold(name))) return true;
  return names.some((other) => fold(other) === fold(name));
}

type Wanted = { fields: readonly Field[]; scope: FilterScope };

async function knownNames(ctx: Ctx, { fields, scope }: Wanted): Promise<Map<string, string[]>> {
  const known = new Map([
    ['brand', scope.brands.map(({ name }) => name)],
    ['owner', scope.people.map(({ name }) => name)],
  ]);
  const listed = [...new Set(fields)].filter((field) => hasValues(field) && !known.has(field.key));
  if (listed.length === 0) return known;
  const { rows } = await ctx.tx.execute<FieldValueRow>(fieldValues(listed));
  for (const { key } of listed) known.set(key, []);
  for (const { key, value } of rows) known.get(key)!.push(value);
  return known;
}
