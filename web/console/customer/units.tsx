import { useState } from 'react';
import type { CustomerCard } from '../../../core/customers/read-customer.ts';
import { InlineName } from '../cards/card.tsx';
import { Panel } from '../pages/page.tsx';
import { t } from '../words/t.ts';
import { TextEdit } from './text-edit.tsx';
import type { Save } from './use-change.ts';

/** The named parts of a customer, edited as lines of text. */
export function Units({ card, save }: { card: CustomerCard; save: Save | null }) {
  const [text, setText] = useState<string | null>(null);
  if (card.units.length === 0 && !save) return null;
  const names = (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  async function send() {
    if (await save?.([{ do: 'set_units', names }])) setText(null);
  }
  return (
    <Panel title={card.units.length > 0 ? t('{n} {n|part|parts}', { n: card.units.length }) : t('Parts')}>
      {text === null ? (
        <>
          {card.units.length === 0 && <p className="quiet">{t('None is named.')}</p>}
          <ul className="flex flex-wrap gap-1.5">
            {card.units.map((name, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two parts may have one name
              <li key={at} className="rounded-field bg-base-200 px-2 py-1">
                <InlineName>{name}</InlineName>
              </li>
            ))}
          </ul>
          {save && (
            <button type="button" className="btn btn-sm mt-3" onClick={() => setText(card.units.join('\n'))}>
              {t('Edit the names')}
            </button>
          )}
        </>
      ) : (
        <TextEdit
          label={t('Names of the parts, one a line')}
          text={text}
          rows={names.length + 1}
          onChange={setText}
          onSave={send}
        />
      )}
    </Panel>
  );
}
