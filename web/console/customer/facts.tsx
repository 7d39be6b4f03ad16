import { type FormEvent, type ReactNode, useState } from 'react';
import type { CustomerCard } from '../../../core/customers/read-customer.ts';
import type { FieldView } from '../../../routes/fields.ts';
import { SaveOrCancel } from '../buttons.tsx';
import { Badge } from '../cards/card.tsx';
import { Panel } from '../pages/page.tsx';
import { type Value, ValueInput } from '../pages/value-input.tsx';
import { fromServer, inLanguage, t } from '../words/t.ts';
import { countryWords, dateWords, languageWords, moneyWords } from '../words.ts';
import type { Save } from './use-change.ts';

export type Fields = { currency: string; fields: FieldView[] };
type Props = { card: CustomerCard; fields: Fields; save: Save | null };

// In the order in which people ask; the workspace's own fields follow.
const FIRST = [
  'name',
  'brand',
  'type',
  'city',
  'country',
  'region',
  'time_zone',
  'locale',
  'tier',
  'owner',
  'tag',
];

/** What is known, how surely, and who said so; each value can be set by hand. */
export function Facts({ card, fields, save }: Props) {
  const [open, setOpen] = useState<string | null>(null);
  const shown = [
    ...FIRST.flatMap((key) => fields.fields.find((field) => field.key === key) ?? []),
    ...fields.fields.filter(({ isBuiltIn, kind }) => !isBuiltIn && kind !== 'event'),
  ];
  return (
    <Panel title={t('What is known')}>
      <dl className="divide-y divide-base-300">
        {shown.map((field) => {
          const value = valueIn(card, field.key);
          return (
            <div key={field.key} className="grid gap-x-4 py-1.5 sm:grid-cols-[10rem_1fr]">
              <dt className="quiet pt-0.5 first-letter:uppercase">{inLanguage(field.label)}</dt>
              <dd className="min-w-0">
                {open === field.key && save ? (
                  <EditValue
                    field={field}
                    currency={fields.currency}
                    value={value}
                    onSave={async (after) => {
                      if (await save([{ do: 'set', field: field.key, value: after }])) setOpen(null);
                    }}
                    onCancel={() => setOpen(null)}
                  />
                ) : (
                  <div className="flex items-start justify-between gap-3">
                    <div className="min-w-0 wrap-anywhere" dir="auto">
                      {shownValue(card, field, fields.currency) ?? (
                        <span className="quiet">{t('not known')}</span>
                      )}
                      <Because how={card.inferred[field.key]} isOwn={card.corrected.includes(field.key)} />
                    </div>
                    {save && field.isEditable && (
                      <button
                        type="button"
                        className="btn btn-ghost btn-xs"
                        aria-label={t('Edit {label}', { label: inLanguage(field.label) })}
                        onClick={() => setOpen(field.key)}
                      >
                        {t('Edit')}
                      </button>
                    )}
                  </div>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </Panel>
  );
}

function valueIn(card: CustomerCard, key: string): Value {
  switch (key) {
    case 'time_zone':
      return card.timeZone;
    case 'tag':
      return card.tags.length > 0 ? card.tags.join(', ') : null;
    case 'name':
    case 'brand':
    case 'type':
    case 'city':
    case 'country':
    case 'region':
    case 'locale':
    case 'tier':
    case 'owner':
      return card[key];
    default:
      return card.attributes[key] ?? null;
  }
}

function shownValue(card: CustomerCard, field: FieldView, currency: string): ReactNode {
  if (field.key === 'tag' && card.tags.length > 0)
    return (
      <span className="flex flex-wrap gap-1">
        {card.tags.map((tag) => (
          <Badge key={tag}>{tag}</Badge>
        ))}
      </span>
    );
  const value = valueIn(card, field.key);
  if (value === null) return null;
  if (field.key === 'country') return countryWords(String(value));
  if (field.key === 'locale') return languageWords(String(value));
  if (field.kind === 'date') return dateWords(String(value));
  if (field.kind === 'money') return moneyWords(Number(value), currency);
  if (field.kind === 'yesno') return value === true || value === 'yes' ? t('yes') : t('no');
  return String(value);
}

type BecauseProps = { how: { reason: string; confidence: number } | undefined; isOwn: boolean };

const Because = ({ how, isOwn }: BecauseProps) => {
  if (isOwn) return <span className="quiet block text-xs">{t('Set by hand: no import changes it.')}</span>;
  if (!how) return null;
  return (
    <span className="quiet block text-xs">
      {t('Inferred, {n} % sure: {reason}', {
        n: Math.round(100 * how.confidence),
        reason: fromServer(how.reason),
      })}
    </span>
  );
};

type EditProps = {
  field: FieldView;
  currency: string;
  value: Value;
  onSave: (value: Value) => Promise<void>;
  onCancel: () => void;
};

function EditValue({ field, currency, value: before, onSave, onCancel }: EditProps) {
  const [value, setValue] = useState(before);
  const send = (event: FormEvent) => {
    event.preventDefault();
    void onSave(value);
  };
  return (
    <form
      ref={(form) => form?.querySelector<HTMLElement>('input, select')?.focus()}
      onSubmit={send}
      onKeyDown={({ key }) => key === 'Escape' && onCancel()}
      className="flex flex-wrap items-center gap-2"
    >
      <div className="min-w-0 grow basis-48">
        <ValueInput field={field} currency={currency} value={value} onChange={setValue} />
      </div>
      <SaveOrCancel isHeld={value === before} onCancel={onCancel} />
    </form>
  );
}
