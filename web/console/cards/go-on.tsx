import type { PreviewPart } from '../../../core/parts.ts';
import { patch, problemWords } from '../api.ts';
import { t } from '../words/t.ts';

type Props = { part: PreviewPart; onProblem: (words: string) => void; onDone: () => void };

/** A few customers whose messages must not go out need not hold up the others; what is pressed can be taken back. */
export function GoOn({ part, onProblem, onDone }: Props) {
  const isOn = part.leavesOutFaulty ?? false;
  if (!isOn && !part.findings.some(({ severity }) => severity === 'error')) return null;
  const turn = () =>
    patch(`/campaigns/${part.campaignId}`, { leaveOutFaulty: !isOn }).then(onDone, (error: unknown) =>
      onProblem(problemWords(error)),
    );
  return (
    <p className="mt-3 flex flex-wrap items-center gap-2">
      <span className="min-w-0 grow basis-48">
        {isOn
          ? t('Customers whose messages must not go out are left out; the others get theirs.')
          : t('Some messages must not go out as they are, and hold up the others.')}
      </span>
      <button type="button" className="btn btn-sm" onClick={() => void turn()}>
        {isOn ? t('Take them back in') : t('Leave them out and go on')}
      </button>
    </p>
  );
}
