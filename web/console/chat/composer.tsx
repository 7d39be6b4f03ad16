import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { t } from '../words/t.ts';

type Props = {
  field: RefObject<HTMLTextAreaElement | null>;
  isBusy: boolean;
  onSay: (text: string) => void;
  onStop: () => void;
  /** Where files may be handed over. */
  onFiles?: (files: File[]) => void;
  /** A sentence that was said, to be said in other words. */
  editing?: { text: string; onCancel: () => void } | null;
};
const LONGEST = 4000;

// On a touch screen, focus raises a keyboard over what is to be read.
export const focusUnlessTouch = (field: HTMLElement | null): void => {
  if (matchMedia('(pointer: fine)').matches) field?.focus();
};

/** Enter sends, Shift+Enter breaks the line, Escape stops a running turn, "/" comes here from anywhere in the chat. */
export function Composer({ field, isBusy, onSay, onStop, onFiles, editing = null }: Props) {
  const [text, setText] = useState('');
  const edited = editing?.text;
  useEffect(() => {
    if (edited === undefined) return;
    setText(edited);
    field.current?.focus();
  }, [edited, field]);

  useEffect(() => {
    focusUnlessTouch(field.current);
    const focus = (event: globalThis.KeyboardEvent) => {
      const isTyping = (event.target as HTMLElement).matches('input, textarea');
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      // On another page the key stays the browser's.
      if (!field.current?.checkVisibility()) return;
      event.preventDefault();
      field.current.focus();
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
      {editing && (
        <p className="mx-auto mb-2 flex w-full max-w-3xl items-center justify-between gap-2 text-xs">
          {t('What the sentence made is taken back; then it is said in these words.')}
          <button
            type="button"
            className="btn btn-xs"
            onClick={() => {
              setText('');
              editing.onCancel();
            }}
          >
            {t('Cancel')}
          </button>
        </p>
      )}
      <div className="mx-auto flex w-full max-w-3xl items-end gap-2">
        {onFiles && <Attach onFiles={onFiles} />}
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

function Attach({ onFiles }: { onFiles: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className="btn btn-square h-12 w-12"
        aria-label={t('Hand over files')}
        title={t('Hand over files')}
        onClick={() => input.current?.click()}
      >
        <span aria-hidden="true">+</span>
      </button>
      <input
        ref={input}
        type="file"
        multiple
        className="sr-only"
        tabIndex={-1}
        aria-label={t('Hand over files')}
        onChange={({ target }) => {
          const chosen = [...(target.files ?? [])];
          target.value = '';
          if (chosen.length > 0) onFiles(chosen);
        }}
      />
    </>
  );
}
