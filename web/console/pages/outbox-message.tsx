import { type FormEvent, useState } from 'react';
import { post, problemWords } from '../api.ts';
import { Badge, InlineName, Name } from '../cards/card.tsx';
import { MessageBubble } from '../cards/message-bubble.tsx';
import { useMay } from '../me.ts';
import { t } from '../words/t.ts';
import { channelName, messageTone, plainWords, timeWords } from '../words.ts';

export type OutboxMessage = {
  id: string;
  channel: string;
  address: string;
  at: string;
  customer: string | null;
  contact: string | null;
  campaignId: string;
  campaign: string;
  isTest: boolean;
  status: string;
  subject?: string;
  body: string;
  html?: string;
};

type Props = { message: OutboxMessage; onChanged: () => void };

export const OutboxMessageView = ({ message, onChanged }: Props) => (
  <article className="mx-auto w-full max-w-3xl px-3 py-5 sm:px-4">
    <a href="#/outbox" className="btn btn-sm mb-3 md:hidden">
      {t('← All messages')}
    </a>
    <div className="mb-3 flex flex-wrap items-start justify-between gap-2">
      <h3 className="min-w-0 grow basis-48 text-lg font-semibold">
        <Name>{message.contact ?? message.address}</Name>
      </h3>
      <Badge tone={messageTone(message.status)}>{plainWords(message.status)}</Badge>
    </div>
    <p className="quiet mb-3 text-sm wrap-anywhere">
      {channelName(message.channel)} · <bdi>{message.address}</bdi> · {timeWords(message.at)}
      {message.isTest && t(' · test')}
      <br />
      {message.customer && (
        <>
          <InlineName>{message.customer}</InlineName>
          {' · '}
        </>
      )}
      <a className="link" href={`#/campaigns/${message.campaignId}`}>
        <InlineName>{message.campaign}</InlineName>
      </a>
    </p>
    <MessageBubble message={message} />
    {useMay('reply') && <Answer message={message} onChanged={onChanged} />}
    {useMay('control') && <Report message={message} onChanged={onChanged} />}
  </article>
);

type Received = { conversationId: string | null; effects: { kind: string; halted: number }[] };

/** Answers in the place of the recipient. */
function Answer({ message, onChanged }: Props) {
  const [text, setText] = useState('');
  const [said, setSaid] = useState<{ words: string; conversation?: string | null } | null>(null);
  const [isBusy, setBusy] = useState(false);
  async function answer(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    try {
      const { effects, conversationId } = await post<Received>(`/outbox/${message.id}/reply`, {
        message: text,
      });
      const done = effects.map(({ kind }) => plainWords(kind)).join(', ');
      const words = done ? t('Answered: {done}.', { done }) : t('Answered.');
      setSaid({ words, conversation: conversationId });
      setText('');
      onChanged();
    } catch (error) {
      setSaid({ words: problemWords(error) });
    } finally {
      setBusy(false);
    }
  }
  return (
    <form onSubmit={answer} className="mt-4">
      <label htmlFor="answer" className="text-sm font-medium">
        {t('Answer as the recipient')}
      </label>
      <div className="mt-1 flex gap-2">
        <input
          id="answer"
          className="input min-w-0 grow text-base sm:text-sm"
          placeholder={t('For example: STOP')}
          autoComplete="off"
          dir="auto"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="btn" disabled={!text.trim() || isBusy}>
          {t('Answer')}
        </button>
      </div>
      <p role="status" className="mt-1.5 min-h-5 text-sm">
        {said && (
          <>
            {said.words}{' '}
            {said.conversation && (
              <a className="link" href={`#/replies/${said.conversation}`}>
                {t('See the conversation')}
              </a>
            )}
          </>
        )}
      </p>
    </form>
  );
}

const REPORTS = { delivered: t('It arrived'), read: t('It was read'), bounced: t('It came back') } as const;

/** Reports in the place of the provider. */
function Report({ message, onChanged }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const report = (kind: string) =>
    post(`/outbox/${message.id}/receipt`, { kind }).then(onChanged, (error: unknown) =>
      setProblem(problemWords(error)),
    );
  return (
    <div className="mt-2">
      <p className="text-sm font-medium">{t('Report as the provider')}</p>
      <div className="mt-1 flex flex-wrap gap-2">
        {Object.entries(REPORTS).map(([kind, words]) => (
          <button key={kind} type="button" className="btn btn-sm" onClick={() => report(kind)}>
            {words}
          </button>
        ))}
      </div>
      {problem && (
        <p role="alert" className="mt-1.5 text-sm">
          {problem}
        </p>
      )}
    </div>
  );
}
