import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { FieldView } from '../../../routes/fields.ts';
import { Problem } from '../cards/card.tsx';
import { Loading, Panel } from '../pages/page.tsx';
import { type Value, ValueInput } from '../pages/value-input.tsx';
import { usePolled } from '../use-polled.ts';
import { inLanguage, t } from '../words/t.ts';

type Props = {
  field: string;
  count: number;
  before: string | null;
  onFix: (value: Value) => void;
  onCancel: () => void;
};

/** One value for all that were chosen: theirs from now on, whatever a file says. */
export function FixForm({ field: key, count, before, onFix, onCancel }: Props) {
  const { data, problem } = usePolled<{ currency: string; fields: FieldView[] }>('/fields', null);
  const field = data?.fields.find((one) => one.key === key);
  const [value, setValue] = useState<Value>(key === 'name' ? before : null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (field) form.current?.querySelector<HTMLElement>('input, select')?.focus();
  }, [field]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    onFix(value);
  };
  return (
    <Panel title={t('Fix {n} {n|item|items}', { n: count })}>
      {problem && <Problem words={problem} />}
      {!data && !problem && <Loading />}
      {data && field && (
        <form
          ref={form}
          onSubmit={send}
          onKeyDown={({ key: pressed }) => pressed === 'Escape' && onCancel()}
          className="flex flex-wrap items-end gap-2"
        >
          {/* biome-ignore lint/a11y/noLabelWithoutControl: the control stands in the component */}
          <label className="grow basis-56">
            <span className="quiet block">{inLanguage(field.label)}</span>
            <ValueInput field={field} currency={data.currency} value={value} onChange={setValue} />
          </label>
          <button type="submit" className="btn btn-sm btn-primary" disabled={value === null}>
            {t('Set it')}
          </button>
          <button type="button" className="btn btn-sm" onClick={onCancel}>
            {t('Cancel')}
          </button>
        </form>
      )}
    </Panel>
  );
}
