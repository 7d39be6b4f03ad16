import { inLanguage, t } from '../words/t.ts';
import { useFields } from './fields-context.ts';
import { emptyClause, firstClause, waysOf } from './operators.ts';
import type { Condition } from './tree.ts';
import { ValueControl } from './value-control.tsx';

type Props = { condition: Condition; onChange: (condition: Condition | null) => void };

/** One condition: of what, how, which. Choosing another field begins it anew. */
export function ConditionRow({ condition, onChange }: Props) {
  const { fields } = useFields();
  const { clause, isNot } = condition;
  const field = fields.find(({ key }) => key === clause.field);
  const ways = field ? waysOf(field) : [];
  const way = ways.findIndex((one) => one.op === clause.op && one.isNot === isNot);
  return (
    <div className="flex flex-wrap items-start gap-2 rounded-field bg-base-200 p-2">
      <select
        className="select select-sm w-full sm:w-44"
        aria-label={t('Field')}
        value={clause.field}
        onChange={({ target }) => {
          const next = fields.find(({ key }) => key === target.value);
          if (next) onChange({ ...condition, isNot: false, clause: firstClause(next) });
        }}
      >
        {!field && <option value={clause.field}>{clause.field}</option>}
        {fields.map(({ key, label }) => (
          <option key={key} value={key}>
            {inLanguage(label)}
          </option>
        ))}
      </select>
      <select
        className="select select-sm w-full sm:w-40"
        aria-label={t('Condition')}
        value={way}
        onChange={({ target }) => {
          const next = ways[Number(target.value)];
          if (!next || !field) return;
          const kept = next.op === clause.op ? clause : emptyClause(field, next.op);
          onChange({ ...condition, isNot: next.isNot, clause: kept });
        }}
      >
        {ways.map(({ words }, at) => (
          <option key={words} value={at}>
            {words}
          </option>
        ))}
      </select>
      {field && (
        <div className="min-w-0 grow basis-56">
          <ValueControl
            key={clause.op}
            field={field}
            clause={clause}
            onChange={(next) => onChange({ ...condition, clause: next })}
          />
        </div>
      )}
      <button
        type="button"
        className="btn btn-sm btn-square ms-auto"
        aria-label={t('Take the condition on {label} out', {
          label: inLanguage(field?.label ?? clause.field),
        })}
        onClick={() => onChange(null)}
      >
        ×
      </button>
    </div>
  );
}
