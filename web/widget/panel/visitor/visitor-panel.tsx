import { type FormEvent, useEffect, useRef, useState } from 'react';
import { t } from '../../../console/words/t.ts';
import { ownTimeWords } from '../../../console/words.ts';
import { PreferencesView } from './preferences-view.tsx';
import { useSite } from './use-site.ts';
import { useVisit } from './use-visit.ts';
import type { Visit } from './visit-api.ts';
import type { WaitingMessage } from './waiting-messages.ts';

/** What customers see on a web site: notices, their own conversation with people, and what they want to get. */
export function VisitorPanel() {
  const { site, isOpen, tell } = useSite();
  const { visit, isKnown, waiting, problem, isOnline, say, asVisitor } = useVisit(site, isOpen);
  const [page, setPage] = useState<'talk' | 'preferences'>('talk');
  const unread = visit?.messages.filter(({ isOurs, isRead }) => isOurs && !isRead).length ?? 0;
  useEffect(() => {
    if (isOpen && unread > 0) void asVisitor('/visit/read', { method: 'POST' }).catch(() => undefined);
    else tell({ type: 'refrain:unread', count: unread });
  }, [unread, isOpen, tell, asVisitor]);
  const write = (text: string, wantsPerson = false) => {
    say(text, wantsPerson);
    tell({ type: 'refrain:wrote' });
  };
  return (
    <div className="flex h-dvh flex-col overflow-hidden bg-base-200">
      <header className="flex items-center justify-between gap-2 bg-primary px-4 py-2 text-primary-content">
        <h1 className="min-w-0 truncate font-semibold">{visit?.company ?? ''}</h1>
        <span className="flex gap-1">
          {isKnown && (
            <button
              type="button"
              className="btn btn-sm"
              aria-pressed={page === 'preferences'}
              onClick={() => setPage(page === 'talk' ? 'preferences' : 'talk')}
            >
              {t('What I get')}
            </button>
          )}
          <button type="button" className="btn btn-sm" onClick={() => tell({ type: 'refrain:close' })}>
            {t('Close')}
          </button>
        </span>
      </header>
      {!isOnline && (
        <p role="status" className="bg-warning px-4 py-1.5 text-center text-sm text-warning-content">
          {t('You are offline. What you write goes out when you are back.')}
        </p>
      )}
      <main className="relative min-h-0 grow overflow-y-auto p-4 text-sm">
        {page === 'preferences' ? (
          <PreferencesView asVisitor={asVisitor} />
        ) : (
          <Talk visit={visit} waiting={waiting} problem={isOnline ? problem : null} />
        )}
      </main>
      {page === 'talk' && <Writing isReady={site !== null} visit={visit} onSay={write} />}
    </div>
  );
}

type TalkProps = { visit: Visit | null; waiting: WaitingMessage[]; problem: string | null };

function Talk({ visit, waiting, problem }: TalkProps) {
  const end = useRef<HTMLDivElement>(null);
  const count = (visit?.messages.length ?? 0) + waiting.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what came last is seen
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [count]);
  return (
    <>
      {visit?.announcements.map((text) => (
        <p
          key={text}
          className="mb-3 rounded-box border border-base-300 bg-base-100 px-3 py-2 whitespace-pre-wrap wrap-anywhere"
          dir="auto"
        >
          {text}
        </p>
      ))}
      {count === 0 && <p className="quiet">{t('Write to us here; a person reads it and answers.')}</p>}
      <ol aria-label={t('What was said')} className="space-y-2">
        {visit?.messages.map(({ id, isOurs, text, at }) => (
          <Bubble key={id} isOurs={isOurs} text={text} note={ownTimeWords(at)} />
        ))}
        {waiting.map(({ id, text }) => (
          <Bubble key={id} isOurs={false} text={text} note={t('waits to be sent')} />
        ))}
      </ol>
      {visit?.waitsForPerson && (
        <p role="status" className="quiet mt-3">
          {t('A person was asked to answer you here. You may leave this page: the answer waits for you.')}
        </p>
      )}
      {problem && (
        <p role="alert" className="mt-3">
          {problem}
        </p>
      )}
      <div ref={end} />
    </>
  );
}

const Bubble = ({ isOurs, text, note }: { isOurs: boolean; text: string; note: string }) => (
  <li className={isOurs ? 'me-8' : 'ms-8'}>
    <p
      className={`w-fit max-w-full rounded-lg px-3 py-2 whitespace-pre-wrap wrap-anywhere ${isOurs ? 'bg-base-100' : 'ms-auto bg-primary text-primary-content'}`}
      dir="auto"
    >
      {text}
    </p>
    <p className={`quiet mt-0.5 text-xs ${isOurs ? '' : 'text-end'}`}>{note}</p>
  </li>
);

type WritingProps = {
  isReady: boolean;
  visit: Visit | null;
  onSay: (text: string, wantsPerson?: boolean) => void;
};

function Writing({ isReady, visit, onSay }: WritingProps) {
  const [text, setText] = useState('');
  function send(event: FormEvent) {
    event.preventDefault();
    if (!text.trim()) return;
    onSay(text.trim());
    setText('');
  }
  return (
    <form onSubmit={send} className="border-t border-base-300 bg-base-100 p-3">
      <div className="flex items-end gap-2">
        <textarea
          className="textarea field-sizing-content max-h-32 min-h-11 min-w-0 grow resize-none text-base"
          rows={1}
          maxLength={2000}
          aria-label={t('Your message')}
          placeholder={t('Your message')}
          dir="auto"
          value={text}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            // While an input method composes a word, Enter belongs to it.
            if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) send(event);
          }}
        />
        <button type="submit" className="btn btn-primary" disabled={!isReady || !text.trim()}>
          {t('Send')}
        </button>
      </div>
      {visit && !visit.waitsForPerson && (
        <button
          type="button"
          className="link mt-2 min-h-6 text-xs"
          onClick={() => onSay(t('I would like to talk to a person.'), true)}
        >
          {t('Talk to a person')}
        </button>
      )}
    </form>
  );
}
