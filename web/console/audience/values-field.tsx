import { type KeyboardEvent, useId, useState } from 'react';
import type { Clause } from '../../../core/audience/filter.ts';
import type { FieldView } from '../../../routes/fields.ts';
import { usePolled } from '../use-polled.ts';
import { inLanguage, t } from '../words/t.ts';
import { countryWords, minorPerUnit } from '../words.ts';
import { useFacet } from './facet-values.ts';
import { useFields } from './fields-context.ts';

type In = Extract<Clause, { op: 'in' }>;
type Props = { field: FieldView; clause: In; onChange: (clause: Clause) => void };
type Option = { value: string; words: string };

/** Any of several values: typed, or taken from what this workspace's customers have. */
export function ValuesField({ field, clause, onChange }: Props) {
  const [text, setText] = useState('');
  const id = useId();
  const { currency } = useFields();
  const segments = usePolled<{ segments: { id: string; name: string }[] }>(
    field.key === 'segment' ? '/segments' : null,
    null,
  );
  const facet = useFacet(field.key);
  const options: Option[] = [
    ...(segments.data?.segments.map((one) => ({ value: one.id, words: one.name })) ?? []),
    ...(facet ?? []),
    ...field.values.map((value) => ({ value, words: value })),
  ];
  const scale = field.kind === 'money' ? minorPerUnit(currency) : 1;
  const wordsOf = (value: string | number) => {
    if (field.key === 'country') return countryWords(String(value));
    // Its words tell the sub-brands too, which the count says below.
    if (field.kind === 'brand') return String(value);
    const known = options.find((one) => one.value === String(value));
    return known?.words ?? (scale > 1 ? String(Number(value) / scale) : String(value));
  };
  const readValue = (said: string): string | number => {
    const known = options.find((one) => one.words.toLowerCase() === said.toLowerCase());
    if (known) return known.value;
    return field.kind === 'number' || field.kind === 'money'
      ? Math.round(Number(said) * scale) || said
      : said;
  };
  const add = (said: string) => {
    const value = readValue(said.trim());
    if (value !== '' && !clause.values.includes(value))
      onChange({ ...clause, values: [...clause.values, value] });
    setText('');
  };
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault();
      if (text.trim()) add(text);
    } else if (event.key === 'Backspace' && text === '' && clause.values.length > 0)
      onChange({ ...clause, values: clause.values.slice(0, -1) });
  }
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {clause.values.map((value) => (
        <button
          key={value}
          type="button"
          className="btn btn-sm h-auto min-h-8 max-w-full rounded-full py-1 font-normal wrap-anywhere"
          aria-label={t('Take {words} out', { words: wordsOf(value) })}
          onClick={() => onChange({ ...clause, values: clause.values.filter((one) => one !== value) })}
        >
          <bdi>{wordsOf(value)}</bdi> ×
        </button>
      ))}
      <input
        className="input input-sm w-40 min-w-0 grow text-base sm:text-sm"
        list={id}
        aria-label={t('Values of {label}', { label: inLanguage(field.label) })}
        placeholder={clause.values.length > 0 ? t('or …') : t('Value, then Enter')}
        type={field.kind === 'date' ? 'date' : 'text'}
        value={text}
        onChange={({ target, nativeEvent }) => {
          // Taken from the list, not typed: it is meant as it is.
          const isPicked =
            !(nativeEvent instanceof InputEvent) || nativeEvent.inputType === 'insertReplacementText';
          if (isPicked && options.some(({ words }) => words === target.value)) add(target.value);
          else setText(target.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => text.trim() && add(text)}
      />
      <datalist id={id}>
        {[...new Set(options.map(({ words }) => words))].map((words) => (
          <option key={words} value={words} />
        ))}
      </datalist>
    </div>
  );
}
