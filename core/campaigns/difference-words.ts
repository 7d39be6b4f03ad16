// What one version of a campaign says otherwise than another, in lines that anybody can read.
import { describeFilter } from '../audience/describe-filter.ts';
import { filterSchema } from '../audience/filter.ts';
import { readFilterScope } from '../audience/filter-scope.ts';
import { BUILT_IN, type TextSaid } from '../content/writing/text-versions.ts';
import type { Ctx } from '../context.ts';
import type { Difference } from './versions.ts';

const FIELDS: Readonly<Record<string, string>> = {
  filter: 'Audience',
  topic: 'What it is about',
  wording: 'Own words',
  groups: 'Words for a group',
  hide: 'Left out of the letters',
  address: 'Form of address',
  schedule: 'When',
};

/** A line for each field: as it was, and as it is. */
export async function differenceWords(ctx: Ctx, differences: readonly Difference[]): Promise<string[]> {
  const lines: string[] = [];
  for (const { field, before, after } of differences) {
    if (field === 'messages') {
      lines.push(...messageLines(before as TextSaid[], after as TextSaid[]));
      continue;
    }
    const [was, is] = [await wordsOf(ctx, before, field), await wordsOf(ctx, after, field)];
    lines.push(`${FIELDS[field] ?? labelOf(field)}: ${was || NOTHING} → ${is || NOTHING}`);
  }
  return lines;
}
const NOTHING = 'nothing';

/** Both sides have the same readers, in the same order. */
const messageLines = (before: readonly TextSaid[], after: readonly TextSaid[]): string[] =>
  after.map((one, at) => `Message to ${one.to} (${one.channel}): ${saidIn(before[at]!)} → ${saidIn(one)}`);

const saidIn = ({ subject, text }: TextSaid): string =>
  [subject && `“${shorten(subject)}”`, text === BUILT_IN ? text : `“${shorten(text)}”`]
    .filter(Boolean)
    .join(', ');

async function wordsOf(ctx: Ctx, value: unknown, key: string): Promise<string> {
  if (value === null || value === undefined) return '';
  if (key === 'filter') {
    const filter = filterSchema.parse(value);
    return describeFilter(filter, await readFilterScope(ctx, filter));
  }
  if (Array.isArray(value)) return joined(value.map((one) => ['', one]));
  if (typeof value === 'object') return joined(Object.entries(value));
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' && /\s/.test(value) ? `“${shorten(value)}”` : String(value);

  async function joined(parts: [string, unknown][]): Promise<string> {
    const said: string[] = [];
    for (const [name, one] of parts) {
      const words = await wordsOf(ctx, one, name);
      if (words) said.push(name && name !== 'filter' ? `${labelOf(name).toLowerCase()} ${words}` : words);
    }
    return said.join(Array.isArray(value) ? '; ' : ', ');
  }
}

const labelOf = (key: string): string => {
  const words = key.replace(/[A-Z]/g, (sign) => ` ${sign.toLowerCase()}`).replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const shorten = (text: string): string => (text.length > 300 ? `${text.slice(0, 299)}…` : text);
