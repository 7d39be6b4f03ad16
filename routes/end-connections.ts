import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * When the server is asked to stop, connections end on which nothing was asked yet, and others with the answer that is
 * under way. Browsers open some ahead and keep the others for a minute, and closing would wait for them.
 */
export function endConnections(app: FastifyInstance): void {
  const silent = new Set<Socket>();
  let isClosing = false;
  app.server.on('connection', (socket: Socket) => {
    if (isClosing) return void socket.destroy();
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  app.server.on('request', ({ socket }) => silent.delete(socket));
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close');
  });
  app.addHook('preClose', async () => {
    isClosing = true;
    for (const socket of silent) socket.destroy();
  });
}
