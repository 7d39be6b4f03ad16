// A workbook of one sheet, every cell a text, written as it goes: a million customers need no more memory than a few.
// ECMA-376 part 1, in its smallest form.
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { defuse } from '../import/defuse.ts';
import { CONTACT_COLUMNS } from './export-columns.ts';
import type { ExportHead, ExportWriter } from './export-customers.ts';
import { tableRows } from './table-rows.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const SHEET = 'xl/worksheets/sheet1.xml';
const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/${SHEET}" ContentType="${TYPE}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Customers" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

/** The sheet's own XML, one row per contact. A text is never a formula; it is defused for when somebody saves it as CSV. */
export function sheetWriter({ columns }: ExportHead): ExportWriter {
  const header = [...columns, ...CONTACT_COLUMNS].map(({ label }) => label);
  const letters = header.map((_, at) => columnLetters(at));
  let rows = 0;
  const toRow = (cells: readonly string[]): string => {
    rows += 1;
    return `<row r="${rows}">${cells.map((text, at) => toCell(`${letters[at]}${rows}`, text)).join('')}</row>`;
  };
  return {
    begin: () => `${XML}<worksheet xmlns="${MAIN}"><sheetData>${toRow(header)}`,
    write: (customer) => tableRows(columns, customer).map(toRow).join(''),
    end: () => '</sheetData></worksheet>',
  };
}

const toCell = (at: string, text: string): string =>
  text && `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(defuse(text))}</t></is></c>`;

/** A, B, … Z, AA, AB … */
const columnLetters = (at: number): string =>
  (at < 26 ? '' : columnLetters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

/** What XML cannot hold is spelled "_x0001_" in a workbook, and what is spelled so already is escaped likewise. */
const escaped = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (mark) => {
      if (mark === '\n' || mark === '\t') return mark;
      return `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
    })
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** The sheet and what a workbook has beside it, as an archive. */
export async function* packWorkbook(sheet: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const add = (name: string) => {
    const part = new ZipDeflate(name, { level: 6 });
    // The same customers are the same bytes, whenever they are written.
    part.mtime = '1980-01-01T00:00:00';
    zip.add(part);
    return part;
  };
  for (const [name, xml] of Object.entries(PARTS)) add(name).push(strToU8(XML + xml), true);
  const part = add(SHEET);
  for await (const piece of sheet) {
    part.push(strToU8(piece));
    yield* ready.splice(0);
  }
  part.push(new Uint8Array(), true);
  zip.end();
  yield* ready.splice(0);
}
