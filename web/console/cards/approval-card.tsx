import { type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import type { ApprovalPart } from '../../../core/parts.ts';
import { post, problemWords } from '../api.ts';
import { FramedContext } from '../framed-context.ts';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { APPROVAL_WORDS } from '../words.ts';
import { ApprovalFacts } from './approval-facts.tsx';
import { Badge, Card, Problem } from './card.tsx';
import { JumpToDecision } from './jump-to-decision.tsx';
import { Outcome } from './outcome.tsx';
import { useTurnsDone } from './turns-done.ts';

const LOOK_EVERY_MS = 4000;

type Props = {
  part: ApprovalPart;
  onDecided: () => void;
  /** What is to be read before it is decided, where that does not stand beside the card. */
  children?: ReactNode;
};

/** Shows the approval as it is now, not as it was when the card was made: it may have been decided elsewhere. */
export function ApprovalCard({ part: first, onDecided, children }: Props) {
  const [isOpen, setOpen] = useState(first.status === 'requested');
  const { data, reload, set } = usePolled<ApprovalPart>(
    `/approvals/${first.id}`,
    isOpen ? LOOK_EVERY_MS : null,
  );
  const part = data ?? first;
  const isWaiting = part.status === 'requested';
  const outcome = useRef<HTMLDivElement>(null);

  const turns = useTurnsDone();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn that ended may have changed the campaign
  useEffect(() => void reload(), [turns, reload]);
  useEffect(() => {
    if (isOpen && !isWaiting) onDecided();
    setOpen(isWaiting);
  }, [isOpen, isWaiting, onDecided]);

  const { words, tone } = APPROVAL_WORDS[part.status];
  return (
    <Card
      label={part.isTest ? t('Approval of a test') : t('Approval')}
      title={part.campaign}
      badge={<Badge tone={tone}>{words}</Badge>}
      edge={tone}
    >
      {isWaiting ? (
        <>
          <ApprovalFacts part={part} />
          {children}
          {part.canDecide ? (
            <Decide
              part={part}
              reload={reload}
              onPart={(decided) => {
                set(decided);
                // The buttons are gone: what took their place is read next.
                requestAnimationFrame(() => outcome.current?.focus());
              }}
            />
          ) : (
            <Elsewhere campaignId={part.campaignId} />
          )}
        </>
      ) : (
        <div ref={outcome} tabIndex={-1}>
          <Outcome part={part} />
          <details className="mt-2">
            <summary>{t('What it was about')}</summary>
            <div className="mt-2">
              <ApprovalFacts part={part} />
            </div>
          </details>
        </div>
      )}
    </Card>
  );
}

/** In a frame of another site nothing is decided: the site could make somebody press. */
function Elsewhere({ campaignId }: { campaignId: string }) {
  if (!useContext(FramedContext))
    return <p className="quiet mt-3">{t('Somebody else has to decide this one.')}</p>;
  return (
    <p className="mt-3">
      <a className="btn btn-primary" href={`#/campaigns/${campaignId}`}>
        {t('Decide in a window of its own')}
      </a>
    </p>
  );
}

type DecideProps = {
  part: ApprovalPart;
  onPart: (part: ApprovalPart) => void;
  reload: () => Promise<void>;
};

function Decide({ part, onPart, reload }: DecideProps) {
  const [comment, setComment] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const field = useRef<HTMLInputElement>(null);
  const askForChanges = () => {
    const wanted = comment.trim();
    if (wanted) return decide('reject', t('Changes wanted: {comment}', { comment: wanted }));
    setProblem(t('Say in the comment what should change.'));
    field.current?.focus();
  };
  async function decide(decision: 'approve' | 'reject', said = comment.trim()) {
    setBusy(true);
    setProblem(null);
    try {
      const body = { decision, digest: part.digest, ...(said ? { comment: said } : {}) };
      onPart(await post<ApprovalPart>(`/approvals/${part.id}`, body));
    } catch (error) {
      setProblem(problemWords(error));
      await reload();
    } finally {
      setBusy(false);
    }
  }

  const buttons = useRef<HTMLDivElement>(null);
  return (
    <div className="mt-4 border-t border-base-300 pt-4">
      <input
        ref={field}
        className="input mb-3 w-full text-base sm:text-sm"
        aria-label={t('Comment on the decision')}
        placeholder={t('Comment (optional)')}
        maxLength={1000}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
      <JumpToDecision target={buttons} messages={part.recipients} />
      <div ref={buttons} className="flex flex-wrap gap-2">
        <button
          type="button"
          className="btn btn-primary grow sm:grow-0"
          disabled={isBusy}
          onClick={() => decide('approve')}
        >
          {part.isTest ? t('Send the test') : t('Approve {n} {n|message|messages}', { n: part.recipients })}
        </button>
        <button
          type="button"
          className="btn grow sm:grow-0"
          disabled={isBusy}
          onClick={() => decide('reject')}
        >
          {t('Reject')}
        </button>
        {!part.isTest && (
          <button type="button" className="btn grow sm:grow-0" disabled={isBusy} onClick={askForChanges}>
            {t('Ask for changes')}
          </button>
        )}
      </div>
      <p className="quiet mt-2 text-xs">
        {t(
          'Approving sends exactly these messages. To change something, say it in the conversation: this request is then void.',
        )}
      </p>
      {problem && <Problem words={problem} />}
    </div>
  );
}
