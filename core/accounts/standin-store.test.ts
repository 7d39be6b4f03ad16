import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeProvider, outgoing } from '../../channels/contract.suite.ts';
import { createChannels } from '../../channels/index.ts';
import { standinDeliveries } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { createTenant } from '../tenants/workspace.ts';
import { createStandinStore } from './standin-store.ts';

let ws: TestWorkspace;
beforeAll(async () => {
  ws = await openTestWorkspace();
});
afterAll(() => ws.close());

const open = () => {
  const channels = createChannels({ store: createStandinStore(ws.within) });
  const { settings, open: openWith } = channels.get('email')!.providers.standin!;
  return openWith(settings.parse({}));
};

describeProvider({
  name: 'standin over the database',
  isIdempotent: true,
  address: (n) => `person${n}@example.com`,
  tenantId: () => ws.tenant.id,
  open: async () => {
    await ws.system((ctx) => ctx.tx.delete(standinDeliveries));
    const sender = open();
    return {
      sender,
      arrived: async () => {
        const rows = await ws.system((ctx) => ctx.tx.select().from(standinDeliveries));
        return rows.map(({ messageId, address, content }) => ({
          messageId,
          to: address,
          content: content as { text: string },
        }));
      },
      close: () => sender.close(),
    };
  },
});

describe('the visible outbox', () => {
  it('belongs to one tenant: another neither sees a message nor is told of it', async () => {
    const other = await createTenant(ws.database, ws.keys, { slug: `o-${newId()}`, name: 'Other' });
    const sender = open();
    const mine = outgoing('ann@example.com', { tenantId: ws.tenant.id });
    const theirs = outgoing('bo@example.com', { tenantId: other.id });
    const results = await sender.send([mine, theirs]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['submitted', 'submitted']);
    const seen = await ws.within(other.id, { kind: 'system', name: 'test' }, (ctx) =>
      ctx.tx.select({ messageId: standinDeliveries.messageId }).from(standinDeliveries),
    );
    expect(seen).toEqual([{ messageId: theirs.messageId }]);
    expect(await sender.lookup?.({ ...mine, tenantId: other.id })).toEqual({ outcome: 'absent' });
  });

  it('says unknown, not an error, for a workspace that is not there', async () => {
    const [result] = await open().send([outgoing('ann@example.com', { tenantId: newId() })]);
    expect(result).toMatchObject({ outcome: 'unknown' });
  });

  it('keeps what the database cannot hold as a visible sign', async () => {
    const message = outgoing('ann@example.com', {
      tenantId: ws.tenant.id,
      content: { text: 'a\0b\ud800c\\u0000' },
    });
    expect(await open().send([message])).toMatchObject([{ outcome: 'submitted' }]);
    const rows = await ws.system((ctx) => ctx.tx.select().from(standinDeliveries));
    expect(rows.find(({ messageId }) => messageId === message.messageId)?.content).toEqual({
      text: 'a\ufffdb\ufffdc\\u0000',
    });
  });
});
