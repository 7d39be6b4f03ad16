// A workspace that has been worked in: a campaign that went out, answers to it, a segment, a change, a note.
import { setTimeout as pause } from 'node:timers/promises';
import { pngOf } from '../../test/picture.ts';
import type { Product } from './open-product.ts';

/** Whom an account manager writes to: the most valuable of a brand in a country. */
export const ORDINARY = {
  all: [
    { op: 'in', field: 'brand', values: ['Hilton'] },
    { op: 'in', field: 'country', values: ['SG'] },
    { op: 'top', field: 'contract_value', end: 'highest', count: 60 },
  ],
};

/** Ids of things that no list tells, by the address below which they are. */
export type Made = Record<string, string>;

type Approved = { approval: { id: string; digest: string } };

export async function makeLife({ ask }: Pick<Product, 'ask'>): Promise<Made> {
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
      const worked = await makeDrafts(api);
      return makeThings(api, worked);
    }
    await pause(500);
  }
  throw new Error('The campaign did not go out within half a minute.');
}

type Api = <T>(method: string, path: string, body?: object) => Promise<T>;

/** One that waits for its approval, and one that is worked on: the newest, whose id the addresses are given. */
async function makeDrafts(api: Api): Promise<string> {
  let newest = '';
  const draft = { type: 'renewal', channels: ['email'], filter: ORDINARY };
  for (const name of ['Waits', 'Worked on']) {
    const { id } = await api<{ id: string }>('POST', '/campaigns', { ...draft, name });
    if (name === 'Waits') await api('POST', `/campaigns/${id}/send`, {});
    newest = id;
  }
  return newest;
}

type Card = { contacts: { id: string }[] };

/** One of each kind of thing that people make now and then. */
async function makeThings(api: Api, campaignId: string): Promise<Made> {
  const { customers } = await api<{ customers: { id: string }[] }>(
    'GET',
    `/campaigns/${campaignId}/audience?limit=1`,
  );
  const [customer] = customers;
  const { contacts } = await api<Card>('GET', `/customers/${customer!.id}`);
  await api('POST', '/webhook-endpoints', WEBHOOK);
  await api('POST', '/templates', { campaignId });
  await api('POST', '/brands', { do: 'add', name: 'Of the measurement' });
  await api('POST', '/images?name=Grey&alternative=Nothing%20but%20grey', PICTURE);
  await api('POST', '/message-templates', {
    ...{ name: 'of_the_measurement', language: 'en', category: 'utility', body: 'We are here for you.' },
  });
  const role = await api<{ id: string }>('POST', '/roles', {
    ...{ name: 'Reads', base: 'viewer', rights: ['read'] },
  });
  const note = { steps: [{ do: 'note', text: 'Moved' }], why: 'They said so' };
  const change = await api<{ id: string }>('POST', `/customers/${customer!.id}/changes`, note);
  return {
    '/api/v1/roles': role.id,
    '/api/v1/changes': change.id,
    '/api/v1/contacts': contacts[0]!.id,
    [`/api/v1/campaigns/${campaignId}/messages`]: contacts[0]!.id,
  };
}

// Of what hardly happens: a thousand programs that hear of everything are no ordinary day.
export const WEBHOOK = { url: 'https://hooks.example.com/x', events: ['approval.expired'] };
export const PICTURE = pngOf(600, 200);
