import { CONTACT_COLUMNS } from './export-columns.ts';
import type { ExportHead, ExportWriter } from './export-customers.ts';
import type { Cells } from './to-cells.ts';

/** A list of objects with the fields' keys, one a line; what is not known is left out. */
export function jsonWriter({ columns }: ExportHead): ExportWriter {
  return {
    begin: () => '[',
    write: ({ cells, contacts }, isFirst) => {
      const people = contacts.map((person) => pick(person, CONTACT_COLUMNS));
      const customer = { ...pick(cells, columns), ...(people.length > 0 ? { contacts: people } : {}) };
      return `${isFirst ? '' : ','}\n${JSON.stringify(customer)}`;
    },
    end: () => '\n]\n',
  };
}

const pick = (cells: Cells, columns: readonly { key: string }[]): Cells =>
  Object.fromEntries(columns.flatMap(({ key }) => (cells[key] ? [[key, cells[key]]] : [])));
