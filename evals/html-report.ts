// The report of a run as one page: the table, and every failure that may be shown beside its expectation.
import { labelLines } from './label-lines.ts';
import { percent } from './print-table.ts';
import type { CaseResult } from './result.ts';
import type { Run } from './run.ts';
import type { Row } from './tally.ts';

type Shown = { run: Run; failures: readonly CaseResult[]; hidden: number };

export const htmlReport = ({ run, failures, hidden }: Shown): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Refrain: ${asText(run.mind.mind)}</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; color: #1c1917 }
table { border-collapse: collapse; width: 100% } th, td { padding: .3rem .6rem; border-bottom: 1px solid #d6d3d1; text-align: right }
th:nth-child(-n+3), td:nth-child(-n+3) { text-align: left } .bad { color: #b91c1c; font-weight: 600 }
article { border: 1px solid #d6d3d1; border-radius: .5rem; padding: .8rem 1rem; margin: 1rem 0 }
article div { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem } pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 13px; background: #f5f5f4; padding: .6rem; margin: 0 }
</style>
<h1>${asText(run.mind.mind)}</h1>
<p>${asText(run.answeredBy ?? 'no network')} · prompt ${asText(run.mind.promptHash?.slice(0, 12) ?? 'none')} · tools ${asText(run.mind.toolsHash.slice(0, 12))}</p>
<table><tr>${HEAD.map((name) => `<th>${name}</th>`).join('')}</tr>
${run.rows.map(rowOf).join('\n')}
</table>
${labelLines(run.results)
  .map((line) => `<p>${asText(line)}</p>`)
  .join('\n')}
<h2>Failures</h2>
<p>${failures.length} shown${hidden > 0 ? `, ${hidden} of cases that whoever writes rules must not see` : ''}.</p>
${failures.map(failureOf).join('\n')}
${run.skipped.length > 0 ? `<h2>Not judged</h2><ul>${run.skipped.map(({ suite, id, reason }) => `<li>${asText(`${suite} ${id}: ${reason}`)}</li>`).join('')}</ul>` : ''}
</html>
`;

const HEAD = [
  ...['suite', 'author', 'split', 'right', 'share', '95 % bounds', 'silent supersets', 'precision', 'recall'],
  ...['p50', 'p95', 'every time', 'tokens', 'cost'],
];

function rowOf(row: Row): string {
  const cells = [
    asText(row.variant ? `${row.suite} (${row.variant})` : row.suite),
    ...[row.author, row.split, `${row.passed}/${row.total}`, percent(row.share)],
    `${percent(row.low)} – ${percent(row.high)}`,
    row.silentSupersets > 0 ? `<span class="bad">${row.silentSupersets}</span>` : '0',
    ...[row.precision, row.recall].map((share) => (share === null ? '' : percent(share))),
    ...[`${row.p50Ms} ms`, `${row.p95Ms} ms`, percent(row.everyTime)],
    ...[String(row.tokens), `$${row.costUsd.toFixed(4)}`],
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

const failureOf = ({
  id,
  suite,
  say,
  problems,
  wanted,
  got,
  isSilentSuperset,
}: CaseResult): string => `<article>
<h3>${asText(`${suite} ${id}`)}${isSilentSuperset ? ' <span class="bad">silent superset</span>' : ''}</h3>
<p>${say.map(asText).join('<br>')}</p>
<p class="bad">${problems.map(asText).join('<br>')}</p>
<div><pre>${asText(JSON.stringify(wanted, null, 1))}</pre><pre>${asText(JSON.stringify(got, null, 1))}</pre></div>
</article>`;

const asText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
