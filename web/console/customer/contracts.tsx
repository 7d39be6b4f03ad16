import { type FormEvent, useState } from 'react';
import type { CustomerCard } from '../../../core/customers/read-customer.ts';
import { SaveOrCancel } from '../buttons.tsx';
import { Badge } from '../cards/card.tsx';
import { Panel } from '../pages/page.tsx';
import { type Value, ValueInput } from '../pages/value-input.tsx';
import { inLanguage, t } from '../words/t.ts';
import { dateWords, moneyWords } from '../words.ts';
import type { Fields } from './facts.tsx';
import type { Save } from './use-change.ts';

type Contract = CustomerCard['contracts'][number];
type Props = { card: CustomerCard; fields: Fields; save: Save | null };

const KEYS = ['contract_start', 'contract_end', 'unit_count', 'unit_price'] as const;
const COLUMN = {
  contract_start: 'startsOn',
  contract_end: 'endsOn',
  unit_count: 'unitCount',
  unit_price: 'pricePerUnitMinor',
} as const;

/** The terms; the latest that stands can be set by hand. */
export function Contracts({ card, fields, save }: Props) {
  const [isOpen, setOpen] = useState(false);
  const editable = fields.fields.filter(({ key }) => (KEYS as readonly string[]).includes(key));
  if (card.contracts.length === 0 && editable.length === 0) return null;
  const contracts = card.contracts.toSorted((a, b) => endOf(b).localeCompare(endOf(a)));
  const latest = contracts.find(({ status }) => status === 'active');
  return (
    <Panel title={t('Contracts')}>
      {card.contracts.length === 0 && <p className="quiet">{t('None is known.')}</p>}
      <ul className="divide-y divide-base-300">
        {contracts.map((one) => (
          <li
            key={one.id}
            className="flex flex-wrap items-center justify-between gap-2 py-2 first:pt-0 last:pb-0"
          >
            <span className="tabular-nums">
              {one.startsOn ? dateWords(one.startsOn) : t('start not known')} –{' '}
              {one.endsOn ? dateWords(one.endsOn) : t('end not known')}
            </span>
            <span className="quiet tabular-nums">
              {[
                one.unitCount !== null && `${one.unitCount} ×`,
                one.pricePerUnitMinor !== null && one.currency
                  ? t('{money} a year', { money: moneyWords(one.pricePerUnitMinor, one.currency) })
                  : t('price not known'),
              ]
                .filter(Boolean)
                .join(' ')}
            </span>
            {one.status === 'cancelled' && <Badge tone="bad">{t('cancelled')}</Badge>}
            {one.status === 'active' && one !== latest && <Badge>{t('earlier')}</Badge>}
          </li>
        ))}
      </ul>
      {save && editable.length > 0 && !isOpen && (
        <button type="button" className="btn btn-sm mt-2" onClick={() => setOpen(true)}>
          {latest ? t('Edit the latest') : t('Add its terms')}
        </button>
      )}
      {save && isOpen && (
        <Terms
          contract={latest ?? null}
          fields={{ ...fields, fields: editable }}
          save={save}
          onClose={() => setOpen(false)}
        />
      )}
    </Panel>
  );
}

const endOf = ({ startsOn, endsOn }: Contract): string => endsOn ?? startsOn ?? '';

type TermsProps = { contract: Contract | null; fields: Fields; save: Save; onClose: () => void };

function Terms({ contract, fields, save, onClose }: TermsProps) {
  const before = (key: string): Value => contract?.[COLUMN[key as keyof typeof COLUMN]] ?? null;
  const [values, setValues] = useState<Record<string, Value>>({});
  const changed = Object.entries(values).filter(([key, value]) => value !== before(key));
  async function send(event: FormEvent) {
    event.preventDefault();
    const steps = changed.map(([field, value]) => ({ do: 'set' as const, field, value }));
    if (await save(steps)) onClose();
  }
  return (
    <form
      onSubmit={send}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
      className="mt-3 grid gap-3 rounded-box bg-base-200 p-3 sm:grid-cols-2"
    >
      {fields.fields.map((field) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the control stands in the component
        <label key={field.key}>
          <span className="quiet block text-xs">{inLanguage(field.label)}</span>
          <ValueInput
            field={field}
            currency={fields.currency}
            value={field.key in values ? values[field.key]! : before(field.key)}
            onChange={(value) => setValues({ ...values, [field.key]: value })}
          />
        </label>
      ))}
      <div className="flex gap-2 sm:col-span-2">
        <SaveOrCancel isHeld={changed.length === 0} onCancel={onClose} />
      </div>
    </form>
  );
}
