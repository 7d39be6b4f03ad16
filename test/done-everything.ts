// A workspace in which everything is done that an address can come into; and all that its database then holds.

import { expect } from 'vitest';
import { createChannels } from '../channels/index.ts';
import { createAccount } from '../core/accounts/create-account.ts';
import { createStandinStore } from '../core/accounts/standin-store.ts';
import type { PlanPage } from '../core/approval/plan.ts';
import { requestApproval } from '../core/approval/request-approval.ts';
import { decideChange } from '../core/customers/changes/decide-change.ts';
import { proposeChange } from '../core/customers/changes/propose-change.ts';
import { importFiles } from '../core/customers/import/import-files.ts';
import { storeImport } from '../core/customers/import/store-import.ts';
import { openSenders } from '../core/delivery/open-senders.ts';
import { recordReceipt } from '../core/delivery/record-receipt.ts';
import { receiveReply } from '../core/replies/receive-reply.ts';
import { createShelfStore } from '../core/shelf/shelf-store.ts';
import { keepAnswer, takeKey } from '../core/tenants/idempotency-keys.ts';
import { appendThreadMessage } from '../core/threads/append-thread-message.ts';
import { createThread } from '../core/threads/create-thread.ts';
import { addCampaign, addPeople, planFor, type TestRecipient } from './add-campaign.ts';
import { addCustomer } from './add-customer.ts';
import { addressOn } from './address-on.ts';
import { deliveryIn } from './approved-campaign.ts';
import { importFile } from './import-workspace.ts';
import { openTestWorkspace, TEST_KEYS } from './workspace.ts';

const CSV = (at: string) =>
  `Name,City,Contact,Email,Phone\nOak ${at},Lyon,Ana,ana.${at}@example.org,+33 6 39 98 00 ${at}\n`;

export type Done = Awaited<ReturnType<typeof openToDoEverything>>;

export async function openToDoEverything() {
  const d = await deliveryIn(await openTestWorkspace());
  const admin = await d.person('admin');
  const channels = createChannels({ store: createStandinStore(d.within), shelf: createShelfStore(d.within) });
  await d.as(admin, async (ctx) => {
    for (const channel of channels.values()) {
      const { key } = Object.values(channel.providers).at(channel.key === 'in_app' ? -1 : 0)!;
      const provider = channel.key === 'in_app' ? key : 'standin';
      await createAccount(ctx, { channels, channel: channel.key, provider, name: 'Sealed', settings: {} });
    }
  });

  /** Every value of every table as text; what is kept as bytes as its text too. */
  async function dump(): Promise<string> {
    const { rows } = await d.meddle(`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`);
    let all = '';
    for (const { name } of rows as { name: string }[])
      all += JSON.stringify((await d.meddle(`select to_jsonb(t) as row from "${name}" t`)).rows);
    const bytes = [...all.matchAll(/\\\\x([0-9a-f]+)/g)].map(([, hex]) =>
      Buffer.from(hex!, 'hex').toString('latin1'),
    );
    return all + bytes.join('\n');
  }

  /** An import, a send on every channel and a fallback, replies, a change of address, an answer that is kept. */
  async function live(at: string, on: readonly string[] = [...channels.keys()]) {
    await d.as(admin, (ctx) => importFiles(ctx, { files: [importFile(CSV(at), `${at}.csv`)] }));
    const again = CSV(at).replace('ana.', 'Ana.').replace('Lyon', 'Nice');
    await d.as(admin, (ctx) => importFiles(ctx, { files: [importFile(again, `${at}.csv`)] }));
    const upload = {
      name: 'kept.csv',
      bytes: (async function* () {
        yield Buffer.from(CSV(at));
      })(),
    };
    await storeImport(
      { ...d, tenantId: d.tenant.id, actor: admin },
      (async function* () {
        yield upload;
      })(),
    );
    const people: TestRecipient[] = [];
    for (const channel of on) {
      const address = addressOn(channel, at);
      expect(channels.get(channel)!.normalise(address)).toBe(address);
      const [customerId, contactId] = [crypto.randomUUID(), crypto.randomUUID()];
      await d.system((ctx) =>
        addCustomer(ctx, {
          id: customerId,
          contacts: [{ id: contactId, name: `P ${at}`, at: { [channel]: address } }],
        }),
      );
      people.push({ customerId, contactId, address, channel, timeZone: null, purpose: 'service' });
    }
    const { campaignId } = await d.approve({
      count: 0,
      plan: (ctx, campaign) => {
        const plan = planFor(people)(ctx, campaign);
        const [page] = plan.pages as Iterable<PlanPage>;
        const fallback = { channel: 'sms', address: `second-${at}@example.com`, addressHash: 'x' };
        const consent = { purpose: 'service' as const, basis: 'contract', since: null };
        page!.composed[0]!.fallbacks = [{ ...fallback, rendered: { text: 'Hello' }, consent }];
        return plan;
      },
    });
    await d.meddle(`update channel_accounts set is_enabled = (name = 'Sealed')`);
    await d.tick({ senders: openSenders({ channels, keys: TEST_KEYS }) });
    await d.meddle(`update channel_accounts set is_enabled = (name <> 'Sealed')`);
    const sent = (await d.messagesOf(campaignId)).filter(({ status }) => status !== 'submitted');
    expect(sent.map(({ channel, reason, detail }) => ({ channel, reason, detail }))).toEqual([]);
    for (const { channel, address } of people)
      await d.system((ctx) =>
        receiveReply(ctx, {
          ...{
            channel,
            identifier: address,
            message: `Yes, please: ${address}`,
            externalId: `${at} ${channel}`,
          },
          headers: { from: `P <${address}>`, subject: 'Re: Your contract' },
          normalise: (_channel: string, text: string) => text,
        }),
      );
    const mail = `changed-${at}@example.com`;
    const [{ customerId } = people[0]!] = people;
    const changeId = await d.as(admin, (ctx) =>
      proposeChange(ctx, {
        customerId,
        why: 'They said so.',
        steps: [{ do: 'change_contact', replaces: true, addresses: { email: mail } }],
      }),
    );
    await d.as(admin, (ctx) => decideChange(ctx, { changeId, decision: 'confirm' }));
    await d.as(admin, async (ctx) => {
      const of = { userId: admin.userId, key: at };
      await takeKey(ctx, { ...of, requestHash: 'x' });
      await keepAnswer(ctx, { ...of, status: 200, answer: JSON.stringify({ email: mail }) });
    });
    const [message] = await d.messagesOf(campaignId);
    const tester = `tester-${at}@example.com`;
    await d.as(d.approver, async (ctx) => {
      const test = { kind: 'address', channel: 'email', address: tester } as const;
      const plan = planFor(await addPeople(ctx, { count: 1 }));
      await requestApproval(ctx, { campaignId: await addCampaign(ctx), test, plan });
    });
    await d.as(admin, async (ctx) => {
      const said = `Their mail is ${mail} now`;
      const { id: threadId } = await createThread(ctx, { title: said });
      const card = { kind: 'change', lines: [`email ${mail}`] } as never;
      await appendThreadMessage(ctx, {
        threadId,
        role: 'person',
        parts: [{ kind: 'text', text: said }, card],
      });
      const receipt = { messageId: message!.id, kind: 'delivered', externalId: at, at: ctx.now } as const;
      await recordReceipt(ctx, { ...receipt, detail: `550 <${mail}> unknown` });
    });
    const told = [
      tester,
      ...people.map(({ address }) => address),
      mail,
      `second-${at}@`,
      `na.${at}@example.org`,
    ];
    return { people, mail, told: [...told, `+33 6 39 98 00 ${at}`, `+336399800${at}`] };
  }

  return { d, admin, dump, live };
}
