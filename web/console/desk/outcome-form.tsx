import { type FormEvent, useState } from 'react';
import type { OutcomeInput } from '../../../core/replies/desk/confirm-outcome.ts';
import { post, problemWords } from '../api.ts';
import { SaveOrCancel } from '../buttons.tsx';
import { Problem } from '../cards/card.tsx';
import { useMe } from '../me.ts';
import { t } from '../words/t.ts';
import { minorPerUnit, moneyWords } from '../words.ts';
import type { Received } from './entry.tsx';

type Kind = OutcomeInput['kind'];
const WORDS: Record<Kind, string> = {
  renewed: t('renewed'),
  declined: t('declined'),
  call_booked: t('a call is booked'),
  solved: t('solved'),
};

type Props = {
  entry: Received;
  /** The contract that the conversation is about now. */
  contractId: string | null;
  mayAnswer: boolean;
  onSaved: () => void;
};

/** What came of it, as a person says; it counts for the campaign. */
export function OutcomeForm({ entry: { outcome, replyId }, contractId, mayAnswer, onSaved }: Props) {
  const { currency } = useMe().workspace;
  const scale = minorPerUnit(currency);
  const [isOpen, setOpen] = useState(false);
  const [kind, setKind] = useState<Kind>(outcome?.kind ?? 'renewed');
  const [value, setValue] = useState('');
  const isOfContract = kind === 'renewed' && contractId !== null;
  function open() {
    const isSame = outcome && outcome.valueMinor !== null && outcome.contractId === contractId;
    setValue(isSame && outcome.currency === currency ? String(outcome.valueMinor! / scale) : '');
    setOpen(true);
  }
  const [problem, setProblem] = useState<string | null>(null);
  async function save(event: FormEvent) {
    event.preventDefault();
    setProblem(null);
    try {
      const worth = value.trim() ? { valueMinor: Math.round(Number(value) * scale), currency } : {};
      await post(`/replies/${replyId}/outcome`, { kind, ...worth });
      setOpen(false);
      onSaved();
    } catch (error) {
      setProblem(problemWords(error));
    }
  }
  const said =
    outcome &&
    [
      WORDS[outcome.kind],
      outcome.valueMinor !== null && outcome.currency && moneyWords(outcome.valueMinor, outcome.currency),
    ]
      .filter(Boolean)
      .join(', ');
  if (!isOpen)
    return (
      <p className="mt-1.5 flex flex-wrap items-center gap-2">
        {said && <span className="font-medium">{t('What came of it: {said}', { said })}</span>}
        {mayAnswer && (
          <button type="button" className="btn btn-xs" onClick={open}>
            {said ? t('Change') : t('What came of it?')}
          </button>
        )}
      </p>
    );
  return (
    <form onSubmit={save} className="mt-2 flex flex-wrap items-center gap-2">
      <select
        className="select select-sm w-auto"
        aria-label={t('What came of it')}
        value={kind}
        onChange={({ target }) => setKind(target.value as Kind)}
      >
        {Object.entries(WORDS).map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
      <label className="flex items-center gap-2">
        <span className="sr-only">{t('Value')}</span>
        <input
          type="number"
          min={0}
          step="any"
          className="input input-sm w-40 text-base sm:text-sm"
          placeholder={isOfContract ? t('As in the contract') : t('Value, if known')}
          value={value}
          onChange={({ target }) => setValue(target.value)}
        />
        {/* A contract has a currency of its own. */}
        {(value || !isOfContract) && currency}
      </label>
      <SaveOrCancel onCancel={() => setOpen(false)} />
      {problem && <Problem words={problem} />}
    </form>
  );
}
