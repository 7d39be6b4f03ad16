// A field that nobody knew when the server started: added, and then filtered by, said, imported and written.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AudiencePart, PreviewPart } from '../../core/parts.ts';
import { type Caller, openTestRefrain, signInAsAdmin, type TestRefrain } from '../refrain.ts';

let refrain: TestRefrain;
let admin: Caller;
beforeAll(async () => {
  refrain = await openTestRefrain();
  await refrain.prepare();
  admin = await signInAsAdmin(refrain, 'main');
});
afterAll(() => refrain.close());

const FIELD = {
  key: 'terrace_seats',
  label: 'Terrace seats',
  kind: 'number',
  synonyms: { en: ['terrace seats', 'seats outside'] },
  columns: ['outdoor seating'],
};
const BOOK = [
  'Name,Outdoor seating,Contact name,Email',
  'Anna’s Garden,120,Anna Lind,anna@example.com',
  'Bela’s Cellar,8,Bela Novak,bela@example.com',
  'Carl’s Corner,,Carl Ost,carl@example.com',
].join('\n');
const filter = { op: 'between', field: FIELD.key, from: 100 };

describe('a field added while the server runs', () => {
  it('is not known before, and only an admin adds it', async () => {
    expect((await admin.post('/audience', { filter })).status).toBe(400);
    await admin.post('/users', { email: 'may@example.com', name: 'May', role: 'manager' });
    const manager = await refrain.signIn('main', 'may@example.com');
    expect((await manager.post('/fields', FIELD)).status).toBe(403);
    expect((await admin.post('/fields', FIELD)).status).toBe(201);
    expect((await admin.post('/fields', { ...FIELD, kind: 'text' })).status).toBe(400);
    expect((await admin.post('/fields', { ...FIELD, key: 'city' })).status).toBe(400);
  });

  it('is filled by an import, through a column of its own name, with what cannot be read told', async () => {
    const imported = await admin.post('/customers/import?name=book.csv', BOOK);
    expect(imported.status).toBe(200);
    const { customers } = (await admin.get<{ customers: { id: string }[] }>('/customers')).body;
    const cards = await Promise.all(
      customers.map(
        async ({ id }) => (await admin.get<{ attributes: object }>(`/customers/${id}`)).body.attributes,
      ),
    );
    expect(cards).toEqual([{ terrace_seats: 120 }, { terrace_seats: 8 }, {}]);
  });

  it('is filtered by, what is not known told apart', async () => {
    const { body } = await admin.post<AudiencePart>('/audience', { filter });
    expect(body.customers.map(({ name }) => name)).toEqual(['Anna’s Garden']);
    expect(body).toMatchObject({ words: 'terrace seats is at least 100', unknown: { 'Terrace seats': 1 } });
  });

  it('is said in a sentence, by any of its words', async () => {
    for (const words of ['terrace seats', 'seats outside']) {
      const { audience } = await admin.say(`How many customers have more than 100 ${words}?`);
      expect(audience).toMatchObject({ total: 1, words: 'terrace seats is at least 101' });
    }
  });

  it('is written in a message, and the gap found where it is not known', async () => {
    const body = 'Good day, your {{ attributes.terrace_seats }} seats outside wait for the summer.';
    const draft = { type: 'followup', channels: ['email'], wording: { email: { body } } };
    const { id } = (await admin.post<{ id: string }>('/campaigns', draft)).body;
    const { previews, findings } = (await admin.get<PreviewPart>(`/campaigns/${id}/preview`)).body;
    expect(previews.find(({ customer }) => customer === 'Anna’s Garden')?.body).toContain(
      'your 120 seats outside',
    );
    expect(findings.map(({ message }) => message).join(' ')).toContain('terrace_seats');
  });
});
