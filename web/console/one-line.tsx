import { type FormEvent, type ReactNode, useState } from 'react';
import { problemWords } from './api.ts';
import { Problem } from './cards/card.tsx';

type Props = {
  label: string;
  /** What stands in the line to begin with. */
  begin?: string;
  /** What stands in the empty line; the label, unless given. */
  hint?: string;
  maxLength: number;
  button: string;
  /** On the button while it is sent. */
  busy?: string;
  mayBeEmpty?: boolean;
  /** The words stay in the line afterwards, to be changed and asked again. */
  isKept?: boolean;
  isSmall?: boolean;
  onSend: (text: string) => Promise<void>;
  /** What else may be done, beside the button. */
  children?: ReactNode;
};

/** One line of text and what is done with it; where that fails the text stays, and what went wrong stands below. */
export function OneLine({ label, hint = label, maxLength, button, busy = button, onSend, ...how }: Props) {
  const [text, setText] = useState(how.begin ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  async function send(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await onSend(text.trim());
      if (!how.isKept) setText('');
    } catch (error) {
      setProblem(problemWords(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <form onSubmit={send} className="flex flex-wrap items-center gap-2">
      <input
        className={`input min-w-0 grow basis-40 text-base sm:text-sm ${how.isSmall ? 'input-sm' : ''}`}
        aria-label={label}
        placeholder={hint}
        maxLength={maxLength}
        dir="auto"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <button
        type="submit"
        className={`btn ${how.isSmall ? 'btn-sm' : ''}`}
        disabled={isBusy || !(how.mayBeEmpty || text.trim())}
      >
        {isBusy ? busy : button}
      </button>
      {how.children}
      {problem && <Problem words={problem} />}
    </form>
  );
}
