// A real SMTP server on loopback that keeps what it is given, parsed by another library, and fails as scripted.
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

type Reply = { code: number; message: string };
export type SmtpScript = {
  /** What to say to a recipient instead of yes. */
  refuse?(address: string): Reply | null;
  /** After the whole text has come: an answer instead of yes, or "drop" the connection without one. */
  afterData?(mail: Email): Reply | 'drop' | null;
};

const failure = ({ code, message }: Reply) => Object.assign(new Error(message), { responseCode: code });

export async function startSmtpServer(script: SmtpScript = {}) {
  const mails: { to: string[]; mail: Email; raw: string }[] = [];
  const connections: number[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onConnect: (_session, done) => {
      connections.push(Date.now());
      done();
    },
    onRcptTo: ({ address }, _session, done) => {
      const refused = script.refuse?.(address);
      done(refused ? failure(refused) : null);
    },
    onData: async (stream, session, done) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of stream) chunks.push(chunk as Uint8Array);
      const raw = Buffer.concat(chunks).toString('utf8');
      const mail = await PostalMime.parse(raw);
      const answer = script.afterData?.(mail) ?? null;
      if (answer === null || answer === 'drop')
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), mail, raw });
      if (answer === 'drop') return dropAll(server);
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
    connections,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function dropAll(server: SMTPServer): void {
  const { connections } = server as unknown as { connections: Set<{ _socket: { destroy(): void } }> };
  for (const connection of connections) connection._socket.destroy();
}
