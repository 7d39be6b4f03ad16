import type { ImportEntry, ImportRow } from '../core/customers/import/read-imports.ts';
import type { Client } from './client.ts';
import { safe } from './print-part.ts';

const LINES = 40;
const PAGE = 1000;

type Page = { entries: ImportEntry[] };

/** What an import did, for a person at a terminal; --json has every entry. */
export async function printReport(client: Client, { id, report }: ImportRow): Promise<void> {
  const pairs = (counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([name, count]) => `${safe(name)} ${count}`)
      .join(', ') || 'none';
  const lines = [
    ...report.files.map(
      (file) => `${safe(file.name)}: ${file.kind}, ${file.entries} entries in ${file.lines} lines`,
    ),
    `created ${report.created}, updated ${report.updated}, unchanged ${report.unchanged}`,
    `waiting for review ${report.inReview}, flagged ${report.flagged}`,
    `contacts ${report.contacts}; addresses: ${pairs(report.addresses)}; consents ${report.consents}`,
    `not known: ${pairs(report.unknown)}`,
    `inferred: ${pairs(report.inferred)}`,
    '',
  ];
  const { entries } = await client.get<Page>(`/imports/${id}/entries?isDoubtful=true&limit=${LINES + 1}`);
  lines.push(...entries.slice(0, LINES).map(describeEntry));
  if (entries.length > LINES) lines.push('  … and more with a remark (--json lists all)');
  process.stdout.write(`${lines.join('\n')}\n`);
}

export const describeEntry = ({
  line,
  name,
  outcome,
  reasons,
}: Pick<ImportEntry, 'line' | 'name' | 'outcome' | 'reasons'>): string =>
  `  line ${line} ${safe(name)}: ${outcome}. ${reasons.map(safe).join(' ')}`;

/** The same as one JSON object with all entries, written page by page: a million of them are not held. */
export async function streamReport(client: Client, { id, report }: ImportRow): Promise<void> {
  const head = JSON.stringify(report);
  process.stdout.write(`${head.slice(0, -1)},"items":[`);
  let after = -1;
  for (;;) {
    const { entries } = await client.get<Page>(`/imports/${id}/entries?after=${after}&limit=${PAGE}`);
    if (entries.length === 0) break;
    const text = entries.map((entry) => JSON.stringify(entry)).join(',');
    process.stdout.write(after < 0 ? text : `,${text}`);
    after = entries.at(-1)!.position;
  }
  process.stdout.write(']}\n');
}
