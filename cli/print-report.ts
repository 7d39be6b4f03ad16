import type { ImportReport } from '../core/customers/import/report.ts';
import { safe } from './print-part.ts';

const LINES = 40;

/** What an import did, for a person at a terminal; --json has every entry. */
export function printReport(report: ImportReport): void {
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
  ];
  const doubtful = report.items.filter((item) => item.reasons.length > 0);
  lines.push(
    '',
    ...doubtful
      .slice(0, LINES)
      .map(
        (item) =>
          `  line ${item.line} ${safe(item.name)}: ${item.outcome}. ${item.reasons.map(safe).join(' ')}`,
      ),
  );
  if (doubtful.length > LINES)
    lines.push(`  … and ${doubtful.length - LINES} more with a remark (--json lists all)`);
  process.stdout.write(`${lines.join('\n')}\n`);
}
