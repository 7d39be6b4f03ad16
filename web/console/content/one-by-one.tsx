import { useEffect, useRef, useState } from 'react';
import type { WritingState } from '../../../core/content/writing/request-writing.ts';
import { post, problemWords, remove } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { Panel } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';

type Props = { id: string; mayEdit: boolean; onChanged: () => void; onWritten: () => void };

type Standing = WritingState & { hasModel: boolean };

const EVERY_MS = 2000;

/** A message of their own for every recipient, by the model: begun here, seen as it comes, and taken back. */
export function OneByOne({ id, mayEdit, onChanged, onWritten }: Props) {
  const path = `/campaigns/${id}/writing`;
  const [isWriting, setWriting] = useState(false);
  const { data, reload } = usePolled<Standing>(path, isWriting ? EVERY_MS : null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const wanted = data?.wanted ?? 0;
  const before = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each change of the number
  useEffect(() => {
    setWriting(wanted > 0);
    // What is shown of the messages says something else now.
    if (wanted === 0 && before.current > 0) onWritten();
    before.current = wanted;
  }, [wanted]);
  if (!data) return null;
  const all = data.wanted + data.written + data.refused + data.failed;
  if (all === 0 && !(data.hasModel && mayEdit)) return null;
  const ask = (work: Promise<unknown>) => {
    setBusy(true);
    setProblem(null);
    work
      .then(async () => {
        await reload();
        onChanged();
      })
      .catch((error: unknown) => setProblem(problemWords(error)))
      .finally(() => setBusy(false));
  };
  const isLacking = data.refused + data.failed > 0;
  return (
    <Panel title={t('Messages one by one')}>
      {all === 0 ? (
        <p className="quiet">
          {t(
            'The model can write every recipient a message of their own; each is checked before anybody gets it.',
          )}
        </p>
      ) : (
        <Progress state={data} all={all} />
      )}
      {mayEdit && (
        <p className="mt-2 flex flex-wrap gap-2">
          {data.hasModel && data.wanted === 0 && (all === 0 || isLacking) && (
            <button type="button" className="btn btn-sm" disabled={isBusy} onClick={() => ask(post(path))}>
              {all === 0 ? t('Write each one') : t('Write the others once more')}
            </button>
          )}
          {all > 0 && (
            <button type="button" className="btn btn-sm" disabled={isBusy} onClick={() => ask(remove(path))}>
              {data.wanted > 0 ? t('Stop, and keep the built-in letters') : t('Back to the built-in letters')}
            </button>
          )}
        </p>
      )}
      {problem && <Problem words={problem} />}
    </Panel>
  );
}

function Progress({
  state: { wanted, written, refused, failed },
  all,
}: {
  state: WritingState;
  all: number;
}) {
  const done = all - wanted;
  return (
    <>
      <p role="status">
        {wanted > 0
          ? t('{done} of {all} are done; you need not wait here.', { done, all })
          : t('{written} of {all} have a message of their own.', { written, all })}
      </p>
      {wanted > 0 && (
        <progress
          className="progress mt-1 w-full"
          value={done}
          max={all}
          aria-label={t('Messages one by one')}
        />
      )}
      {refused + failed > 0 && (
        <p className="mt-1">
          {t(
            'The built-in letter stays for {count}: {refused} did not pass the checks, {failed} could not be written. The messages below say why.',
            { count: refused + failed, refused, failed },
          )}
        </p>
      )}
    </>
  );
}
