import type { ApprovalPart } from '../../../core/parts.ts';
import { ApprovalCard } from '../cards/approval-card.tsx';
import { usePolled } from '../use-polled.ts';

type Props = { approvalId: string; text: string; onChanged: () => void };

/** An answer that the agent wrote by a person's sentence, and that nobody has let go yet: decided right here. */
export function ProposedAnswer({ approvalId, text, onChanged }: Props) {
  const { data } = usePolled<ApprovalPart>(`/approvals/${approvalId}`, null);
  return (
    <div className="ms-6 text-sm sm:ms-16">
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
