// The locked split may not change unannounced: its checksum is committed, and every run compares.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { sha256 } from '../lib/crypto.ts';
import { heldCases } from './cases/triage.ts';
import { CASE_FOLDERS } from './load-cases.ts';

const FILE = join(import.meta.dirname, 'locked.json');

const checksums = z.record(z.string(), z.strictObject({ cases: z.int(), sha256: z.string() }));
export type Checksums = z.infer<typeof checksums>;
type Case = { id: string; split?: string };

/** How many locked cases each suite has, and their common fingerprint. */
export function lockedChecksums(): Checksums {
  const cases = CASE_FOLDERS.map((folder) => join(import.meta.dirname, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .flatMap((name) => {
          const all = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Case[];
          return all
            .filter(({ split }) => split === 'locked')
            .map((one) => ({ suite: name.slice(0, -5), one }));
        }),
    );
  const held = heldCases.map((one) => ({ suite: 'triage', one: one as Case }));
  const bySuite = Map.groupBy([...cases, ...held], ({ suite }) => suite);
  return Object.fromEntries(
    [...bySuite].sort().map(([suite, all]) => [suite, checksumOf(all.map(({ one }) => one))]),
  );
}

export const checksumOf = (cases: readonly Case[]) => ({
  cases: cases.length,
  sha256: sha256(canonicalize(cases.toSorted((a, b) => a.id.localeCompare(b.id)))!),
});

/** Suites whose locked cases are not those that were announced, in words; before the first announcement, none. */
export function unannounced(announced: Checksums | null, found: Checksums): string[] {
  if (!announced) return [];
  const suites = [...new Set([...Object.keys(announced), ...Object.keys(found)])];
  return suites
    .filter((suite) => announced[suite]?.sha256 !== found[suite]?.sha256)
    .map(
      (suite) =>
        `${suite} (${announced[suite]?.cases ?? 0} cases announced, ${found[suite]?.cases ?? 0} there)`,
    );
}

export const readAnnounced = (): Checksums | null =>
  existsSync(FILE) ? checksums.parse(JSON.parse(readFileSync(FILE, 'utf8'))) : null;

export function announceLocked(): void {
  writeFileSync(FILE, `${JSON.stringify(lockedChecksums(), null, 1)}\n`);
}
