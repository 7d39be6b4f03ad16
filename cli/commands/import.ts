import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ImportReport } from '../../core/customers/import/report.ts';
import { AppError } from '../../lib/errors.ts';
import { type Command, printJson } from '../command.ts';
import { printReport } from '../print-report.ts';

function readFile(path: string): File {
  try {
    return new File([new Uint8Array(readFileSync(path))], basename(path));
  } catch (cause) {
    throw new AppError('import:unreadable', `${path} cannot be read.`, {
      nextStep: 'Check the path and its rights.',
      cause,
    });
  }
}

export const importFiles: Command = {
  name: 'import',
  usage: 'import <file…> [--json]',
  does: 'customers from venue books, CSV, JSON and XLSX',
  needsApi: true,
  async run({ client, options }) {
    if (options.words.length === 0) throw new AppError('input:invalid', 'Name at least one file to import.');
    const form = new FormData();
    for (const path of options.words) form.append('files', readFile(path));
    const report = await client.post<ImportReport>('/customers/import', { form });
    if (options.json) printJson(report);
    else printReport(report);
  },
};
