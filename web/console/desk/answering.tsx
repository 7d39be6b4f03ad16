import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { AnswerWays } from '../../../core/replies/desk/answer-ways.ts';
import type { ConversationRow } from '../../../core/replies/desk/list-conversations.ts';
import { post, problemWords } from '../api.ts';
import { InlineName, Problem } from '../cards/card.tsx';
import { usePolled } from '../use-polled.ts';
import { rich } from '../words/rich.ts';
import { t } from '../words/t.ts';
import { channelName } from '../words.ts';
import { ClosedWindow } from './closed-window.tsx';
import type { Received } from './entry.tsx';
import { SavedAnswers } from './saved-answers.tsx';
import { useKeys } from './use-keys.ts';
import { usePen } from './use-pen.ts';

type Mode = 'answer' | 'note';
type Props = {
  conversation: ConversationRow;
  newest: Received;
  heldBy: string | null;
  /** A colleague's answer to it that nobody has approved yet. */
  waiting: { by: string | null } | null;
  onSent: () => void;
};

/** Writes an answer, which goes out as it stands and as the writer's own decision, or a note, which never does. */
export function Answering({ conversation, newest, heldBy, waiting, onSent }: Props) {
  const [mode, setMode] = useState<Mode>('answer');
  const [text, setText] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const isAnswer = mode === 'answer';
  const suggestion = newest.triage?.answer ?? null;
  const ways = usePolled<AnswerWays>(`/replies/${newest.replyId}/ways`, null).data;
  const [channel] = ways?.isOpen === false ? ways.channels : [conversation.channel];
  usePen(conversation.id, isAnswer ? text : '');
  // What was written stays when more came in: the person decides whether it still fits.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another message, another answer
  useEffect(() => setSaid(null), [newest.replyId]);

  const write = (next: Mode) => {
    setMode(next);
    requestAnimationFrame(() => field.current?.focus());
  };
  const take = (words: string) => {
    setText(words);
    write('answer');
  };
  useKeys(root, {
    a: () => write('answer'),
    n: () => write('note'),
    u: () => suggestion && take(suggestion),
  });

  const how = waiting ? { takesOver: true } : {};
  async function sendApproved(templateId: string) {
    setProblem(null);
    try {
      await post(`/replies/${newest.replyId}/answer`, { templateId, ...how });
      setSaid(t('Approved by you and on its way.'));
      onSent();
    } catch (error) {
      setProblem(problemWords(error));
    }
  }
  async function send() {
    if (!text.trim() || isBusy || (isAnswer && !channel)) return;
    setBusy(true);
    setProblem(null);
    setSaid(null);
    try {
      if (isAnswer) await post(`/replies/${newest.replyId}/answer`, { text, channel, ...how });
      else await post(`/conversations/${conversation.id}/notes`, { text });
      setSaid(isAnswer ? t('Approved by you and on its way.') : t('Noted.'));
      setText('');
      onSent();
    } catch (error) {
      setProblem(problemWords(error));
    } finally {
      setBusy(false);
    }
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
        {isAnswer && ways?.isOpen === false && (
          <ClosedWindow channel={conversation.channel} ways={ways} onTake={(id) => void sendApproved(id)} />
        )}
        {suggestion && !text && isAnswer && (
          <Suggestion text={suggestion} english={newest.triage?.answerInEnglish ?? null} onTake={take} />
        )}
        <div className="mb-2 flex flex-wrap items-center gap-2">
          {(['answer', 'note'] as const).map((one) => (
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
            onChange={({ target }) => setText(target.value)}
            onKeyDown={onKeyDown}
          />
          <button
            type="button"
            className="btn btn-primary max-w-full grow sm:grow-0"
            disabled={!text.trim() || isBusy || (isAnswer && !channel)}
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

type SuggestionProps = { text: string; english: string | null; onTake: (text: string) => void };

const Suggestion = ({ text, english, onTake }: SuggestionProps) => (
  <div className="mb-2 flex flex-wrap items-start gap-2 rounded-field bg-base-200 px-3 py-2">
    <div className="min-w-0 grow basis-56">
      <p className="quiet text-xs">{t('Suggested answer')}</p>
      <p className="line-clamp-4 whitespace-pre-wrap wrap-anywhere" dir="auto">
        {text}
      </p>
      {english && (
        <p className="quiet mt-1 line-clamp-3 text-xs wrap-anywhere">
          {t('In English: {english}', { english })}
        </p>
      )}
    </div>
    <button type="button" className="btn btn-sm" onClick={() => onTake(text)}>
      {t('Use it')}
    </button>
  </div>
);
