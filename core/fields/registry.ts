import { fields } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import type { TenantSettings } from '../tenants/settings.ts';
import { BUILT_IN_FIELDS } from './built-in.ts';
import { type Field, fieldSchema } from './field.ts';

// Nothing else is asked as often: a turn of the chat asks for them fourteen times.
const readIn = new WeakMap<Ctx['tx'], Promise<readonly Field[]>>();

/** All fields of the tenant: the built-in ones that its trade has, in its own words, then its own; read once in a transaction. */
export async function readFields(ctx: Ctx): Promise<Field[]> {
  const reading = readIn.get(ctx.tx) ?? read(ctx);
  readIn.set(ctx.tx, reading);
  return [...(await reading)];
}

async function read(ctx: Ctx): Promise<readonly Field[]> {
  const rows = await ctx.tx.select().from(fields).orderBy(fields.createdAt, fields.key);
  const own = rows.map(({ definition }): Field => ({ ...fieldSchema.parse(definition), isBuiltIn: false }));
  return [...builtInFields(ctx.tenant.settings), ...own];
}

/** The built-in fields in a tenant's own words for one part of a customer, with its own business types. */
export const builtInFields = ({
  unit,
  types,
  withoutFields = [],
}: Pick<TenantSettings, 'unit' | 'types'> & { withoutFields?: readonly string[] }): Field[] =>
  BUILT_IN_FIELDS.filter(({ key }) => !withoutFields.includes(key)).map((field) => {
    if (field.key === 'type') return { ...field, values: types };
    const words = unitWords(field.key, unit);
    if (!words) return field;
    const english = [...new Set([...words.synonyms, ...(field.synonyms.en ?? [])])];
    const columns = [...field.columns, ...(words.columns ?? [])];
    return { ...field, label: words.label, synonyms: { ...field.synonyms, en: english }, columns };
  });

type UnitWords = { label: string; synonyms: string[]; columns?: string[] };

function unitWords(key: string, { one, many }: TenantSettings['unit']): UnitWords | null {
  if (key === 'unit_count')
    return {
      label: `Number of ${many}`,
      synonyms: [many, `number of ${many}`],
      columns: [many, `${one} count`],
    };
  if (key === 'unit_name')
    return { label: `Name of a ${one}`, synonyms: [one, `${one} called`], columns: [`${one} names`] };
  if (key === 'unit_price')
    return {
      label: `Price per ${one} and year`,
      synonyms: [`price per ${one}`, `price per ${one} and year`],
      columns: [`price per ${one}`, `annual price per ${one}`, `price per ${one} and year`],
    };
  return null;
}

/**
 * Declares a field of the tenant's own, or changes the words of one it has. `input:invalid` for a bad definition, a
 * built-in key, or another kind than the field already has: the values that are stored would no longer fit.
 */
export async function addField(ctx: Ctx, input: unknown): Promise<Field> {
  demand(ctx.actor, 'administer');
  const parsed = fieldSchema.safeParse(input);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    throw new AppError('input:invalid', `The field cannot be declared: ${path.join('.')} ${message}.`, {
      where: { path: path.join('.') },
    });
  }
  const field: Field = { ...parsed.data, isBuiltIn: false };
  const present = (await readFields(ctx)).find((known) => known.key === field.key);
  if (present && (present.isBuiltIn || present.kind !== field.kind)) throw alreadyThere(present);
  await ctx.tx
    .insert(fields)
    .values({ tenantId: ctx.tenant.id, key: field.key, definition: parsed.data })
    .onConflictDoUpdate({ target: [fields.tenantId, fields.key], set: { definition: parsed.data } });
  readIn.delete(ctx.tx);
  await recordAudit(ctx, { action: 'field.add', subject: field.key, data: { kind: field.kind } });
  return field;
}

const alreadyThere = ({ key, kind, isBuiltIn }: Field): AppError =>
  new AppError(
    'input:invalid',
    `There is already a field ${key} (${kind}${isBuiltIn ? ', built in' : ''}).`,
    {
      nextStep: 'Choose another key, or keep its kind and change its words.',
      where: { key },
    },
  );
