import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { AnswerWays } from '../../../core/replies/desk/answer-ways.ts';
import type { ConversationRow } from '../../../core/replies/desk/list-conversations.ts';
import { post, problemWords } from '../api.ts';
import { InlineName, Problem } from '../cards/card.tsx';
import { usePolled } from '../use-polled.ts';
import { rich } from '../words/rich.ts';
import { fromServer, t } from '../words/t.ts';
import { channelName } from '../words.ts';
import { ClosedWindow } from './closed-window.tsx';
import type { Received } from './entry.tsx';
import { SavedAnswers } from './saved-answers.tsx';
import { Suggestion } from './suggestion.tsx';
import { type Mode, useDrafts } from './use-drafts.ts';
import { useKeys } from './use-keys.ts';
import { usePen } from './use-pen.ts';

type Props = {
  conversation: ConversationRow;
  newest: Received;
  heldBy: string | null;
  /** A colleague's answer to it that nobody has approved yet. */
  waiting: { by: string | null } | null;
  /** Without it there are notes only. */
  mayAnswer: boolean;
  onSent: () => void;
};

/** Writes an answer, which goes out as it stands and as the writer's own decision, or a note, which never does. */
export function Answering({ conversation, newest, heldBy, waiting, mayAnswer, onSent }: Props) {
  const [mode, setMode] = useState<Mode>(mayAnswer ? 'answer' : 'note');
  const [drafts, setDrafts] = useDrafts(conversation.id);
  const [said, setSaid] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const isAnswer = mode === 'answer';
  const text = drafts[mode];
  const setText = (words: string, where: Mode = mode) => setDrafts({ ...drafts, [where]: words });
  const suggestion = newest.triage?.answer ?? null;
  // What was refused may be allowed by what was decided since, and the other way round.
  const decided = `${newest.effects.length} ${newest.isInDoubt}`;
  const ways = usePolled<AnswerWays>(`/replies/${newest.replyId}/ways`, null, decided).data;
  const [chosen, setChosen] = useState<string | null>(null);
  const others = ways?.isOpen === false ? ways.channels : [conversation.channel];
  const channel = others.find((one) => one === chosen) ?? others[0];
  const refused = isAnswer ? (ways?.refused ?? null) : null;
  usePen(conversation.id, drafts.answer);
  // What was written stays when more came in: the person decides whether it still fits.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another message, another answer
  useEffect(() => setSaid(null), [newest.replyId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: something was stopped, held or lifted
  useEffect(() => setProblem(null), [decided]);

  const write = (next: Mode) => {
    setMode(next);
    requestAnimationFrame(() => field.current?.focus());
  };
  // Nothing that was written is lost by it.
  const take = (words: string) => {
    setText([drafts.answer.trimEnd(), words].filter(Boolean).join('\n\n'), 'answer');
    write('answer');
  };
  useKeys(root, {
    a: () => mayAnswer && write('answer'),
    n: () => write('note'),
    u: () => suggestion && mayAnswer && !refused && !drafts.answer && take(suggestion),
  });

  const how = waiting ? { takesOver: true } : {};
  async function hand(path: string, body: object, done: string) {
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    setSaid(null);
    try {
      await post(path, body);
      setSaid(done);
      if ('text' in body) setText('');
      onSent();
    } catch (error) {
      setProblem(problemWords(error));
    } finally {
      setBusy(false);
    }
  }
  const sendAnswer = (body: object) =>
    hand(`/replies/${newest.replyId}/answer`, { ...body, ...how }, t('Approved by you and on its way.'));
  const isHeld = !text.trim() || isBusy || (isAnswer && (!channel || refused !== null));
  async function send() {
    if (isHeld) return;
    if (isAnswer) await sendAnswer({ text, channel });
    else await hand(`/conversations/${conversation.id}/notes`, { text }, t('Noted.'));
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') field.current?.closest('article')?.closest('main')?.focus();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  }
  return (
    <div
      ref={root}
      className="border-t border-base-300 bg-base-100 px-3 pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-4"
    >
      <div className="mx-auto max-w-3xl text-sm">
        {heldBy && (
          <p role="status" className="mb-2 rounded-field bg-warning px-3 py-1.5 text-warning-content">
            {rich('{heldBy} is writing an answer just now.', { heldBy: <InlineName>{heldBy}</InlineName> })}
          </p>
        )}
        {waiting && isAnswer && (
          <p role="status" className="mb-2 rounded-field bg-warning px-3 py-1.5 text-warning-content">
            {rich('{by} has written an answer that waits above. Yours takes its place.', {
              by: <InlineName>{waiting.by ?? t('A colleague')}</InlineName>,
            })}
          </p>
        )}
        {refused && (
          <p role="status" className="mb-2 rounded-field bg-base-200 px-3 py-1.5">
            {fromServer(refused)}
          </p>
        )}
        {isAnswer && ways?.isOpen === false && !refused && (
          <ClosedWindow
            {...{ ways, chosen: channel, isBusy }}
            channel={conversation.channel}
            onChoose={setChosen}
            onTake={(templateId) => void sendAnswer({ templateId })}
          />
        )}
        {suggestion && !text && isAnswer && !refused && (
          <Suggestion text={suggestion} english={newest.triage?.answerInEnglish ?? null} onTake={take} />
        )}
        <div className="mb-2 flex flex-wrap items-center gap-2">
          {(mayAnswer ? (['answer', 'note'] as const) : (['note'] as const)).map((one) => (
            <button
              key={one}
              type="button"
              className={`btn btn-xs ${one === mode ? 'btn-primary' : ''}`}
              aria-pressed={one === mode}
              onClick={() => write(one)}
            >
              {one === 'answer' ? t('Answer') : t('Note for colleagues')}
            </button>
          ))}
          {isAnswer && (
            <SavedAnswers
              replyId={newest.replyId}
              text={text}
              language={newest.triage?.language ?? 'en'}
              onTake={take}
              onText={setText}
            />
          )}
        </div>
        <div className="flex flex-wrap items-end gap-2">
          <textarea
            ref={field}
            className="textarea field-sizing-content max-h-52 min-h-16 min-w-0 grow basis-64 resize-none text-base sm:text-sm"
            rows={2}
            maxLength={20_000}
            aria-label={isAnswer ? t('Your answer') : t('Your note')}
            placeholder={isAnswer ? t('It goes out exactly as you write it.') : t('Only colleagues read it.')}
            dir="auto"
            value={text}
            onChange={({ target }) => {
              setText(target.value);
              setProblem(null);
            }}
            onKeyDown={onKeyDown}
          />
          <button
            type="button"
            className="btn btn-primary max-w-full grow sm:grow-0"
            disabled={isHeld}
            title={t('Ctrl + Enter')}
            onClick={() => void send()}
          >
            {isAnswer
              ? t('Approve and send by {channel}', { channel: channelName(channel ?? conversation.channel) })
              : t('Keep the note')}
          </button>
        </div>
        <p role="status" className="quiet mt-1 empty:hidden">
          {said}
        </p>
        {problem && <Problem words={problem} />}
      </div>
    </div>
  );
}
