// Approved e-mails claimed, checked, sent by SMTP and recorded, by one worker and by two, against nodemailer's own pool
// with the same mails to the same server.
import { once } from 'node:events';
import { createTransport } from 'nodemailer';
import { composeMail } from '../channels/email/compose-mail.ts';
import { seal } from '../lib/crypto.ts';
import { TEST_KEYS } from '../test/workspace.ts';
import { interleave, median } from './audience/measure.ts';
import type { Bench } from './run.ts';
import { type Outbox, openOutbox } from './sending/open-outbox.ts';
import { startProcess } from './sending/start-process.ts';

// As channels/email/smtp.ts has it.
const CONNECTIONS = 4;
// What a mail server near by needs for a mail until it is on its disk; without it, processes on two cores measure each
// other.
const SERVER_MS = 20;

/** `--rows` mails a round (600), five rounds; half of it in three with `--quick`. */
export const bench: Bench = async ({ rows = 600, quick }) => {
  const count = quick ? Math.ceil(rows / 2) : rows;
  const rounds = quick ? 3 : 5;
  const outbox = await openOutbox({ count });
  const server = await startProcess('smtp-sink.ts', [String(SERVER_MS)]);
  const url = `smtp://127.0.0.1:${server.said}`;
  await useSmtp(outbox, url);
  for (let round = 0; round < 2 * (rounds + 1); round += 1) await outbox.approve();
  const workers = [await startWorker(outbox), await startWorker(outbox)];
  const send = (many: number) => async () => {
    const sent = await Promise.all(workers.slice(0, many).map((worker) => worker.run()));
    const all = sent.reduce((sum, each) => sum + each, 0);
    if (all !== count) throw new Error(`${all} of ${count} were sent.`);
  };
  const pool = poolOf(url, outbox);
  const works = [pool.send, outbox.release, send(1), outbox.release, send(2)];
  const [bares, , ones, , twos] = await interleave(works, rounds);
  pool.close();
  for (const { child } of [...workers, server]) child.kill();
  await outbox.close();
  const [bare, one, two] = [bares!, ones!, twos!].map((each) => Math.round((count / median(each)) * 1000));
  const hundredths = (part: number, whole: number) => Math.round((part / whole) * 100) / 100;
  return {
    title: `Mails a second over ${CONNECTIONS} connections a worker, to a server that takes ${SERVER_MS} ms for each`,
    rows: [
      { what: "nodemailer's pool alone", perSecond: bare! },
      { what: 'one worker', perSecond: one! },
      { what: 'two workers', perSecond: two! },
    ],
    summary: {
      ratio: hundredths(one!, bare!),
      twoWorkers: hundredths(two!, one!),
      ...{ mails: count, rounds, node: process.version },
    },
  };
};

const useSmtp = ({ d, accountId }: Outbox, url: string) =>
  d.meddle(`update channel_accounts set provider = 'smtp', sealed_settings = $1 where id = $2`, [
    seal(TEST_KEYS.seal, JSON.stringify({ url, from: 'team@refrain.example' })),
    accountId,
  ]);

async function startWorker({ url, d }: Outbox) {
  const worker = await startProcess('smtp-worker.ts', [JSON.stringify({ url, tenantId: d.tenant.id })]);
  const run = async () => {
    worker.child.stdin!.write('go\n');
    const [said] = await once(worker.child.stdout!, 'data');
    return Number(said);
  };
  return { ...worker, run };
}

function poolOf(url: string, { people }: Outbox) {
  const transport = createTransport({ url, pool: true, maxConnections: CONNECTIONS, maxMessages: 500 });
  const sender = { name: 'Refrain', email: 'team@refrain.example' };
  const mails = people.map(({ address, contactId }) =>
    composeMail(
      {
        ...{ messageId: contactId, idempotencyKey: contactId, tenantId: '', to: address, sender },
        content: { subject: 'Your contract', text: `Good day ${contactId}, your zones: Lobby & Bar.` },
      },
      { from: sender.email },
    ),
  );
  return {
    send: () => Promise.all(mails.map((mail) => transport.sendMail(mail))),
    close: () => transport.close(),
  };
}
