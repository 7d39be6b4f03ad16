import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import type { CustomerRow, customerPage } from '../../../core/customers/list-customers.ts';
import type { ChangePart } from '../../../core/parts.ts';
import type { ConversationRow } from '../../../core/replies/desk/list-conversations.ts';
import { get, post, problemWords } from '../api.ts';
import { InlineName, Problem } from '../cards/card.tsx';
import { useLate } from '../use-late.ts';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';

type Props = { replyId: string; conversation: ConversationRow; onAdded: () => void };

/** Whose address it is that nobody is known by: a new contact of a customer, who can be answered then. */
export function AddSender({ replyId, conversation, onAdded }: Props) {
  const [name, setName] = useState('');
  const [search, setSearch] = useState('');
  const [customer, setCustomer] = useState<CustomerRow | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  async function add(event: FormEvent) {
    event.preventDefault();
    if (!customer) return;
    setProblem(null);
    try {
      await post(`/replies/${replyId}/contact`, {
        contactId: await addContact(customer.id, name.trim(), conversation),
      });
      onAdded();
    } catch (error) {
      setProblem(problemWords(error));
    }
  }
  return (
    <section
      aria-label={t('Who wrote it')}
      className="mt-4 rounded-box border border-s-4 border-base-300 border-s-warning bg-base-100 px-4 py-2.5 text-sm"
    >
      <form onSubmit={add} className="flex flex-wrap items-center gap-2">
        <p className="w-full">{t('Nobody here is known by this address. Whose is it?')}</p>
        <input
          className="input input-sm min-w-0 grow basis-40 text-base sm:text-sm"
          aria-label={t('Name of who wrote')}
          placeholder={t('Name')}
          maxLength={200}
          required
          dir="auto"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        {customer ? (
          <button type="button" className="btn btn-sm max-w-full" onClick={() => setCustomer(null)}>
            <InlineName>{customer.name}</InlineName> ×
          </button>
        ) : (
          <input
            type="search"
            className="input input-sm min-w-0 grow basis-40 text-base sm:text-sm"
            aria-label={t('Which customer they belong to')}
            placeholder={t('Customer')}
            value={search}
            onChange={({ target }) => setSearch(target.value)}
          />
        )}
        <button type="submit" className="btn btn-sm btn-primary" disabled={!customer || !name.trim()}>
          {t('Add a contact')}
        </button>
      </form>
      {!customer && <Found search={search} onChoose={setCustomer} />}
      {problem && <Problem words={problem} />}
    </section>
  );
}

function Found({ search, onChoose }: { search: string; onChoose: (customer: CustomerRow) => void }) {
  const asked = useLate(search.trim());
  const query = new URLSearchParams({ limit: '5', search: asked });
  const { data } = usePolled<z.infer<typeof customerPage>>(asked ? `/customers?${query}` : null, null);
  if (!asked || !data) return null;
  if (data.customers.length === 0) return <p className="quiet mt-2">{t('Nobody is called so.')}</p>;
  return (
    <ul className="mt-2 flex flex-wrap gap-2">
      {data.customers.map((one) => (
        <li key={one.id} className="max-w-full">
          <button
            type="button"
            className="btn btn-sm h-auto min-h-8 max-w-full py-1 text-start wrap-anywhere"
            onClick={() => onChoose(one)}
          >
            <InlineName>{one.name}</InlineName>
          </button>
        </li>
      ))}
    </ul>
  );
}

type Contacts = { contacts: { id: string; addresses: { channel: string; address: string }[] }[] };

/** Proposed and confirmed in one go, as what a person sets by hand is; answers the new contact. */
async function addContact(
  customerId: string,
  name: string,
  { channel, identifier }: ConversationRow,
): Promise<string> {
  const steps = [{ do: 'add_contact', name, role: 'other', addresses: { [channel]: identifier } }];
  const why = t('They wrote to us');
  const { id } = await post<ChangePart>(`/customers/${customerId}/changes`, { steps, why });
  await post(`/changes/${id}`, { decision: 'confirm' });
  const { contacts } = await get<Contacts>(`/customers/${customerId}`);
  return contacts.findLast(({ addresses }) =>
    addresses.some((one) => one.channel === channel && one.address === identifier),
  )!.id;
}
