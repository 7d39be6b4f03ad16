// A workspace that has been worked in: a campaign that went out, answers to it, a segment, a change, a note.
import { setTimeout as pause } from 'node:timers/promises';
import type { Product } from './open-product.ts';

/** Whom an account manager writes to: the most valuable of a brand in a country. */
export const ORDINARY = {
  all: [
    { op: 'in', field: 'brand', values: ['Hilton'] },
    { op: 'in', field: 'country', values: ['SG'] },
    { op: 'top', field: 'contract_value', end: 'highest', count: 60 },
  ],
};

type Approved = { approval: { id: string; digest: string } };

export async function makeLife({ ask }: Pick<Product, 'ask'>): Promise<void> {
  const api: Api = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const { status, text } = await ask(method, `/api/v1${path}`, body);
    if (status >= 400) throw new Error(`${method} ${path} answered ${status}: ${text}`);
    return (text.startsWith('{') ? JSON.parse(text) : {}) as T;
  };
  const said = await api<Approved>('POST', '/chat', {
    text: 'Send renewal reminders to the top 60 Hiltons in Singapore by value, by e-mail',
  });
  await api('POST', `/approvals/${said.approval.id}`, { decision: 'approve', digest: said.approval.digest });
  const inSingapore = { op: 'in', field: 'country', values: ['SG'] };
  await api('POST', '/segments', { name: 'Singapore', filter: inSingapore });
  const { customers } = await api<{ customers: { id: string }[] }>('GET', '/customers?limit=2');
  await api('POST', `/customers/${customers[0]!.id}/notes`, { text: 'Called them' });
  for (let waited = 0; waited < 60; waited++) {
    const { messages } = await api<{ messages: { id: string }[] }>('GET', '/outbox');
    if (messages.length >= 40) {
      for (const [at, { id }] of messages.slice(0, 20).entries())
        await api('POST', `/outbox/${id}/reply`, { message: `Yes, please renew. Number ${at}` });
      return makeDrafts(api);
    }
    await pause(500);
  }
  throw new Error('The campaign did not go out within half a minute.');
}

type Api = <T>(method: string, path: string, body?: object) => Promise<T>;

/** One that waits for its approval, and one that is worked on: the newest, whose id the addresses are given. */
async function makeDrafts(api: Api): Promise<void> {
  const draft = { type: 'renewal', channels: ['email'], filter: ORDINARY };
  for (const name of ['Waits', 'Worked on']) {
    const { id } = await api<{ id: string }>('POST', '/campaigns', { ...draft, name });
    if (name === 'Waits') await api('POST', `/campaigns/${id}/send`, {});
  }
}
