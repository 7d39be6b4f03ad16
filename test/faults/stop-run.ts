// People stop in the middle of a large send: does anything leave for them that was not on its way already?
import { optOutContact } from '../../core/consent/opt-out-contact.ts';
import { dispatchTick } from '../../core/delivery/dispatch-tick.ts';
import { openSenders } from '../../core/delivery/open-senders.ts';
import { openPool, wrapPool } from '../../db/client.ts';
import { createRandom } from '../../db/seed/random.ts';
import { planFor, type TestRecipient } from '../add-campaign.ts';
import { addMany } from '../add-many.ts';
import { type Delivery, deliveryIn } from '../approved-campaign.ts';
import { addAccount } from '../recording-channels.ts';
import { openWorkspaceOn, TEST_KEYS } from '../workspace.ts';
import { openSink } from './sink.ts';
import { sinkChannel } from './sink-channel.ts';

export type StopRun = {
  messages: number;
  received: number;
  stops: number;
  /** Messages that arrived after the stop of their person was written, and the most of them for one person. */
  after: number;
  most: number;
  /** Of those, claimed after the stop: there must be none. */
  claimedAfter: number;
};

/** `messages` to as many people, by two senders at once; every tenth of a second somebody stops who has not got theirs. */
export async function runStops({ url, messages }: { url: string; messages: number }): Promise<StopRun> {
  const database = wrapPool('postgres', openPool(url, 12));
  const settings = { approval: { secondPersonAboveRecipients: null } };
  const d = await deliveryIn(await openWorkspaceOn(database, { settings }));
  await d.system((ctx) => addAccount(ctx));
  const people = await addMany(d, messages);
  await database.refreshStatistics();
  const { campaignId } = await d.approve({ count: 0, plan: planFor(people) });
  const contactOf = new Map((await d.messagesOf(campaignId)).map(({ id, contactId }) => [id, contactId]));
  const sink = await openSink();
  const arrivedAt = new Map<string, number>();
  sink.state.onMessage = async (messageId) => {
    arrivedAt.set(contactOf.get(messageId)!, performance.now());
    return undefined;
  };
  let isOver = false;
  const sending = Promise.all(['one', 'two'].map((owner) => send(d, { owner, url: sink.url }))).finally(
    () => {
      isOver = true;
    },
  );
  await d.meddle('create table stops (contact_id uuid, at timestamptz default clock_timestamp())');
  const stoppedAt = await stopSome(d, { people, arrivedAt, isOver: () => isOver });
  await sending;
  const after = [...stoppedAt].filter(([contactId, at]) => (arrivedAt.get(contactId) ?? 0) > at);
  const claimedAfter = await countClaimedAfter(d);
  await sink.close();
  await d.close();
  const { length: received } = sink.received;
  const most = after.length > 0 ? 1 + received - arrivedAt.size : 0;
  return { messages, received, stops: stoppedAt.size, after: after.length, most, claimedAfter };
}

function send(d: Delivery, { owner, url }: { owner: string; url: string }) {
  const channel = sinkChannel(url, { atOnce: 8 });
  const senders = openSenders({ channels: new Map([[channel.key, channel]]), keys: TEST_KEYS });
  const { within, tenant } = d;
  return dispatchTick({ within, tenantId: tenant.id, senders, owner, budgetMs: 3_600_000 });
}

type Stopping = {
  people: readonly TestRecipient[];
  arrivedAt: ReadonlyMap<string, number>;
  isOver(): boolean;
};

async function stopSome(d: Delivery, { people, arrivedAt, isOver }: Stopping): Promise<Map<string, number>> {
  const random = createRandom(1);
  const stoppedAt = new Map<string, number>();
  while (!isOver()) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const waiting = people.filter(({ contactId }) => !arrivedAt.has(contactId) && !stoppedAt.has(contactId));
    // Among the next ones, where a stop meets a batch that is on its way.
    const one = waiting[random.int(0, Math.min(waiting.length, 1500)) - 1];
    if (!one) continue;
    await d.system((ctx) =>
      optOutContact(ctx, { contactId: one.contactId, scope: 'all', source: 'reply', evidence: 'STOP' }),
    );
    stoppedAt.set(one.contactId, performance.now());
    // By the clock that claims are written by, and after the commit.
    await d.meddle('insert into stops (contact_id) values ($1)', [one.contactId]);
  }
  return stoppedAt;
}

/** By the rows: claims of people whose stop was there. */
async function countClaimedAfter(d: Delivery): Promise<number> {
  const { rows } = await d.meddle(`
    select count(*)::int as n from attempts t join messages m on m.id = t.message_id
    join stops s on s.contact_id = m.contact_id where t.started_at > s.at`);
  return rows[0].n as number;
}
