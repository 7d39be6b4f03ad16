import type { CustomerCard } from '../../../core/customers/read-customer.ts';
import type { ConversationRow } from '../../../core/replies/desk/list-conversations.ts';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { dateWords } from '../words.ts';
import type { Changing } from './use-change-conversation.ts';

type Props = { conversation: ConversationRow; change: Changing['change'] };

/** Which of the customer's contracts it is about. */
export function AboutContract({ conversation: { customerId, contractId }, change }: Props) {
  const { data } = usePolled<CustomerCard>(customerId && `/customers/${customerId}`, null);
  if (!data || data.contracts.length === 0) return null;
  const choose = (next: string | null) =>
    change(
      { contractId: next },
      { words: next ? t('It is about that contract.') : t('It is about no contract.'), back: { contractId } },
    );
  return (
    <select
      className="select select-sm w-auto max-w-60"
      aria-label={t('Which contract it is about')}
      value={contractId ?? ''}
      onChange={({ target }) => void choose(target.value || null)}
    >
      <option value="">{t('No contract')}</option>
      {data.contracts.map(({ id, endsOn }) => (
        <option key={id} value={id}>
          {t('Contract until {day}', { day: endsOn ? dateWords(endsOn) : t('a day not known') })}
        </option>
      ))}
    </select>
  );
}
