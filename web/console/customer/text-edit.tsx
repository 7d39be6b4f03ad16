import type { FormEvent } from 'react';
import { SaveOrCancel } from '../buttons.tsx';

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
        <SaveOrCancel isHeld={isSame} onCancel={() => onChange(null)} />
      </div>
    </form>
  );
}
