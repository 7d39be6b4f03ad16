import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { AppError } from '../../lib/errors.ts';
import { auditHeadsOf, pinnedKeyPath, verifyAudit } from '../../offline.ts';
import { type Command, printJson } from '../command.ts';
import { safe } from '../print-part.ts';
import { readText } from '../read-text.ts';

/** Each line as JSON, null where it is none; of a file, or of stdin. */
async function* linesOf(path: string | undefined): AsyncGenerator<unknown> {
  const input = path ? createReadStream(path) : process.stdin;
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
      yield parse(line);
  } catch (cause) {
    throw new AppError('proof:invalid', `The log ${path ?? 'on stdin'} cannot be read.`, { cause });
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

export const verifyAuditLog: Command = {
  name: 'verify-audit',
  usage: 'verify-audit [<file>] [--kept <file>]',
  does: 'checks such a log offline; --kept: that it goes on from an earlier one',
  needsApi: false,
  async run({ config, options }) {
    const [path] = options.words;
    const publicKeyPem = readText(options.key ?? pinnedKeyPath(config, options.workspace), 'The pinned key');
    const kept = options.kept ? await auditHeadsOf(linesOf(options.kept), publicKeyPem) : [];
    const verdict = await verifyAudit(linesOf(path), { publicKeyPem, kept });
    if (options.json) printJson(verdict);
    else {
      const { ok, findings, events, head } = verdict;
      const signed = head ? `, signed at ${head.signedAt}` : '';
      const first = ok ? `The log holds: ${events} events${signed}.` : 'The log does NOT hold.';
      process.stdout.write(`${[first, ...findings.map(safe)].join('\n')}\n`);
    }
    if (!verdict.ok) process.exitCode = 1;
  },
};
