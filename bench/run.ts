// npm run bench -- <name> [--rows N] [--keep FOLDER] [--channel KEY] [--quick] [--json]: each name is a file of this folder with a `bench` function.
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';

export type BenchOptions = {
  rows: number | undefined;
  quick: boolean;
  /** Where what was filled is kept for the next run, for those that know how. */
  keep?: string | undefined;
  /** By which the messages go, for those that know several. */
  channel?: string | undefined;
};
/** What is shown as a table, and whole with --json. */
export type BenchResult = {
  title: string;
  rows: Record<string, string | number>[];
  summary: Record<string, unknown>;
};
export type Bench = (options: BenchOptions) => Promise<BenchResult>;

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.slice(0, -3));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string' },
    keep: { type: 'string' },
    channel: { type: 'string' },
    quick: { type: 'boolean' },
    json: { type: 'boolean' },
  },
});
const [name] = positionals;
const rows = values.rows === undefined ? undefined : Number(values.rows);
if (!name || !names.includes(name) || (rows !== undefined && !(Number.isInteger(rows) && rows > 0))) {
  console.error(`npm run bench -- <${names.join(' | ')}> [--rows N] [--keep FOLDER] [--quick] [--json]`);
  process.exit(2);
}

const { bench } = (await import(`./${name}.ts`)) as { bench: Bench };
const result = await bench({
  rows,
  quick: values.quick ?? false,
  keep: values.keep,
  channel: values.channel,
});
if (values.json) console.log(JSON.stringify(result));
else {
  console.log(result.title);
  console.table(result.rows);
  console.log(result.summary);
}
