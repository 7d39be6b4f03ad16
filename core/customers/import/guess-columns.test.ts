import { expect, it } from 'vitest';
import { builtInFields } from '../../fields/registry.ts';
import { tenantSettings } from '../../tenants/settings.ts';
import { guessColumns } from './guess-columns.ts';

const fields = builtInFields(tenantSettings.parse({}));

it.each([
  ['Music zones', ['Lobby, Bar', 'Spa', 'n/a'], 'unit_name'],
  ['Zones', ['Lobby', '2 lounges and a bar'], 'unit_name'],
  ['Zones', ['3', '12 zones', ''], 'unit_count'],
  ['Contract until', ['31.12.2026'], 'contract_end'],
])('a column "%s" of %j is %s', (label, samples, key) => {
  const [guess] = guessColumns({ columns: [{ label, samples }], fields, brands: [], remembered: new Map() });
  expect(guess?.column).toEqual({ kind: 'field', key });
});
