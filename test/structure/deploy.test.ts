// The files that others deploy and watch with name things of ours; here is whether those things exist.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../cli/commands/index.ts';
import { configSchema } from '../../lib/config.ts';
import { createMetrics } from '../../lib/metrics.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

describe('alert rules and the dashboard', () => {
  it.each(['deploy/prometheus/alerts.yml', 'deploy/grafana/refrain.json'])(
    'name only what a process counts: %s',
    async (path) => {
      const metrics = createMetrics();
      metrics.watch(async () => []);
      const known = (await metrics.registry.getMetricsAsJSON()).map(({ name }) => name);
      const named = read(path).match(/\b(refrain|nodejs|process)_[a-z0-9_]+/g) ?? [];
      const unknown = named.filter((name) => !known.includes(name.replace(/_(bucket|count|sum)$/, '')));
      expect(named.length).toBeGreaterThan(5);
      expect(unknown).toEqual([]);
    },
  );
});

describe('what the pages say to type', () => {
  const PAGES = [
    'README.md',
    'SECURITY.md',
    ...readdirSync(join(ROOT, 'docs')).map((file) => `docs/${file}`),
  ];
  const text = PAGES.filter((file) => file.endsWith('.md'))
    .map(read)
    .join('\n');
  const typed = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name!))];

  it('are commands and scripts that there are', () => {
    const commands = typed(/npx refrain ([a-z][a-z-]+)/g);
    expect(commands.length).toBeGreaterThan(10);
    expect(commands.filter((name) => !COMMANDS.some((one) => one.name === name))).toEqual([]);
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(typed(/npm run ([a-z:]+)/g).filter((name) => !(name in scripts))).toEqual([]);
    const benches = readdirSync(join(ROOT, 'bench')).filter((file) => file.endsWith('.ts'));
    expect(typed(/npm run bench -- ([a-z]+)/g).filter((name) => !benches.includes(`${name}.ts`))).toEqual([]);
  });

  it('lead to pages and files that there are', () => {
    const broken = PAGES.filter((file) => file.endsWith('.md')).flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
        .map(([, target]) => join(ROOT, dirname(file), target!))
        .filter((target) => !existsSync(target)),
    );
    expect(broken).toEqual([]);
  });
});

describe('what deploys it', () => {
  const OTHERS = ['POSTGRES_USER', 'POSTGRES_PASSWORD', 'POSTGRES_DB', 'NODE_EXTRA_CA_CERTS', 'NODE_ENV'];
  it.each([
    ['compose.yaml', /\b[A-Z]+(?:_[A-Z]+)+\b(?=:)/g],
    ['deploy/helm/templates/_process.tpl', /(?<=name: )[A-Z]+(?:_[A-Z]+)+/g],
    ['deploy/helm/values.yaml', /\b[A-Z]+(?:_[A-Z]+)+\b/g],
    ['deploy/terraform/aws/main.tf', /(?<=name = ")[A-Z]+(?:_[A-Z]+)+/g],
  ])('sets only settings that there are: %s', (path, setting) => {
    const named = read(path).match(setting) ?? [];
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((name) => !(name in configSchema.shape) && !OTHERS.includes(name))).toEqual([]);
  });
});
