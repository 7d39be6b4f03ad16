import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../lib/errors.ts';

// Whoever writes them works in the first folder without sight of the rules; the other holds those of the rules' author.
const FOLDERS = ['independent', 'written'];

/** The cases of `<folder>/<suite>.json`, checked one by one; no file, no cases. */
export function loadCases<Case>(suite: string, schema: z.ZodType<Case>): Case[] {
  return FOLDERS.flatMap((folder) => {
    const file = join(import.meta.dirname, folder, `${suite}.json`);
    if (!existsSync(file)) return [];
    const cases = z.array(z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));
    return cases.map((one) => check(one, { schema, file: `${folder}/${suite}.json` }));
  });
}

function check<Case>(one: unknown, { schema, file }: { schema: z.ZodType<Case>; file: string }): Case {
  const parsed = schema.safeParse(one);
  if (parsed.success) return parsed.data;
  const id = (one as { id?: unknown } | null)?.id;
  throw new AppError(
    'input:invalid',
    `The case ${String(id)} of ${file} is wrong: ${z.prettifyError(parsed.error)}`,
  );
}
