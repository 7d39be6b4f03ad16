import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog } from '../lib/log.ts';
import { answerErrors } from './error-answer.ts';
import { isQuestion, noticeGone } from './notice-gone.ts';

let app: FastifyInstance;
let url: string;
const signals: AbortSignal[] = [];
const failures: unknown[] = [];
let ended = 0;
beforeAll(async () => {
  app = Fastify({ forceCloseConnections: true });
  const log = Object.assign(createLog('silent'), { error: (what: unknown) => void failures.push(what) });
  answerErrors(app, log);
  noticeGone(app);
  app.addHook('onError', async () => {
    ended += 1;
  });
  app.get('/soon', async ({ gone }) => {
    signals.push(gone);
    return 'yes';
  });
  app.get('/late', async ({ gone }) => {
    signals.push(gone);
    await new Promise((_, reject) => gone.addEventListener('abort', () => reject(gone.reason)));
  });
  app.post('/asked', { config: { isQuestion: true } }, async (request) => isQuestion(request));
  app.post('/done', async (request) => isQuestion(request));
  await app.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
});
afterAll(() => app.close());

it('tells the work when whoever asked has gone, and only then', async () => {
  expect(await (await fetch(`${url}/soon`)).text()).toBe('yes');
  const leaving = new AbortController();
  const asked = fetch(`${url}/late`, { signal: leaving.signal }).catch(() => 'left');
  await expect.poll(() => signals.length).toBe(2);
  leaving.abort();
  expect(await asked).toBe('left');
  await expect.poll(() => signals.map(({ aborted }) => aborted)).toEqual([false, true]);
  await expect.poll(() => ended).toBe(1);
  // No failure of ours: whoever watches the log for those is not woken.
  expect(failures).toEqual([]);
});

it('takes for a question what only reads', async () => {
  const post = async (path: string) => (await app.inject({ method: 'POST', url: path })).json();
  expect([await post('/asked'), await post('/done')]).toEqual([true, false]);
});
