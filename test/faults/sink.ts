// A provider out of process: it counts what reaches it, and answers when the test lets it.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Sink = Awaited<ReturnType<typeof openSink>>;

/** `port` brings one back where another was. */
export async function openSink(port = 0) {
  const received: string[] = [];
  /** What happens with a message before it is answered; `lost` never gets here, `silent` gets no answer. */
  type Happens = 'lost' | 'silent' | undefined;
  const state = { onMessage: async (_messageId: string): Promise<Happens> => undefined };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', async () => {
      const { messageId } = JSON.parse(body) as { messageId: string };
      received.push(messageId);
      const happens = await state.onMessage(messageId);
      if (happens === 'lost') received.pop();
      if (happens) return void request.socket.destroy();
      response.end(JSON.stringify({ providerId: `sink-${messageId}` }));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    state,
    received,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
