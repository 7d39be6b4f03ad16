// Every finding that a message can have: provoked, read, repaired, and gone. What the code can say and no row provokes fails.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { escapePattern } from '../../../lib/text.ts';
import { findingsOf, press } from '../../../test/finding-kit.ts';
import { ROWS } from '../../../test/finding-rows.ts';
import { KEPT } from '../../../test/finding-rows-kept.ts';

const HOLE = '\u0000';
const SENTENCE = /^[\p{Lu}…](?=.*\p{L}{2}).*\s.*\s.*[.”…]$/su;
/** Said beside the messages, of none of them. */
const NOTES = [/^Nobody who is written to is/];
/** Said of what a spam filter answers: provoked in `spam/spam-words.test.ts`. */
const OF_FILTER = 'spam/';

/** Said of what a database knows: provoked and mended in `catalogue-kept.test.ts`. */
const OF_KEPT = ['links/judge-links.ts', 'message-templates/carry-by-template.ts', 'writing/written-text.ts'];
/** What that is made of, and a template that may not be cut, which `message-templates.test.ts` provokes. */
const MADE = [/::timestamptz/, /is null and/, /^\0: \0/, /may not be cut/, /^Take the full length again/];

describe('a finding', () => {
  it.each(ROWS.map((row) => [row.found.source, row] as const))('%s', (_, { found, given, mended }) => {
    const before = findingsOf(given);
    const finding = before.find(({ message }) => found.test(message));
    expect(before.map(({ message }) => message)).toContainEqual(expect.stringMatching(found));
    const { message, repair } = finding!;
    expect(message).toMatch(/^\P{Ll}.*[.”]$/su);
    expect(repair.length).toBeGreaterThan(5);
    const after = findingsOf(mended ?? press(given, finding!));
    expect(after.filter((one) => found.test(one.message))).toEqual([]);
    expect(after.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('what the checks can say', () => {
  const folder = join(import.meta.dirname, '..');
  const said = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith(OF_FILTER))
    .map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const)
    .filter(([, source]) => /\bFinding\b/.test(source) && /\brepair\b/.test(source))
    .flatMap(([file, source]) => sentencesIn(source).map((sentence) => [file, sentence] as const))
    .filter(([, sentence]) => ![...NOTES, ...MADE].some((one) => one.test(sentence)));
  let shown: string[] = [];
  beforeAll(() => {
    const all = ROWS.flatMap(({ given }) => findingsOf(given));
    shown = all.flatMap(({ message, repair }) => [message, repair]);
  });

  it('is read from the code', () => {
    expect(said.length).toBeGreaterThan(80);
  });

  it.each(said)('%s: %s', (file, sentence) => {
    if (OF_KEPT.includes(file)) {
      const asSaid = sentence.replaceAll(HOLE, 'whatsapp').replace(/: whatsapp$/, ': save 15% now');
      const rows = Object.values(KEPT).flatMap(({ found, repair }) => [found, repair]);
      return expect(rows.some((one) => one.test(asSaid))).toBe(true);
    }
    const form = new RegExp(`^${sentence.split(HOLE).map(escapePattern).join('[^]*')}$`);
    return expect(shown.filter((one) => form.test(one))).not.toEqual([]);
  });
});

/** Whole sentences that the code has as texts, with a hole where something is put in. */
function sentencesIn(source: string): string[] {
  const found: string[] = [];
  const { program } = parseSync('source.ts', source);
  const look = (node: unknown): void => {
    if (!node || typeof node !== 'object') return;
    const { type, value, quasis } = node as {
      type?: string;
      value?: unknown;
      quasis?: { value: { cooked: string } }[];
    };
    const parts = type === 'TemplateLiteral' ? quasis!.map((one) => one.value.cooked) : [value];
    const text = parts.join(HOLE);
    if (typeof parts[0] === 'string' && SENTENCE.test(text.replaceAll(HOLE, '…'))) found.push(text);
    else Object.values(node).forEach(look);
  };
  look(program);
  return found;
}
