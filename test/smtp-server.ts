// A real SMTP server on loopback that keeps what it is given, parsed by another library, and fails as scripted.
import { createServer, type Socket } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

type Reply = { code: number; message: string };
type Received = { to: string[]; from: string; mail: Email; raw: string };

export type SmtpScript = {
  /** What to say instead of a greeting. */
  greet?(): Reply | null;
  /** What to say to a sender or a recipient instead of yes. */
  refuseSender?(address: string): Reply | null;
  refuse?(address: string): Reply | null;
  /** After the whole text has come: an answer instead of yes, or "drop" the connection without one, or wait. */
  afterData?(mail: Email): Reply | 'drop' | 'silence' | null;
  user?: { name: string; password: string };
};

const failure = ({ code, message }: Reply) => Object.assign(new Error(message), { responseCode: code });

export async function startSmtpServer(script: SmtpScript = {}) {
  const mails: Received[] = [];
  const state = { connections: 0 };
  const server = new SMTPServer({
    authOptional: !script.user,
    disabledCommands: script.user ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    allowInsecureAuth: true,
    logger: false,
    closeTimeout: 10,
    onConnect: (_session, done) => {
      state.connections += 1;
      const refused = script.greet?.();
      done(refused ? failure(refused) : null);
    },
    onAuth: ({ username, password }, _session, done) => {
      const isRight = username === script.user?.name && password === script.user?.password;
      if (isRight) done(null, { user: username });
      else done(failure({ code: 535, message: '5.7.8 wrong credentials' }));
    },
    onMailFrom: ({ address }, _session, done) => {
      const refused = script.refuseSender?.(address);
      done(refused ? failure(refused) : null);
    },
    onRcptTo: ({ address }, _session, done) => {
      const refused = script.refuse?.(address);
      done(refused ? failure(refused) : null);
    },
    onData: async (stream, session, done) => {
      const received = await read(stream, session);
      const answer = script.afterData?.(received.mail) ?? null;
      if (typeof answer !== 'object' || answer === null) mails.push(received);
      if (answer === 'drop') return dropAll(server);
      if (answer === 'silence') return;
      done(answer ? failure(answer) : null);
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    mails,
    state,
    /** Closes every connection, as a server does that restarts or tires of idle ones. */
    drop: () => dropAll(server),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

export type SmtpTestServer = Awaited<ReturnType<typeof startSmtpServer>>;

async function read(stream: AsyncIterable<unknown>, { envelope }: SMTPServerSession): Promise<Received> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  const raw = Buffer.concat(chunks).toString('utf8');
  const from = envelope.mailFrom ? envelope.mailFrom.address : '';
  return { from, to: envelope.rcptTo.map(({ address }) => address), mail: await PostalMime.parse(raw), raw };
}

function dropAll(server: SMTPServer): void {
  const { connections } = server as unknown as { connections: Set<{ _socket: { destroy(): void } }> };
  for (const connection of connections) connection._socket.destroy();
}

/**
 * A server that answers each line with what `answer` says, for failures that a well-behaved one cannot be made to
 * show. An answer of null closes the connection, "" says nothing. The greeting is asked for as "".
 */
export async function startRawSmtp(answer: (line: string, seen: readonly string[]) => string | null) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const seen: string[] = [];
    let rest = '';
    const say = (line: string) => {
      const words = answer(line, seen);
      if (words === null) socket.destroy();
      else if (words) socket.write(`${words}\r\n`);
    };
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('utf8')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        seen.push(line);
        say(line);
      }
    });
    say('');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
