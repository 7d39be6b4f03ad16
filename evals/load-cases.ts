import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Skipped } from './result.ts';

const LANGUAGES = ['en', 'th', 'ja', 'zh', 'de', 'fr', 'es', 'pt'];

/**
 * Where cases stand: those of an author who has not seen the rules, of other such authors (the sixth's, seventh's,
 * eighth's, ninth's, eleventh's to thirteenth's, seventeenth's, eighteenth's and twenty-first's by language), and those of the
 * rules' author.
 */
export const CASE_FOLDERS = [
  'independent',
  'independent/second',
  'independent/third',
  'independent/fourth',
  'independent/fifth',
  ...LANGUAGES.map((language) => `independent/sixth/${language}`),
  ...LANGUAGES.map((language) => `independent/seventh/${language}`),
  ...LANGUAGES.map((language) => `independent/eighth/${language}`),
  ...LANGUAGES.map((language) => `independent/ninth/${language}`),
  'independent/tenth',
  ...LANGUAGES.map((language) => `independent/eleventh/${language}`),
  ...LANGUAGES.map((language) => `independent/twelfth/${language}`),
  ...LANGUAGES.map((language) => `independent/thirteenth/${language}`),
  'independent/fourteenth',
  'independent/fifteenth',
  'independent/sixteenth',
  ...LANGUAGES.map((language) => `independent/seventeenth/${language}`),
  ...LANGUAGES.map((language) => `independent/eighteenth/${language}`),
  'independent/nineteenth',
  'independent/twentieth',
  ...LANGUAGES.map((language) => `independent/twenty-first/${language}`),
  'independent/twenty-second',
  'independent/twenty-third',
  'independent/twenty-fourth',
  'independent/twenty-fifth',
  'written',
];

export type Loaded<Case> = { cases: Case[]; wrong: Skipped[] };

/** The cases of `<folder>/<suite>.json`, checked one by one; a wrong one is told, and the others run. */
export function loadCases<Case>(suite: string, schema: z.ZodType<Case>): Loaded<Case> {
  const found = CASE_FOLDERS.flatMap((folder) => readFile(`${folder}/${suite}.json`)).map((one) => ({
    one,
    parsed: schema.safeParse(one),
  }));
  return {
    cases: found.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : [])),
    wrong: found.flatMap(({ one, parsed }) =>
      parsed.success
        ? []
        : [{ suite, id: idOf(one), reason: `not a case: ${z.prettifyError(parsed.error)}` }],
    ),
  };
}

function readFile(name: string): unknown[] {
  const file = join(import.meta.dirname, name);
  return existsSync(file) ? z.array(z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
}

const idOf = (one: unknown): string => String((one as { id?: unknown } | null)?.id);
