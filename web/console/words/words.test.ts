import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { th, thOfData } from './data/thai.ts';
import { t } from './t.ts';

const ROOT = join(import.meta.dirname, '../..');
const files = globSync(['console/**/*.{ts,tsx}', 'widget/panel/**/*.{ts,tsx}'], { cwd: ROOT }).filter(
  (file) => !file.endsWith('.test.ts') && !file.startsWith('console/words/data/'),
);

type Node = { type: string; start: number; [key: string]: unknown };
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Every node below, itself first; what `enter` turns down is not gone into. */
function walk(node: Node, enter: (node: Node) => boolean): void {
  if (!enter(node)) return;
  for (const value of Object.values(node))
    for (const one of Array.isArray(value) ? value : [value]) if (isNode(one)) walk(one, enter);
}

const read = (file: string): { text: string; program: Node } => {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const { program } = parseSync(file, text, { lang: file.endsWith('x') ? 'tsx' : 'ts' });
  return { text, program: program as unknown as Node };
};

const nameOf = (node: unknown): string => (isNode(node) && typeof node.name === 'string' ? node.name : '');
const isSaying = (node: Node): boolean =>
  node.type === 'CallExpression' && ['t', 'rich'].includes(nameOf(node.callee));
const hasWords = (text: unknown): text is string => typeof text === 'string' && /\p{L}{2}/u.test(text);

/** What is heard or seen; the others of JSX are classes, addresses and the like. */
const VISIBLE = new Set(['aria-label', 'alt', 'hint', 'label', 'placeholder', 'term', 'title', 'words']);
/** Names of products and formats, and what is typed as it stands: the same in every language. */
const NAMES =
  /^(Refrain|npx refrain sign-in|npx refrain rotate-keys|https:\/\/|LINE|SMS|WhatsApp|CSV|XLSX|JSON|English|% )$/;

/** The texts that people see or hear, and that stand in the file itself. */
function bareTexts(program: Node): string[] {
  const found: string[] = [];
  const add = (text: unknown) => {
    if (hasWords(text) && !NAMES.test(text.trim())) found.push(text.trim());
  };
  const addBranches = (node: unknown): void => {
    if (!isNode(node)) return;
    if (node.type === 'Literal') add(node.value);
    if (node.type === 'TemplateLiteral')
      for (const quasi of node.quasis as { value: { cooked: string } }[]) add(quasi.value.cooked);
    for (const branch of ['consequent', 'alternate', 'right']) addBranches(node[branch]);
  };
  walk(program, (node) => {
    if (isSaying(node) || node.type.startsWith('TSType')) return false;
    if (node.type === 'JSXText') add(node.value);
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      for (const child of node.children as Node[])
        if (child.type === 'JSXExpressionContainer') addBranches(child.expression);
    if (node.type === 'JSXAttribute' && VISIBLE.has(nameOf(node.name))) {
      const { value } = node;
      addBranches(isNode(value) && value.type === 'JSXExpressionContainer' ? value.expression : value);
    }
    // Elsewhere: whatever reads like a sentence.
    if (node.type === 'Literal' && typeof node.value === 'string' && /^\p{Lu}\p{Ll}+ \p{L}/u.test(node.value))
      add(node.value);
    return node.type !== 'ImportDeclaration';
  });
  return found;
}

/** The sentences that a file says. */
function saidIn(program: Node): string[] {
  const said: string[] = [];
  const take = (node: unknown): void => {
    if (!isNode(node)) return;
    if (node.type === 'Literal') said.push(String(node.value));
    take(node.consequent);
    take(node.alternate);
  };
  walk(program, (node) => {
    if (isSaying(node)) take((node.arguments as unknown[])[0]);
    return true;
  });
  return said;
}

const slotsOf = (sentence: string): string[] =>
  [...new Set([...sentence.matchAll(/\{([^}|]+)/g)].map(([, name]) => name!))].sort();

describe('the words of the page', () => {
  it('stand in the dictionary, not in the components', () => {
    expect(files.length).toBeGreaterThan(100);
    const bare = files.flatMap((file) => bareTexts(read(file).program).map((text) => `${file}: ${text}`));
    expect(bare).toEqual([]);
  });

  it('would be found in a component, in a text, an attribute or a branch', () => {
    const forged = `const X = () => <p title="Look here">Hello {isNew ? 'you there' : t('old')}</p>;
      const words = 'Something went wrong';`;
    const { program } = parseSync('x.tsx', forged, { lang: 'tsx' });
    expect(new Set(bareTexts(program as unknown as Node))).toEqual(
      new Set(['Look here', 'Hello', 'you there', 'Something went wrong']),
    );
  });

  it('are each said somewhere, and none is said that has no Thai', () => {
    const said = new Set(files.flatMap((file) => saidIn(read(file).program)));
    expect([...said].filter((sentence) => !(sentence in th))).toEqual([]);
    expect(Object.keys(th).filter((sentence) => !said.has(sentence))).toEqual([]);
  });

  it('are Thai in Thai, with the same places to fill', () => {
    for (const [sentence, thai] of Object.entries({ ...thOfData, ...th })) {
      expect([sentence, slotsOf(thai)]).toEqual([sentence, slotsOf(sentence)]);
      const isSame = thai === sentence;
      expect([sentence, /[\u0E00-\u0E7F]/.test(thai) || isSame]).toEqual([sentence, true]);
    }
    const same = Object.entries(th).filter(([sentence, thai]) => sentence === thai);
    expect(same.map(([sentence]) => sentence)).toEqual([
      '{label} · Refrain',
      'Ctrl + Enter',
      '{n} kB',
      '{size} MB',
    ]);
  });

  it('say one and many, and write numbers', () => {
    expect(t('{n} {n|customer|customers}', { n: 1 })).toBe('1 customer');
    expect(t('{n} {n|customer|customers}', { n: 1234 })).toMatch(/^1.234 customers$/);
  });
});
