import { once } from 'node:events';
import type { Command } from '../command.ts';

export const exportCustomers: Command = {
  name: 'export',
  usage: 'export [--format csv|json|xlsx|venue-book]',
  does: 'every customer, as import takes it again',
  needsApi: true,
  async run({ client, options }) {
    const format = encodeURIComponent(options.format ?? 'csv');
    for await (const piece of await client.download(`/customers/export?format=${format}`))
      if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
  },
};
