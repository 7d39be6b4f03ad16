// A Postgres that keeps its promises, with approved campaigns waiting in it.
import { openPool, wrapPool } from '../../db/client.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { addPeople, planFor } from '../../test/add-campaign.ts';
import { deliveryIn } from '../../test/approved-campaign.ts';
import { createPostgresDatabase } from '../../test/database.ts';
import { startPostgres } from '../../test/postgres-server.ts';
import { addAccount } from '../../test/recording-channels.ts';
import { openWorkspaceOn } from '../../test/workspace.ts';

export type Outbox = Awaited<ReturnType<typeof openOutbox>>;

/** `count` people to whom every campaign goes that `approve` adds. */
export async function openOutbox({ count }: { count: number }) {
  const postgres = await startPostgres(['fsync=on', 'synchronous_commit=on']);
  if (!postgres) throw new Error('This needs Postgres.');
  const { url } = await createPostgresDatabase(postgres.url);
  const database = wrapPool('postgres', openPool(url, 8));
  await migrateDatabase(database);
  // One person approves here, however many there are.
  const settings = { approval: { secondPersonAboveRecipients: null } };
  const d = await deliveryIn(await openWorkspaceOn(database, { settings }));
  const accountId = await d.system((ctx) => addAccount(ctx));
  const people = await d.system((ctx) => addPeople(ctx, { count }));
  await database.refreshStatistics();
  return {
    ...{ d, url, people, accountId, postgres },
    approve: () => d.approve({ count: 0, plan: planFor(people) }),
    /** One campaign at a time: the others are held back. */
    release: async () => {
      await d.meddle(`update campaigns set status = 'paused' where status = 'sending'`);
      await d.meddle(
        `update campaigns set status = 'sending' where id = (
           select campaign_id from messages where status = 'queued' limit 1)`,
      );
    },
    close: async () => {
      await d.close();
      await postgres.stop();
    },
  };
}
