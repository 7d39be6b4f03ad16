import { describe, expect, it } from 'vitest';
import { makeWorkbook, makeZip } from '../../../test/workbook.ts';
import { builtInFields } from '../../fields/registry.ts';
import { tenantSettings } from '../../tenants/settings.ts';
import { sourceOf } from './import-source.ts';
import { demandNames, openFile, readRecords } from './open-file.ts';
import type { RawRecord } from './raw-record.ts';

const fields = builtInFields(tenantSettings.parse({}));

async function read(data: string | Uint8Array, name: string): Promise<RawRecord[]> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  const file = await openFile(sourceOf({ name, bytes }), { fields, brands: [], mappings: new Map() });
  demandNames(file);
  const records: RawRecord[] = [];
  for await (const record of readRecords(file, { fields })) records.push(record);
  return records;
}
const refused = (data: string | Uint8Array, name: string) =>
  read(data, name).then(
    () => null,
    (error: unknown) => error,
  );
const told = ({ name, line, fields: cells, contacts }: RawRecord) => ({
  name,
  line,
  cells: Object.fromEntries(cells.map(({ label, value }) => [label, value])),
  people: contacts.map((person) => [person.title, person.name, ...person.details.map(({ value }) => value)]),
});

const SITE = {
  name: 'Oak Inn',
  address: { city: 'Lyon', country: 'France' },
  zones: ['Bar', 'Lobby'],
  contacts: [{ name: 'Kim Example', role: 'General Manager', email: 'kim@example.com' }],
};

describe('JSON', () => {
  it.each([
    ['a list', JSON.stringify([SITE, { name: 'Elm Inn' }])],
    ['a list over lines', JSON.stringify([SITE, { name: 'Elm Inn' }], null, 2)],
    ['an object that holds one', JSON.stringify({ version: 1, customers: [SITE, { name: 'Elm Inn' }] })],
    ['one object a line', `${JSON.stringify(SITE)}\n${JSON.stringify({ name: 'Elm Inn' })}\n`],
  ])('is read as %s, with inner objects, lists and people', async (_, text) => {
    const [oak, elm, ...rest] = (await read(text, 'sites.json')).map(told);
    expect(rest).toEqual([]);
    expect(oak).toMatchObject({
      name: 'Oak Inn',
      cells: { 'address city': 'Lyon', 'address country': 'France', zones: 'Bar, Lobby' },
      people: [['General Manager', 'Kim Example', 'kim@example.com']],
    });
    expect(elm?.name).toBe('Elm Inn');
  });

  it('keeps what a database could not: the letter zero and half of one', async () => {
    const text = String.raw`[{"name": "Oak\u0000Inn", "ci\u0000ty": "\ud800", "zones": ["a\u0000"]}]`;
    const [oak] = (await read(text, 'a.json')).map(told);
    expect(oak).toMatchObject({ name: 'Oak\uFFFDInn', cells: { 'ci\uFFFDty': '\uFFFD', zones: 'a\uFFFD' } });
  });

  it('is refused where it breaks, with the line', async () => {
    expect(await refused('[\n{"name": "Oak"},\n{"name": oops}\n]', 'a.json')).toMatchObject({
      code: 'import:unreadable',
      where: { line: 3 },
    });
    expect(await refused('[{"name": "Oak"}', 'a.json')).toMatchObject({ code: 'import:unreadable' });
    expect(await refused('{"name": "Oak", "list": []}', 'a.json')).toMatchObject({ code: 'import:empty' });
  });
});

describe('a source without an end', () => {
  /** 200 MB of it, which nobody has to hold; counts what was asked for. */
  const endless = (name: string, piece: string) => {
    const bytes = Buffer.from(piece.repeat(Math.ceil(65_536 / piece.length)));
    const asked = { bytes: 0, most: 200 * 2 ** 20 };
    const encoding = { name: 'utf-8', because: 'said', confidence: 1 };
    const open = function* () {
      for (let read = 0; read < asked.most; read += bytes.length) {
        asked.bytes += bytes.length;
        yield bytes;
      }
    };
    return { asked, source: { name, size: asked.most, encoding, lines: 0, open } };
  };

  it.each([
    ['letters', 'a.csv', 'x'],
    ['one open quote', 'a.csv', '"x,\n'],
    ['one line of JSON', 'a.json', '[{"name":"x"},'],
    ['lists in lists', 'a.json', '[\n'],
    ['objects in objects', 'a.json', '{"a":\n'],
    ['one entry of a book', 'a.md', '- **City**: x\n'],
    ['cells', 'a.csv', 'x,'],
  ])('is refused after a few of its 200 MB when it is %s', async (_, name, piece) => {
    const { asked, source } = endless(name, piece);
    const head = name === 'a.md' ? '### Oak\n' : '';
    const given = {
      ...source,
      open: function* () {
        yield Buffer.from(head);
        yield* source.open();
      },
    };
    const error = await openFile(given, { fields, brands: [], mappings: new Map() }).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'import:unreadable', where: { file: name } });
    expect(asked.bytes).toBeLessThan(16 * 2 ** 20);
  });

  it('is refused where an entry is nested too deeply, a line or a list', async () => {
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    for (const text of [`{"name":"Oak"}\n${deep}\n`, `[{"name":"Oak"},${deep}]`])
      expect(await refused(text, 'a.json')).toMatchObject({ code: 'import:unreadable' });
  });
});

describe('a workbook', () => {
  it('is read from its header on, whatever stands above it, by row number', async () => {
    const bytes = makeWorkbook([
      ['Our sites'],
      ['Name', 'City', 'Zones'],
      ['Oak Inn', 'Lyon', 3],
      ['Elm & Ash', '=cmd|x', 1],
    ]);
    const records = (await read(bytes, 'sites.bin')).map(told);
    expect(records).toMatchObject([
      { name: 'Oak Inn', line: 3, cells: { City: 'Lyon', Zones: '3' } },
      { name: 'Elm & Ash', line: 4, cells: { City: '=cmd|x' } },
    ]);
  });

  it('is refused when it is another archive, cut off, or unpacks to too much', async () => {
    expect(await refused(makeZip({ 'a.txt': 'hello' }), 'a.xlsx')).toMatchObject({
      code: 'import:unreadable',
    });
    expect(await refused(makeWorkbook([['Name', 'City']]).subarray(0, 300), 'a.xlsx')).toMatchObject({
      code: 'import:unreadable',
    });
    expect(await refused(makeZip({ 'xl/workbook.xml': 'x' }, 2 ** 30), 'a.xlsx')).toMatchObject({
      code: 'import:too_large',
    });
    // A bomb: 8 MB in 8 KB, said to be a hundred bytes.
    const bomb = makeZip({ 'xl/workbook.xml': ' '.repeat(2 ** 23) }, 100, true);
    expect(bomb.length).toBeLessThan(10_000);
    expect(await refused(bomb, 'a.xlsx')).toMatchObject({ code: 'import:too_large' });
    const far = makeWorkbook(
      [
        ['Name', 'City'],
        ['Oak', 'Lyon'],
      ],
      'XFD1048576',
    );
    expect(await refused(far, 'a.xlsx')).toMatchObject({
      code: 'import:unreadable',
      where: { line: 1_048_576 },
    });
  });
});

describe('a horrible CSV', () => {
  const LIST =
    'Property;City;Contract until;Music zones\nOak Inn;Lyon;31. Dezember 2026;Lobby, Bar\nElm Inn;Paris;;Spa\n';
  it.each([
    ['a title', 'Customers, with music (Anna);;;\n;;;\n', 4],
    ['a title without a mark', 'Our list of November, as of today\n\nby Anna\n', 5],
    ['nothing', '', 2],
  ])('is read from its header on, below %s', async (_, above, line) => {
    const [oak, elm, ...rest] = (await read(above + LIST, 'a.csv')).map(told);
    const cells = { City: 'Lyon', 'Contract until': '31. Dezember 2026', 'Music zones': 'Lobby, Bar' };
    expect(oak).toMatchObject({ name: 'Oak Inn', line, cells });
    expect([elm?.name, rest]).toEqual(['Elm Inn', []]);
  });

  it('with one column has its header in the first line, whatever commas follow', async () => {
    const names = await read('Name\n"Oak, Elm, Ash"\nElm Inn\nAsh Inn, Lyon, France\n', 'a.csv');
    expect(names.map(({ name }) => name)).toEqual(['Oak, Elm, Ash', 'Elm Inn', 'Ash Inn']);
  });

  it('keeps two columns of one name, short and long rows, and formulas as text', async () => {
    const text =
      'Name,Email,Email,City\nOak Inn,a@example.com,b@example.com,Lyon\nElm Inn,c@example.com\nAsh Inn,,,Paris,stray\n"=cmd|\' /C calc\'!A0",,,Lyon\n';
    const [oak, elm, ash, formula] = await read(text, 'a.csv');
    expect(oak?.contacts[0]?.details.map(({ value }) => value)).toEqual(['a@example.com', 'b@example.com']);
    expect(elm?.issues?.[0]).toMatchObject({ reason: 'ragged_row', line: 3 });
    expect(ash?.issues?.[0]?.detail).toBe('The row has 5 cells, the header has 4.');
    expect(ash?.fields.at(-1)).toMatchObject({ label: 'Column 5', value: 'stray' });
    expect(formula?.name).toBe("=cmd|' /C calc'!A0");
  });

  it('is refused with 10,000 columns, a line without end and bytes that are no text, each with its line', async () => {
    const wide = Array.from({ length: 10_000 }, (_, at) => `c${at}`).join(',');
    expect(await refused(`${wide}\n${wide}\n`, 'a.csv')).toMatchObject({
      code: 'import:unreadable',
      where: { line: 1 },
    });
    const long = await refused(`Name,City\nOak,"${'x'.repeat(2 ** 21)}"\n`, 'a.csv');
    expect(long).toMatchObject({ code: 'import:unreadable' });
    expect(await refused(`### Oak\n- ${'x'.repeat(2 ** 21)}\n`, 'a.md')).toMatchObject({
      code: 'import:unreadable',
    });
    expect(await refused('Name,City\nOak,\0\0\n', 'a.csv')).toMatchObject({
      code: 'import:unreadable',
      where: { line: 2 },
    });
  });

  it('keeps every letter of a long one, and lets other work have its turn meanwhile', async () => {
    // Pairs of code units at every place, whether pieces begin at even or at odd ones.
    const names = Array.from({ length: 900 }, (_, at) => `${at}${'𝒜'.repeat(20)}${at % 2 ? 'a' : ''}`);
    let turns = 0;
    const beside = setInterval(() => turns++, 0);
    const records = await read(`Name\n${names.join('\n')}\n`, 'long.csv');
    clearInterval(beside);
    expect(records.map(({ name }) => name)).toEqual(names);
    expect(turns).toBeGreaterThan(2);
  });

  it('takes no time over headings and lines of blanks', async () => {
    const blanks = ' '.repeat(200_000);
    const [entry] = await read(`### a${blanks}b\n- **x${blanks}y\n${blanks}\n`, 'a.md');
    expect(entry?.name.startsWith('a')).toBe(true);
  });
});
