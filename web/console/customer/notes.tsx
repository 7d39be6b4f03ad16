import { useState } from 'react';
import type { CustomerCard } from '../../../core/customers/read-customer.ts';
import { Panel } from '../pages/page.tsx';
import { t } from '../words/t.ts';
import { TextEdit } from './text-edit.tsx';
import type { Save } from './use-change.ts';

/** What is to be known of a customer, in one text; what happened belongs into the timeline. */
export function Notes({ card, save }: { card: CustomerCard; save: Save | null }) {
  const [text, setText] = useState<string | null>(null);
  if (!card.notes && !save) return null;
  async function send() {
    if (await save?.([{ do: 'set', field: 'notes', value: text?.trim() || null }])) setText(null);
  }
  return (
    <Panel title={t('Notes')}>
      {text === null ? (
        <>
          {card.notes ? (
            <p className="whitespace-pre-wrap wrap-anywhere" dir="auto">
              {card.notes}
            </p>
          ) : (
            <p className="quiet">{t('None.')}</p>
          )}
          {card.corrected.includes('notes') && (
            <span className="quiet block text-xs">{t('Set by hand: no import changes it.')}</span>
          )}
          {save && (
            <button type="button" className="btn btn-sm mt-3" onClick={() => setText(card.notes ?? '')}>
              {t('Edit the notes')}
            </button>
          )}
        </>
      ) : (
        <TextEdit
          label={t('Notes on this customer')}
          text={text}
          rows={text.split('\n').length + 1}
          maxLength={10_000}
          isSame={text === (card.notes ?? '')}
          onChange={setText}
          onSave={send}
        />
      )}
    </Panel>
  );
}
