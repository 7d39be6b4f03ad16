import { useState } from 'react';
import type { ChangePart } from '../../../core/parts.ts';
import { post, problemWords } from '../api.ts';
import { usePolled } from '../use-polled.ts';
import { fromServer, t } from '../words/t.ts';
import type { Tone } from '../words.ts';
import { Badge, Card, Problem } from './card.tsx';

const STATUS: Record<ChangePart['status'], { words: string; tone: Tone }> = {
  proposed: { words: t('waits for you'), tone: 'wait' },
  confirmed: { words: t('confirmed'), tone: 'good' },
  rejected: { words: t('rejected'), tone: 'plain' },
  undone: { words: t('taken back'), tone: 'plain' },
};

/** Shows the change as it is now: it may have been decided elsewhere. */
export function ChangeCard({ part: first, onDecided }: { part: ChangePart; onDecided?: () => void }) {
  const { data, set, reload } = usePolled<ChangePart>(`/changes/${first.id}`, null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const part = data ?? first;
  const { words, tone } = STATUS[part.status];

  const act = async (path: string, body: object) => {
    setBusy(true);
    setProblem(null);
    try {
      set(await post<ChangePart>(`/changes/${part.id}${path}`, body));
      onDecided?.();
    } catch (error) {
      setProblem(problemWords(error));
      await reload();
    } finally {
      setBusy(false);
    }
  };

  return (
    <Card
      label={t('Change')}
      title={part.customer.name}
      badge={<Badge tone={tone}>{words}</Badge>}
      edge={tone}
    >
      <ul className="list-disc ps-5">
        {part.steps.map((step) => (
          <li key={step} className="wrap-anywhere">
            {fromServer(step)}
          </li>
        ))}
      </ul>
      {part.decidedBy && (
        <p className="quiet mt-2 text-xs">{t('by {decidedBy}', { decidedBy: part.decidedBy })}</p>
      )}
      {problem && <Problem words={problem} />}
      {part.status === 'proposed' && part.canDecide && (
        <div className="mt-3 flex flex-wrap gap-2">
          <button
            type="button"
            className="btn btn-primary"
            disabled={isBusy}
            onClick={() => act('', { decision: 'confirm' })}
          >
            {t('Confirm')}
          </button>
          <button
            type="button"
            className="btn"
            disabled={isBusy}
            onClick={() => act('', { decision: 'reject' })}
          >
            {t('Reject')}
          </button>
        </div>
      )}
      {part.canUndo && (
        <button type="button" className="btn btn-sm mt-3" disabled={isBusy} onClick={() => act('/undo', {})}>
          {t('Undo')}
        </button>
      )}
    </Card>
  );
}
