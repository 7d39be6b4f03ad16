import { AppError } from '../../lib/errors.ts';
import { pinnedKeyPath, type Verdict, verifyProof } from '../../offline.ts';
import { type Command, printJson, textOf } from '../command.ts';
import { safe } from '../print-part.ts';
import { readText } from '../read-text.ts';

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('proof:invalid', `${path} is not a proof: it is not JSON.`, { cause });
  }
}

/** What was proved; rows whose content was erased say nothing of what they held. */
function describe({ ok, approved }: Verdict): string[] {
  if (!ok || !approved) return [];
  const { campaign, recipients, erased, decision, decidedBy, decidedAt } = approved;
  return [
    safe(
      `"${campaign}", ${recipients} messages: ${decision === 'approve' ? 'approved' : 'rejected'} by ${decidedBy.name} at ${decidedAt}.`,
    ),
    ...(erased > 0 ? [`${erased} of its messages were erased since: only their hashes are left.`] : []),
  ];
}

export const verify: Command = {
  name: 'verify',
  usage: 'verify <file> [--key <file>]',
  does: 'checks a proof offline against a pinned key',
  needsApi: false,
  async run({ config, options }) {
    const path = textOf(options, 'The file');
    const key = readText(options.key ?? pinnedKeyPath(config, options.workspace), 'The pinned key');
    const result = verifyProof(parse(readText(path, 'The proof'), path), key);
    if (options.json) printJson(result);
    else
      process.stdout.write(
        `${[result.ok ? 'The proof holds.' : 'The proof does NOT hold.', ...result.findings, ...describe(result)].join('\n')}\n`,
      );
    if (!result.ok) process.exitCode = 1;
  },
};
