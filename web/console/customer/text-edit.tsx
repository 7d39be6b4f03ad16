import type { FormEvent } from 'react';
import { t } from '../words/t.ts';

type Props = {
  label: string;
  text: string;
  rows: number;
  maxLength?: number;
  /** Whether nothing was changed yet. */
  isSame?: boolean;
  onChange(text: string | null): void;
  onSave(): Promise<void>;
};

/** A text of several lines while it is edited; Escape leaves it as it was (`onChange(null)`). */
export function TextEdit({ label, text, rows, maxLength, isSame, onChange, onSave }: Props) {
  const send = (event: FormEvent) => {
    event.preventDefault();
    void onSave();
  };
  return (
    <form onSubmit={send} onKeyDown={({ key }) => key === 'Escape' && onChange(null)}>
      <textarea
        className="textarea w-full text-base sm:text-sm"
        aria-label={label}
        rows={Math.max(4, rows)}
        maxLength={maxLength}
        dir="auto"
        value={text}
        onChange={({ target }) => onChange(target.value)}
      />
      <div className="mt-2 flex gap-2">
        <button type="submit" className="btn btn-sm btn-primary" disabled={isSame}>
          {t('Save')}
        </button>
        <button type="button" className="btn btn-sm" onClick={() => onChange(null)}>
          {t('Cancel')}
        </button>
      </div>
    </form>
  );
}
