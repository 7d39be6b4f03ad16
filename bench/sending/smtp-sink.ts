// A mail server that takes everything, in a process of its own, and answers each text after `process.argv[2]` ms, as
// one does that writes it to its disk. Prints its port.
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

const waitMs = Number(process.argv[2] ?? 0);
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  logger: false,
  onData: (stream, _session, done) => {
    stream.resume();
    stream.on('end', () => (waitMs > 0 ? setTimeout(done, waitMs) : done()));
  },
});
server.listen(0, '127.0.0.1', () => console.log((server.server.address() as AddressInfo).port));
process.stdin.resume().on('end', () => process.exit());
