// Every attack there is on the whole product, as it listens: npm run attack [-- --every 5]
import { parseArgs } from 'node:util';
import { createKeyring } from '../lib/crypto.ts';
import { readSecret } from '../lib/secret.ts';
import { attackAll } from '../test/attack/attack-all.ts';
import { fillTarget } from '../test/attack/target.ts';
import { openTestRefrain } from '../test/refrain.ts';

const LIMIT_MS = 500;
const { values } = parseArgs({ options: { every: { type: 'string', default: '1' } } });

const refrain = await openTestRefrain({
  REQUESTS_PER_MINUTE: '10000000',
  REQUEST_SECONDS: String(LIMIT_MS / 1000),
});
const tenant = await refrain.prepare();
await refrain.app.listen({ port: 0, host: '127.0.0.1' });
const keys = createKeyring(readSecret(refrain.config));
const target = await fillTarget({ ...refrain, tenant, keys });
const began = performance.now();
const { tried, successes } = await attackAll(target, {
  within: refrain.within,
  every: Number(values.every),
  limitMs: LIMIT_MS,
});
const seconds = Math.round((performance.now() - began) / 1000);
for (const { kind, name, why } of successes) process.stdout.write(`${kind}: ${name}\n  ${why}\n`);
process.stdout.write(
  `${tried} attacks with ${target.made.requests} requests in ${seconds} s: ${successes.length} succeeded.\n`,
);
await refrain.close();
process.exit(successes.length === 0 ? 0 : 1);
