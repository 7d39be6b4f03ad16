// New migrations run beside the traffic, and beside processes of the version before: nothing in them holds a big table
// for long, and nothing takes away what that version reads or writes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, '../../db/migrations');
/** The first that had to; those before it have landed and are not edited. */
const FIRST = 47;

const NAME = String.raw`(?:"?\w+"?\.)?"?(\w+)"?`;
/** TABLE stands for a table's name, however it is written. */
const on = ({ source }: RegExp): RegExp => new RegExp(source.replace('TABLE', NAME), 'i');

/** What a statement must not do to a table that was there before, and why. */
const HEAVY: [RegExp, string][] = [
  [
    on(/^create (?:unique )?index (?!concurrently).*? on TABLE/),
    'builds an index while nobody can write: say CONCURRENTLY',
  ],
  [on(/^alter table TABLE .*alter column \S+ (?:set data )?type/), 'writes it anew'],
  [on(/^alter table TABLE .*generated always as .*stored/), 'writes it anew'],
  [
    on(/^alter table TABLE .*add column .*default (?:gen_random_uuid|random|clock_timestamp|nextval)/),
    'writes it anew: each row gets a value of its own',
  ],
  [
    on(/^alter table TABLE .*alter column \S+ set not null/),
    'reads it whole while nobody can: prove it by a CHECK that is NOT VALID first',
  ],
  [
    on(/^alter table TABLE .*add constraint (?!.*not valid).*(?:foreign key|check)/),
    'reads it whole while nobody can write: say NOT VALID, and VALIDATE in a later one',
  ],
  [
    on(/^alter table TABLE .*add (?:constraint \S+ )?(?:primary key|unique|exclude)/),
    'builds an index while nobody can use it: build it concurrently before',
  ],
  [on(/^(?:update|delete from) TABLE/), 'changes all rows in one transaction'],
  [on(/^(?:vacuum full|cluster|reindex(?! .*concurrently)).* TABLE/), 'writes it anew'],
  [on(/^alter table TABLE .*(?:drop column|rename)/), 'takes away what the version before reads'],
  [on(/^drop table (?:if exists )?TABLE/), 'takes away what the version before reads'],
  [
    on(/^alter table TABLE .*add column (?!.*\bdefault\b)(?!.*\bgenerated\b).*not null/),
    'refuses what the version before writes: it does not know the column',
  ],
];
const CONCURRENT = /^(?:create (?:unique )?index concurrently|drop index concurrently if exists)/i;

/** What is wrong with a migration, sentence by sentence. */
function findFaults(text: string): string[] {
  const statements = text
    .split('--> statement-breakpoint')
    .map((part) => part.replaceAll(/--.*$/gm, ''))
    .flatMap((part) => (/\$\$/.test(part) ? [part] : part.split(';')))
    .map((part) => part.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean);
  const made = new Set(
    statements.flatMap((one) => {
      const [, table] = on(/^create (?:unlogged )?table (?:if not exists )?TABLE/).exec(one) ?? [];
      return table ? [table] : [];
    }),
  );
  const heavy = statements.flatMap((statement) =>
    HEAVY.flatMap(([pattern, why]) => {
      const [, table] = pattern.exec(statement) ?? [];
      return table && !made.has(table) ? [`${table}: ${why}`] : [];
    }),
  );
  const isConcurrent = statements.some((one) => CONCURRENT.test(one));
  const other = isConcurrent ? statements.filter((one) => !CONCURRENT.test(one)) : [];
  return [
    ...heavy,
    ...other.map(
      (one) => `not twice: what is built concurrently is tried again from its first statement: ${one}`,
    ),
  ];
}

describe('a new migration', () => {
  const files = readdirSync(FOLDER).filter(
    (file) => file.endsWith('.sql') && Number.parseInt(file, 10) >= FIRST,
  );

  it.each(files)('runs beside the traffic and the version before: %s', (file) => {
    expect(findFaults(readFileSync(join(FOLDER, file), 'utf8'))).toEqual([]);
  });

  it.each([
    'CREATE INDEX "a_b" ON "a" USING btree ("b");',
    'CREATE UNIQUE INDEX "a_b" ON public.a (b)',
    'ALTER TABLE "a" ALTER COLUMN "b" SET DATA TYPE bigint;',
    'ALTER TABLE "a" ADD COLUMN "b" text GENERATED ALWAYS AS (lower(c)) STORED;',
    'ALTER TABLE "a" ADD COLUMN "b" uuid DEFAULT gen_random_uuid() NOT NULL;',
    'ALTER TABLE "a" ADD COLUMN "b" text NOT NULL;',
    'ALTER TABLE "a" ALTER COLUMN "b" SET NOT NULL;',
    'ALTER TABLE "a" ADD CONSTRAINT "a_b_fk" FOREIGN KEY ("b") REFERENCES "public"."c"("id");',
    'ALTER TABLE "a" ADD CONSTRAINT "a_b" UNIQUE("b");',
    'ALTER TABLE "a" DROP COLUMN "b";',
    'ALTER TABLE "a" RENAME COLUMN "b" TO "c";',
    'DROP TABLE "a";',
    'UPDATE a SET b = 1',
    'ALTER TABLE "c" ADD COLUMN "d" text;--> statement-breakpoint\nDELETE FROM "a";',
    'CREATE INDEX CONCURRENTLY "a_b" ON "a" ("b");--> statement-breakpoint\nALTER TABLE "a" ADD COLUMN "c" text;',
  ])('is refused that holds a table or takes something away: %s', (text) => {
    expect(findFaults(text)).toHaveLength(1);
  });

  it.each([
    'ALTER TABLE "a" ADD COLUMN "b" text DEFAULT \'x\' NOT NULL;',
    'ALTER TABLE "a" ADD COLUMN "b" timestamp DEFAULT now() NOT NULL;',
    'CREATE INDEX CONCURRENTLY "a_b" ON "a" ("b");--> statement-breakpoint\nDROP INDEX CONCURRENTLY IF EXISTS "a_c";',
    '-- One; two.\nCREATE TABLE "a" ("id" uuid);--> statement-breakpoint\nCREATE INDEX "a_b" ON "a" ("id");',
    'ALTER TABLE "a" ADD CONSTRAINT "a_b" CHECK (b > 0) NOT VALID;',
  ])('may: %s', (text) => {
    expect(findFaults(text)).toEqual([]);
  });
});
