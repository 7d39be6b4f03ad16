import { inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTriager } from '../../agent/triager.ts';
import { replies } from '../../db/schema/index.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { listConversations } from './desk/list-conversations.ts';
import { reading } from './reading.ts';
import { receiveReply } from './receive-reply.ts';
import { triageReply } from './triage-reply.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
});
afterAll(() => workspace.close());

const normalise = (_channel: string, address: string) => address.toLowerCase();

/** What somebody wrote, received and read; whether each is done, and whether they wait for an answer. */
async function afterSaying(identifier: string, messages: readonly string[]) {
  const ids: string[] = [];
  for (const message of messages) {
    const said = { channel: 'whatsapp', identifier, message, normalise };
    ids.push((await workspace.system((ctx) => receiveReply(ctx, said))).replyId);
  }
  const deps = {
    within: workspace.within,
    tenantId: workspace.tenant.id,
    triager: createTriager(reading),
  };
  for (const replyId of ids) await triageReply(deps, { replyId });
  const waiting = await workspace.system((ctx) => listConversations(ctx, { view: 'waiting', limit: 500 }));
  const rows = await workspace.system(({ tx }) =>
    tx.select({ id: replies.id, status: replies.status }).from(replies).where(inArray(replies.id, ids)),
  );
  return {
    done: ids.map((id) => rows.find((row) => row.id === id)?.status === 'done'),
    waits: waiting.some((row) => row.identifier === identifier),
  };
}

describe('a stop that acted', () => {
  it.each(['STOP', 'Unsubscribe, please!', 'หยุด'])(
    'and is nothing but a word for it is done and waits for nobody: %s',
    async (message) => {
      expect(await afterSaying(`plain ${message}`, [message])).toEqual({ done: [true], waits: false });
    },
  );

  it('leaves what they asked before it waiting', async () => {
    const asked = await afterSaying('asked', ['What does the second zone cost?', 'STOP']);
    expect(asked).toEqual({ done: [false, true], waits: true });
  });

  it('in free wording, beside something else or only held waits for a person', async () => {
    const free = await afterSaying('free', ['We would rather you wrote to us no more.']);
    expect(free).toEqual({ done: [false], waits: true });
    const mixed = await afterSaying('mixed', ['Yes, please renew, but stop emailing me.']);
    expect(mixed).toEqual({ done: [false], waits: true });
    const held = await afterSaying('held', ['The other supplier’s “stop writing to us” never works.']);
    expect(held).toEqual({ done: [false], waits: true });
  });

  it('waits again when they write again', async () => {
    expect(await afterSaying('again', ['STOP'])).toMatchObject({ waits: false });
    expect(await afterSaying('again', ['Could you call me about the invoice?'])).toMatchObject({
      waits: true,
    });
  });
});
