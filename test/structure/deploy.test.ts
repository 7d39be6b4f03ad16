// The files that others deploy and watch with name things of ours; here is whether those things exist.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configSchema } from '../../lib/config.ts';
import { createMetrics } from '../../lib/metrics.ts';

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');

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
