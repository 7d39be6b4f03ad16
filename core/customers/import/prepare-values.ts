import { fold } from '../../../lib/text.ts';
import type { Field } from '../../fields/field.ts';
import { SURE_ENOUGH } from '../../places/infer-place.ts';
import { inferLanguage } from '../../places/languages.ts';
import { type BrandMatch, findBrand } from './match-brand.ts';
import { readChoice } from './prepare-choice.ts';
import { takePlace } from './prepare-place.ts';
import { flag, type Work } from './prepare-work.ts';
import type { PreparedValues } from './prepared.ts';
import { readDate, readLanguage, readNumber, readYesNo } from './read-values.ts';

/** The reason of a value that was typed with a question mark, with what was typed. */
export const UNCERTAIN = /^"(.*)", with a question mark$/s;

/** `mayInfer` is false where the name is not the customer's ("Formerly …"). */
export function prepareValues(
  input: Pick<Work, 'record' | 'cells' | 'context'> & { mayInfer: boolean },
): Pick<Work, 'values' | 'inferred' | 'issues'> {
  const work: Work = { ...input, values: empty(), inferred: {}, issues: [] };
  const match = input.mayInfer ? input.context.matchBrand(input.record.name) : null;
  takeBrand(work, match);
  takeType(work);
  takePlace(work, input.mayInfer ? (match?.words ?? []) : null);
  takeLanguage(work, input.mayInfer);
  takePlain(work);
  for (const field of input.context.fields) if (!field.isBuiltIn) takeAttribute(work, field);
  return { values: work.values, inferred: work.inferred, issues: work.issues };
}

const empty = (): PreparedValues => ({
  brandId: null,
  type: null,
  city: null,
  country: null,
  timeZone: null,
  locale: null,
  tier: null,
  ownerId: null,
  tags: null,
  notes: null,
  attributes: {},
});

function takeBrand(work: Work, match: BrandMatch | null): void {
  const cell = work.cells.get('brand');
  const said = cell && findBrand(work.context.brands, cell.value);
  if (cell && !said) flag(work, 'unknown_brand', `Nobody knows the brand "${cell.value}".`, cell.line);
  if (said) work.values.brandId = said.id;
  else if (match) {
    work.values.brandId = match.brand.id;
    work.inferred.brand = { reason: match.reason, confidence: match.confidence };
    if (match.others.length > 0) {
      const names = [match.brand.name, ...match.others].join(', ');
      flag(work, 'several_brands', `The name has several brands: ${names}; ${match.brand.name} was taken.`);
    }
  }
}

function takeType(work: Work): void {
  const cell = work.cells.get('type');
  const field = work.context.fields.find(({ key }) => key === 'type');
  if (!field) return;
  if (!cell) {
    flag(work, 'missing_type', 'The business type is not known.');
    return;
  }
  const read = readChoice(cell.value, field, work.context.fields);
  if (read.kind === 'other_field') {
    flag(work, 'type_is_other', `"${read.value}" is ${read.label}, not a business type.`, cell.line);
    return;
  }
  work.values.type = read.value;
  if (read.kind === 'unknown') {
    flag(work, 'unknown_type', `Nobody knows the business type "${read.value}".`, cell.line);
  } else if (!read.isCertain) {
    work.inferred.type = { reason: `"${cell.value}", with a question mark`, confidence: 0.6 };
    flag(work, 'uncertain_type', `The business type is "${cell.value}".`, cell.line);
  }
}

function takeLanguage(work: Work, mayInfer: boolean): void {
  const { cells, values, inferred, record } = work;
  const cell = cells.get('locale');
  values.locale = cell ? readLanguage(cell.value) : null;
  if (cell && !values.locale)
    flag(work, 'unknown_language', `"${cell.value}" is no language that is known.`, cell.line);
  if (cell || !mayInfer) return;
  const placeConfidence = inferred.country?.confidence ?? 1;
  const found = inferLanguage(record.name, { country: values.country, placeConfidence });
  if (!found || found.confidence < SURE_ENOUGH) return;
  values.locale = found.language;
  inferred.locale = { reason: found.reason, confidence: found.confidence };
}

function takePlain(work: Work): void {
  const { cells, values, context, record } = work;
  values.tier = cells.get('tier')?.value ?? null;
  const tags = cells
    .get('tag')
    ?.value.split(/[,;|]/)
    .map((tag) => tag.trim());
  values.tags = tags ? [...new Set(tags.filter(Boolean))] : null;
  const owner = cells.get('owner');
  const user =
    owner &&
    context.users.find((one) => [one.name, one.email].some((word) => fold(word) === fold(owner.value)));
  values.ownerId = user?.id ?? null;
  if (owner && !user) flag(work, 'unknown_owner', `Nobody here is called "${owner.value}".`, owner.line);
  values.notes = record.notes.length > 0 ? record.notes.join('\n') : null;
}

function takeAttribute(work: Work, field: Field): void {
  const cell = work.cells.get(field.key);
  if (!cell) return;
  const read = readAttribute(cell.value, field, work.context.fields);
  if (read.value !== null) work.values.attributes[field.key] = read.value;
  if (read.problem) flag(work, 'unknown_value', `${field.label}: ${read.problem}.`, cell.line);
}

function readAttribute(
  text: string,
  field: Field,
  all: readonly Field[],
): { value: string | number | boolean | null; problem?: string } {
  if (field.kind === 'choice') {
    const read = readChoice(text, field, all);
    return read.kind === 'value'
      ? { value: read.value }
      : { value: text, problem: `nobody knows the value "${text}"` };
  }
  if (field.kind === 'yesno') {
    const answer = readYesNo(text);
    return answer === null ? { value: null, problem: `"${text}" is neither yes nor no` } : { value: answer };
  }
  if (field.kind !== 'number' && field.kind !== 'date') return { value: text };
  const read = field.kind === 'number' ? readNumber(text) : readDate(text);
  return 'problem' in read ? { value: null, problem: read.problem } : { value: read.value };
}
