import { Badge, InlineName, Problem } from '../cards/card.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { channelName, messageTone, plainWords, timeWords } from '../words.ts';
import { type OutboxMessage, OutboxMessageView } from './outbox-message.tsx';
import { Nothing } from './page.tsx';

const NEWEST = 300;

/** What the stand-in providers accepted, as each recipient would see it: a list, and the one that is open. */
export function OutboxPage({ id }: { id: string | undefined }) {
  const { data, problem, reload } = usePolled<{ messages: OutboxMessage[] }>(`/outbox?limit=${NEWEST}`);
  const open = data?.messages.find((message) => message.id === id);
  return (
    <div className="flex min-w-0 grow">
      <div
        className={`relative w-full overflow-y-auto border-e border-base-300 bg-base-100 md:block md:w-88 md:shrink-0 ${id ? 'hidden' : ''}`}
      >
        <div className="px-4 pt-5 pb-2">
          <h2 className="text-xl font-semibold">{t('Outbox')}</h2>
          <p className="quiet text-sm">{t('Messages that would have left this machine.')}</p>
          {problem && <Problem words={problem} onRetry={() => void reload()} />}
          {!data && !problem && (
            <span className="loading loading-dots mt-4" role="status" aria-label={t('Loading')} />
          )}
        </div>
        {data?.messages.length === 0 && (
          <div className="p-4 md:hidden">
            <Nothing>{t('Nothing has been sent yet.')}</Nothing>
          </div>
        )}
        <ul aria-label={t('Messages')}>
          {data?.messages.map((message) => (
            <li key={message.id}>
              <Row message={message} isOpen={message.id === id} />
            </li>
          ))}
        </ul>
        {data && data.messages.length >= NEWEST && (
          <p className="quiet p-4 text-sm">{t('These are the newest {NEWEST}.', { NEWEST })}</p>
        )}
      </div>
      <div className={`relative min-w-0 grow overflow-y-auto bg-base-200 ${id ? '' : 'hidden md:block'}`}>
        {open ? (
          <OutboxMessageView key={open.id} message={open} onChanged={() => void reload()} />
        ) : (
          <div className="mx-auto max-w-md p-6">
            <Nothing>
              {data?.messages.length === 0
                ? t('Nothing has been sent yet.')
                : id && data
                  ? t('There is no such message here.')
                  : t('Choose a message to read it as its recipient does.')}
            </Nothing>
          </div>
        )}
      </div>
    </div>
  );
}

const Row = ({ message, isOpen }: { message: OutboxMessage; isOpen: boolean }) => (
  <a
    href={`#/outbox/${message.id}`}
    aria-current={isOpen ? 'true' : undefined}
    className={`block border-b border-base-300 px-4 py-3 text-sm -outline-offset-2 ${isOpen ? 'bg-base-200' : 'hover:bg-base-200'}`}
  >
    <span className="flex items-start justify-between gap-2">
      <span className="line-clamp-1 font-medium">
        <InlineName>{message.contact ?? message.address}</InlineName>
      </span>
      <Badge tone={messageTone(message.status)}>{plainWords(message.status)}</Badge>
    </span>
    {message.customer && (
      <span className="line-clamp-1">
        <InlineName>{message.customer}</InlineName>
      </span>
    )}
    <span className="quiet line-clamp-1 wrap-anywhere" dir="auto">
      {message.subject ?? message.body}
    </span>
    <span className="quiet text-xs">
      {channelName(message.channel)} · {timeWords(message.at)}
      {message.isTest && t(' · test')}
    </span>
  </a>
);
