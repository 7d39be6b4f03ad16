import { expect, it } from 'vitest';
import { openTestServer } from '../test/server.ts';

it('one person or token asks so often in a minute and no more, whatever others ask', async () => {
  const server = await openTestServer({ requestsPerMinute: 3 });
  const manager = await server.signIn('manager');
  const statuses = async (voice = manager, times = 4) => {
    const answers = [];
    for (let i = 0; i < times; i++) answers.push((await voice.get('/api/v1/me')).statusCode);
    return answers;
  };
  expect(await statuses()).toEqual([200, 200, 200, 429]);
  const refused = await manager.get('/api/v1/me');
  expect(refused.json().error).toMatchObject({ code: 'request:too_many', nextStep: expect.any(String) });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(await statuses(await server.signIn('manager'), 3)).toEqual([200, 200, 200]);
  expect(await statuses(await server.script('manager'), 4)).toEqual([200, 200, 200, 429]);
  await server.close();
});
