import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { endConnections } from './end-connections.ts';

it('closing waits for what was asked, and for no connection on which nothing was', async () => {
  const app = Fastify();
  endConnections(app);
  let answer = () => {};
  const asked = new Promise<void>((begun) => {
    app.get('/', async () => {
      begun();
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return 'answered';
    });
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const silent = connect(port, '127.0.0.1').resume();
  await once(app.server, 'connection');
  const answered = fetch(`http://127.0.0.1:${port}/`);
  await asked;
  const closing = app.close();
  await once(silent, 'close');
  answer();
  expect(await (await answered).text()).toBe('answered');
  await closing;
});
