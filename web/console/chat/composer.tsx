import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';

type Props = { isBusy: boolean; onSay: (text: string) => void; onStop: () => void };

/** Enter sends, Shift+Enter breaks the line, Escape stops a running turn, "/" comes here from anywhere. */
export function Composer({ isBusy, onSay, onStop }: Props) {
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    const focus = (event: globalThis.KeyboardEvent) => {
      const isTyping = /^(input|textarea|select)$/i.test((event.target as HTMLElement).tagName);
      if (event.key !== '/' || isTyping) return;
      event.preventDefault();
      field.current?.focus();
    };
    window.addEventListener('keydown', focus);
    return () => window.removeEventListener('keydown', focus);
  }, []);

  function send(event?: FormEvent) {
    event?.preventDefault();
    const said = text.trim();
    if (!said || isBusy) return;
    setText('');
    onSay(said);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && isBusy) onStop();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    send(event as unknown as FormEvent);
  }

  return (
    <form
      onSubmit={send}
      className="flex items-end gap-2 border-t border-base-300 bg-base-100 p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]"
    >
      <textarea
        ref={field}
        className="textarea max-h-40 min-h-12 grow resize-none"
        rows={1}
        placeholder="Whom shall we write to, and about what?"
        aria-label="Message to the agent"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {isBusy ? (
        <button type="button" className="btn" onClick={onStop}>
          Stop
        </button>
      ) : (
        <button type="submit" className="btn btn-primary" disabled={!text.trim()}>
          Send
        </button>
      )}
    </form>
  );
}
