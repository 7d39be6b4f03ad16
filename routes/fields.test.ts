import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../test/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

it('lists the fields with what a condition on each may do, to anybody of the workspace and nobody else', async () => {
  const viewer = await server.signIn('viewer');
  const answer = (await viewer.get('/api/v1/fields')).json<{
    currency: string;
    fields: { key: string; operators: string[]; values: string[] }[];
  }>();
  const field = (key: string) => answer.fields.find((one) => one.key === key);
  expect(answer.currency).toBe('THB');
  expect(field('contract_end')?.operators).toContain('between');
  expect(field('contract_status')).toMatchObject({ operators: ['in', 'known'] });
  expect(field('contract_status')?.values).toContain('lapsed');
  expect((await server.app.inject({ url: '/api/v1/fields' })).statusCode).toBe(401);
});
