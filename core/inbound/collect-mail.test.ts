import { afterAll, beforeAll, expect, it } from 'vitest';
import { createChannels } from '../../channels/index.ts';
import type { InboundMail } from '../../channels/mailbox-contract.ts';
import { addresses } from '../../db/schema/index.ts';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { memoryStandinStore } from '../../test/memory-standin-store.ts';
import { createAccount } from '../accounts/create-account.ts';
import { collectMail } from './collect-mail.ts';

let d: Delivery;
beforeAll(async () => {
  d = await openDelivery();
});
afterAll(() => d.close());

it('a bounce in a mailbox settles its message and ends the use of the address, once', async () => {
  const { campaignId } = await d.approve({ count: 1 });
  const [message] = await d.messagesOf(campaignId);
  const report = { messageId: message!.id, status: 'bounced', detail: '550 5.1.1 user unknown' } as const;
  const mail: InboundMail = {
    ...{ externalId: 'box 1', from: 'mailer-daemon@example.com', text: 'Undelivered', headers: {} },
    ...{ receivedAt: new Date('2026-11-21T03:00:00Z'), attachments: [], report },
  };
  const channels = new Map(createChannels(memoryStandinStore()));
  const email = channels.get('email')!;
  const openInbox = () => ({
    collect: async (_cursor: string | null, take: (mail: InboundMail, cursor: string) => Promise<void>) => {
      await take(mail, '1');
      await take(mail, '2');
    },
  });
  const smtp = { ...email.providers.smtp!, openInbox };
  channels.set('email', { ...email, providers: { ...email.providers, smtp } });
  const settings = { host: '127.0.0.1', imap: { host: '127.0.0.1', user: 'u', pass: 'p' } };
  await d.system((ctx) =>
    createAccount(ctx, { channels, channel: 'email', provider: 'smtp', name: 'Desk', settings }),
  );
  const { within, keys } = d;
  const collected = await collectMail({ within, tenantId: d.tenant.id, channels, keys });
  expect(collected).toEqual({ read: 2, failures: [] });
  expect(await d.messagesOf(campaignId)).toMatchObject([{ status: 'failed', reason: 'bounced' }]);
  const rows = await d.system((ctx) => ctx.tx.select().from(addresses));
  expect(rows.filter(({ usable }) => !usable)).toMatchObject([{ hash: message!.addressHash }]);
});
