// npm run rolling [-- --from REV] [--messages N] [--json]: a campaign is sent by an earlier version from the history (the
// one before the newest migration), which is replaced process by process by today's, while people work. Ends with 1 where
// a message was doubled or lost, a write is gone or a request failed.
import { parseArgs } from 'node:util';
import { createPostgresDatabase } from '../test/database.ts';
import { startPostgres } from '../test/postgres-server.ts';
import { takeOldVersion } from '../test/rolling/old-version.ts';
import { upgradeWhileSending } from '../test/rolling/rolling-upgrade.ts';

const { values } = parseArgs({
  options: { from: { type: 'string' }, messages: { type: 'string' }, json: { type: 'boolean' } },
});
const messages = Number(values.messages ?? 1500);
if (!(Number.isInteger(messages) && messages > 0)) {
  console.error('npm run rolling -- [--from REV] [--messages N] [--json]');
  process.exit(2);
}
const server = await startPostgres();
if (!server) {
  console.error('This needs Postgres: the embedded database belongs to one process.');
  process.exit(2);
}
const old = takeOldVersion(values.from);
const { url, drop } = await createPostgresDatabase(server.url);
const result = await upgradeWhileSending({ url, old, messages });
console.log(values.json ? JSON.stringify(result) : result);
// A connection that the server ends under its owner would end this, too.
await drop();
await server.stop();
old.remove();
const { doubled, lost, unknown, writesLost, failedRequests, isLogWhole } = result;
const isWell = doubled + lost + unknown + writesLost + Object.keys(failedRequests).length === 0 && isLogWhole;
process.exit(isWell ? 0 : 1);
