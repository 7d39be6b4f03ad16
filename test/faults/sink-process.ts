// A provider as a process of its own: `node sink-process.ts '<json>'` prints its port. What it took is in its log, a line a
// message, whatever becomes of it; at one message it dies or breaks the connection, where it is told to.
import { appendFileSync } from 'node:fs';
import { z } from 'zod';
import { sayStruck } from './kill-points.ts';
import { openSink } from './sink.ts';
import { sinkFaultSchema } from './sink-faults.ts';

const given = z
  .object({ log: z.string(), port: z.number().optional(), fault: sinkFaultSchema.optional() })
  .parse(JSON.parse(process.argv[2] ?? ''));

let seen = 0;
const die = () => process.kill(process.pid, 'SIGKILL');
const sink = await openSink(given.port);
sink.state.onMessage = async (messageId) => {
  seen += 1;
  const fault = seen === given.fault?.nth ? given.fault.at : undefined;
  if (fault) sayStruck();
  if (fault === 'arrived') die();
  if (fault === 'lost') return fault;
  appendFileSync(given.log, `${messageId}\n`);
  if (fault === 'taken') die();
  return fault === 'silent' ? fault : undefined;
};
console.log(new URL(sink.url).port);
// Whoever started it has ended.
process.stdin.resume().on('end', () => process.exit());
