// A vendor's API on loopback: keeps what it is asked and answers what the test says.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type VendorRequest = {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
  /** The bytes, of what is no text. */
  raw: Buffer;
};
/** `accept_then_silence` takes the request and drops the connection. */
export type VendorReply =
  | { status: number; body?: unknown; headers?: Record<string, string> }
  | 'accept_then_silence';

export async function startVendor(answer: (request: VendorRequest) => VendorReply) {
  const requests: VendorRequest[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const { method = '', url = '', headers } = incoming;
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks);
    const request = { method, path: url, headers, body: raw.toString('utf8'), raw };
    requests.push(request);
    const reply = answer(request);
    if (reply === 'accept_then_silence') return void incoming.socket.destroy();
    outgoing.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
    outgoing.end(reply.body === undefined ? '' : JSON.stringify(reply.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
