import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import type { ImportPreview } from '../../core/customers/import/preview-import.ts';
import { AppError } from '../../lib/errors.ts';
import type { Client } from '../client.ts';
import { type Command, printJson } from '../command.ts';
import { followImport } from '../follow-import.ts';
import { printPreview } from '../print-preview.ts';
import { printReport, streamReport } from '../print-report.ts';

export const importFiles: Command = {
  name: 'import',
  usage: 'import <file…> [--dry-run] [--json]',
  does: 'customers from venue books, CSV, JSON and XLSX; --resume <id>',
  needsApi: true,
  async run({ client, options }) {
    const { words, resume, json } = options;
    if (words.length === 0 && !resume)
      throw new AppError('input:invalid', 'Name at least one file to import.');
    if (words.length > 0 && resume)
      throw new AppError('input:invalid', 'An import that goes on has its files already.', {
        nextStep: 'Name either files or --resume <id>.',
      });
    if (options['dry-run']) return dryRun(client, { words, json });
    const row = await followImport(client, resume ?? (await upload(client, words)).importId);
    if (json) await streamReport(client, row);
    else await printReport(client, row);
  },
};

async function dryRun(client: Client, { words, json }: { words: readonly string[]; json: boolean }) {
  const preview = await sendFiles(client, words);
  await client.delete(`/imports/${preview.importId}`);
  if (json) printJson(preview);
  else printPreview(preview);
}

/** All files or none: what one of them cannot be read for is told before anything is written. */
async function upload(client: Client, paths: readonly string[]): Promise<ImportPreview> {
  const preview = await sendFiles(client, paths);
  const problem = preview.files.find((file) => file.problem)?.problem;
  if (!problem) return preview;
  await client.delete(`/imports/${preview.importId}`);
  throw new AppError('import:unreadable', problem.message, { nextStep: problem.nextStep ?? '' });
}

async function sendFiles(client: Client, paths: readonly string[]): Promise<ImportPreview> {
  const form = new FormData();
  for (const path of paths) form.append('files', await openFile(path), basename(path));
  return client.post<ImportPreview>('/imports', { form });
}

/** Read when it is sent, not now. */
async function openFile(path: string): Promise<Blob> {
  try {
    return await openAsBlob(path);
  } catch (cause) {
    throw new AppError('import:unreadable', `${path} cannot be read.`, {
      nextStep: 'Check the path and its rights.',
      cause,
    });
  }
}
