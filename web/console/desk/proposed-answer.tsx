import type { ApprovalPart } from '../../../core/parts.ts';
import { ApprovalCard } from '../cards/approval-card.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { timeWords } from '../words.ts';

type Props = { approvalId: string; text: string; by: string | null; at: string; onChanged: () => void };

/** An answer that the agent wrote by a person's sentence, and that nobody has let go yet: decided right here. */
export function ProposedAnswer({ approvalId, text, by, at, onChanged }: Props) {
  const { data } = usePolled<ApprovalPart>(`/approvals/${approvalId}`, null);
  return (
    <div className="ms-6 text-sm sm:ms-16">
      <p className="quiet mb-1 text-end text-xs">
        {by ?? t('Answered')} · {timeWords(at)}
        {data?.status === 'requested' && ` · ${t('waits until {time}', { time: timeWords(data.expiresAt) })}`}
      </p>
      <p
        className="ms-auto w-fit max-w-full rounded-lg rounded-se-none border border-dashed border-base-content/40 px-3 py-2 whitespace-pre-wrap wrap-anywhere"
        dir="auto"
      >
        {text}
      </p>
      {data && <ApprovalCard part={data} onDecided={onChanged} />}
    </div>
  );
}
