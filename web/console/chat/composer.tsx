import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { t } from '../words/t.ts';

type Props = {
  field: RefObject<HTMLTextAreaElement | null>;
  isBusy: boolean;
  onSay: (text: string) => void;
  onStop: () => void;
};
const LONGEST = 4000;

// On a touch screen, focus raises a keyboard over what is to be read.
export const focusUnlessTouch = (field: HTMLElement | null): void => {
  if (matchMedia('(pointer: fine)').matches) field?.focus();
};

/** Enter sends, Shift+Enter breaks the line, Escape stops a running turn, "/" comes here from anywhere. */
export function Composer({ field, isBusy, onSay, onStop }: Props) {
  const [text, setText] = useState('');

  useEffect(() => {
    focusUnlessTouch(field.current);
    const focus = (event: globalThis.KeyboardEvent) => {
      const isTyping = (event.target as HTMLElement).matches('input, textarea, select');
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.current?.focus();
    };
    window.addEventListener('keydown', focus);
    return () => window.removeEventListener('keydown', focus);
  }, [field]);

  useEffect(() => {
    if (!isBusy) return;
    const stop = (event: globalThis.KeyboardEvent) => event.key === 'Escape' && onStop();
    window.addEventListener('keydown', stop);
    return () => window.removeEventListener('keydown', stop);
  }, [isBusy, onStop]);

  function send() {
    const said = text.trim();
    if (!said || isBusy) return;
    setText('');
    onSay(said);
  }

  function onKeyDown(event: KeyboardEvent) {
    // While an input method composes a Japanese or Thai word, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="border-t border-base-300 bg-base-100 px-3 pt-3 pb-[max(0.5rem,env(safe-area-inset-bottom))] sm:px-4"
    >
      <div className="mx-auto flex w-full max-w-3xl items-end gap-2">
        <textarea
          ref={field}
          className="textarea field-sizing-content max-h-40 min-h-12 min-w-0 grow resize-none text-base"
          rows={1}
          maxLength={LONGEST}
          placeholder={t('Whom shall we write to?')}
          aria-label={t('Message to the agent')}
          aria-describedby="composer-keys"
          enterKeyHint="send"
          dir="auto"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {isBusy ? (
          <button type="button" className="btn h-12" onClick={onStop}>
            {t('Stop')}
          </button>
        ) : (
          <button type="submit" className="btn btn-primary h-12" disabled={!text.trim()}>
            {t('Send')}
          </button>
        )}
      </div>
      <p id="composer-keys" className="quiet mx-auto mt-1.5 hidden w-full max-w-3xl text-xs sm:block">
        {t('Enter sends · Shift + Enter breaks the line · / comes here · Esc stops')}
      </p>
    </form>
  );
}
