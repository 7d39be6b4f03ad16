import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const OURS = [
  'agent',
  'bench',
  'channels',
  'cli',
  'core',
  'db',
  'evals',
  'jobs',
  'lib',
  'prompts',
  'routes',
  'scripts',
  'test',
  'tools',
  'web',
];

const CONTRACTS = ['', 'surface-', 'mailbox-', 'template-'].map((of) => `channels/${of}contract.ts`);

/** Who may import whom: values of the first list, and types only of the second. Others may import anything. */
const RULES: Record<string, { values: string[]; types: string[] }> = {
  lib: { values: [], types: [] },
  prompts: { values: ['lib'], types: [] },
  db: { values: ['lib'], types: [] },
  // The seed is data and the calls into core that load it; nothing of db imports it.
  'db/seed': { values: ['lib', 'db', 'core'], types: ['channels/contract.ts'] },
  core: { values: ['lib', 'db'], types: CONTRACTS },
  channels: { values: ['lib'], types: ['core/parts.ts'] },
  tools: { values: ['lib', 'core'], types: [] },
  agent: { values: ['lib', 'prompts', 'tools'], types: ['core'] },
  routes: { values: ['lib', 'core'], types: ['channels'] },
  jobs: { values: ['lib', 'core'], types: [] },
  evals: { values: ['lib', 'core', 'prompts', 'tools', 'agent', 'test'], types: [] },
  cli: { values: ['lib', 'wire.ts', 'offline.ts', 'evals'], types: ['core'] },
};

type Import = { file: string; area: string; target: string; isType: boolean };

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !/(^|\/)(node_modules|dist)\//.test(file));
}

const isTest = (file: string) => /\.(test|suite)\.tsx?$/.test(file);

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(
    /^(?:import|export)\s+(type\s+)?(?:([^'"=();]*?)\s+from\s+)?['"](\.[^'"]+)['"]/gm,
  );
  return [...found].map(([, typeWord, names = '', path]) => ({
    file,
    area: file.startsWith('db/seed/') ? 'db/seed' : file.split('/')[0]!,
    target: relative(root, join(root, dirname(file), path!)),
    isType: Boolean(typeWord) || onlyTypes(names),
  }));
}

const onlyTypes = (names: string) =>
  /^\{[^}]+\}$/.test(names.trim()) &&
  names
    .replace(/[{}\s]*$/, '')
    .replace(/^\s*\{/, '')
    .split(',')
    .filter((name) => name.trim())
    .every((name) => /^\s*type\s/.test(name));

const isAllowed = ({ area, target, isType }: Import): boolean => {
  const rule = RULES[area];
  if (area === 'db' && target.startsWith('db/seed/')) return false;
  if (!rule || target.startsWith(`${area}/`)) return true;
  const within = (place: string) => target === place || target.startsWith(`${place}/`);
  return rule.values.some(within) || (isType && rule.types.some(within));
};

const files = OURS.flatMap((folder) => {
  try {
    return sourceFiles(folder);
  } catch {
    return [];
  }
});

describe('the map of who may import whom', () => {
  it('holds for every import of the product', () => {
    const broken = files
      .filter((file) => !isTest(file))
      .flatMap(importsOf)
      .filter((found) => !isAllowed(found));
    expect(broken.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });

  it('keeps every decision of a person out of the reach of tools and minds', () => {
    const decisions =
      /core\/(approval\/(decide|redeem)|replies\/(confirm-|desk\/(answer-reply|confirm-))|customers\/(changes\/(decide|apply|undo)|merge\/|decide-))/;
    const deciding = files.filter((file) => decisions.test(file) && !isTest(file));
    expect(deciding.length).toBeGreaterThan(5);
    const reaching = files
      .filter((file) => /^(tools|agent)\//.test(file))
      .flatMap(importsOf)
      .filter(({ target }) => decisions.test(target));
    expect(reaching).toEqual([]);
  });

  it('lets nobody import server.ts', () => {
    const importers = files.flatMap(importsOf).filter(({ target }) => target === 'server.ts');
    expect(importers).toEqual([]);
  });

  it('would notice a forbidden import', () => {
    const forged: Import = {
      file: 'core/x.ts',
      area: 'core',
      target: 'channels/email/smtp.ts',
      isType: false,
    };
    expect(isAllowed(forged)).toBe(false);
    expect(isAllowed({ ...forged, target: 'channels/contract.ts', isType: true })).toBe(true);
    expect(isAllowed({ ...forged, target: 'channels/contract.ts' })).toBe(false);
  });
});

describe('a file', () => {
  const EXEMPT = /(^|\/)(migrations|cases|samples|data|seed|baseline|templates)\//;

  it('stays under 300 lines', () => {
    const long = files
      .filter((file) => !EXEMPT.test(file))
      .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 300);
    expect(long).toEqual([]);
  });

  it('mocks no module and reads the environment only in lib/config.ts', () => {
    const MOCK = new RegExp(['vi', 'mock\\('].join('\\.'));
    const ENV = new RegExp(['process', 'env'].join('\\.'));
    const mocks = files.filter((file) => MOCK.test(readFileSync(join(root, file), 'utf8')));
    const readers = files.filter(
      (file) =>
        !/^(test|scripts|bench)\//.test(file) &&
        !isTest(file) &&
        ENV.test(readFileSync(join(root, file), 'utf8')),
    );
    expect({ mocks, readers }).toEqual({ mocks: [], readers: ['lib/config.ts'] });
  });
});
