import { expect, it } from 'vitest';
import { type Row, sorted, toCsv } from './audience-columns.ts';

const row = (name: string, more: Partial<Row> = {}): Row => ({
  ...{ id: name, name, brand: null, city: null, country: null, contractEnd: null, units: null },
  ...{ because: 'city is Phuket', recipients: 0, unreachable: null, ...more },
});

it('sorts by a column, by name within it, and puts what is not known last', () => {
  const rows = [row('C', { units: 10 }), row('B'), row('A', { units: 9 }), row('D', { units: 9 })];
  const names = (isDown: boolean) => sorted(rows, { by: 'units', isDown }).map(({ name }) => name);
  expect(names(false)).toEqual(['A', 'D', 'C', 'B']);
  expect(names(true)).toEqual(['B', 'C', 'A', 'D']);
});

it('writes a table that no program takes for formulas', () => {
  const csv = toCsv(
    [row('=HYPERLINK("https://evil.example.com")'), row('Bar "One", Phuket')],
    ['recipients'],
  );
  expect(csv.split('\r\n')).toEqual([
    '"Customer","Recipients"',
    `"'=HYPERLINK(""https://evil.example.com"")","0"`,
    '"Bar ""One"", Phuket","0"',
  ]);
});
