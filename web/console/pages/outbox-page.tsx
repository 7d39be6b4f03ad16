import { type FormEvent, useState } from 'react';
import { ApiError, post } from '../api.ts';
import { channelName, MessageBubble } from '../cards/message-bubble.tsx';
import { Page } from './page.tsx';
import { usePolled } from './use-polled.ts';

export type OutboxMessage = {
  id: string;
  channel: string;
  address: string;
  at: string;
  customer: string | null;
  contact: string | null;
  subject?: string;
  body: string;
  html?: string;
};

/** What the stand-in providers accepted, as each recipient would see it; one can answer in their place. */
export function OutboxPage() {
  const { data, problem, reload } = usePolled<{ messages: OutboxMessage[] }>('/outbox');
  return (
    <Page
      title="Outbox"
      hint="Messages that would have left this machine, as the recipient sees them."
      problem={problem}
      isLoading={!data}
    >
      {data?.messages.length === 0 && <p>Nothing has been sent yet.</p>}
      <ul className="space-y-6">
        {data?.messages.map((message) => (
          <li key={message.id}>
            <p className="mb-1 text-sm">
              <strong>{channelName(message.channel)}</strong> to{' '}
              <bdi>{message.contact ?? message.address}</bdi>
              {message.customer && (
                <>
                  , <bdi>{message.customer}</bdi>
                </>
              )}
              <span className="opacity-70"> · {new Date(message.at).toLocaleString()}</span>
            </p>
            <MessageBubble message={message} />
            <Answer message={message} onAnswered={reload} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function Answer({ message, onAnswered }: { message: OutboxMessage; onAnswered: () => void }) {
  const [text, setText] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  async function answer(event: FormEvent) {
    event.preventDefault();
    try {
      await post(`/outbox/${message.id}/reply`, { message: text });
      setSaid('Answered. It is under Replies.');
      setText('');
      onAnswered();
    } catch (error) {
      setSaid(error instanceof ApiError ? error.message : 'That did not work.');
    }
  }
  return (
    <form onSubmit={answer} className="mt-2 flex flex-wrap items-center gap-2">
      <input
        className="input input-sm grow"
        placeholder="Answer as this person, for example: stop"
        aria-label={`Answer as ${message.contact ?? message.address}`}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="btn btn-sm" disabled={!text.trim()}>
        Answer
      </button>
      {said && (
        <span role="status" className="text-sm opacity-80">
          {said}
        </span>
      )}
    </form>
  );
}
