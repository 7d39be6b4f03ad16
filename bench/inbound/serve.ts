// The whole product in a process of its own, with the demonstration's customers and one account that is told by Meta.
import { createChannels } from '../../channels/index.ts';
import { createAccount } from '../../core/accounts/create-account.ts';
import { readConfig } from '../../lib/config.ts';
import { META_ACCOUNT } from '../../test/vendors/meta.ts';
import { openRefrain } from '../../wire.ts';

const refrain = await openRefrain(readConfig());
const tenant = await refrain.seed();
const channels = createChannels({ store: { accept: async () => {}, find: async () => new Set() } });
const { id } = await refrain.within(tenant.id, { kind: 'system', name: 'bench' }, (ctx) =>
  createAccount(ctx, {
    ...{ channels, channel: 'whatsapp', provider: 'cloud-api', name: 'Bench', settings: META_ACCOUNT },
  }),
);
const base = await refrain.app.listen({ host: '127.0.0.1', port: 0 });
await refrain.warmUp();
process.stdout.write(`${JSON.stringify({ url: `${base}/webhooks/${tenant.id}/${id}` })}\n`);
// What it has cost so far, whatever else the machine did.
process.on('message', () => process.send!(process.cpuUsage()));
process.once('SIGTERM', () => void refrain.close().then(() => process.exit(0)));
