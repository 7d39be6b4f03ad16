import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TriageInput } from '../core/ports.ts';
import { readTriage } from '../test/read-triage.ts';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';

const read = readTriage({ intent: 'decline', because: '"no thanks"' });

let server: TestServer;
let viewer: Voice;
const given: TriageInput[] = [];
beforeAll(async () => {
  const triage = async (input: TriageInput) => {
    given.push(input);
    return read;
  };
  server = await openTestServer({ triager: { triage } });
  viewer = await server.signIn('viewer');
});
afterAll(() => server.close());

describe('POST /replies/triage', () => {
  it('answers the closed shape and stores nothing', async () => {
    const headers = { 'Auto-Submitted': 'no' };
    const answer = await viewer.post('/api/v1/replies/triage', {
      text: 'No thanks',
      channel: 'email',
      headers,
    });
    expect([answer.statusCode, answer.json()]).toEqual([200, read]);
    expect(given).toEqual([{ text: 'No thanks', channel: 'email', headers: { 'auto-submitted': 'no' } }]);
    const { rows } = await server.database.pool.query('select count(*)::int as count from replies');
    expect(rows).toEqual([{ count: 0 }]);
  });

  it('refuses no text, and more than anybody writes', async () => {
    for (const text of ['', 'x'.repeat(20_001)]) {
      const answer = await viewer.post('/api/v1/replies/triage', { text });
      expect([answer.statusCode, answer.json().error.where.field]).toEqual([400, 'text']);
    }
  });
});
