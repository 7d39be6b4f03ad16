// Every channel's message to ten recipients whose data is hard to write with, as the outbox shows it: a sheet a channel; e-mail
// also as mail programs show it, wide and on a phone, light and dark, and LINE's cards. Others, whose data is no data, are kept
// back, which is told.
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { createChannels } from '../channels/index.ts';
import { createAccount } from '../core/accounts/create-account.ts';
import { createStandinStore } from '../core/accounts/standin-store.ts';
import { approvalPart } from '../core/approval/approval-part.ts';
import { decideApproval } from '../core/approval/decide-approval.ts';
import { requestApproval } from '../core/approval/request-approval.ts';
import { createCampaign } from '../core/campaigns/create-campaign.ts';
import type { Ctx } from '../core/context.ts';
import { listOutbox } from '../core/outbox/list-outbox.ts';
import { createShelfStore } from '../core/shelf/shelf-store.ts';
import { changeSettings } from '../core/tenants/change-settings.ts';
import { findLocalAdmin } from '../core/tenants/find-local-admin.ts';
import { addCustomer, type TestCustomer } from '../test/add-customer.ts';
import type { TestBrowser } from '../test/browser/open-browser.ts';
import { openTestRefrain } from '../test/refrain.ts';
import { buildPageWhenStale } from './build-page.ts';
import { composeBare, shootBare } from './shoot-bare.ts';
import { sheet } from './shot-sheet.ts';

/** How somebody of this number is reached on each channel. */
const ADDRESSES: Readonly<Record<string, (at: number) => string>> = {
  email: (at) => `reader${at}@example.com`,
  whatsapp: (at) => `+6690000000${at}`,
  line: (at) => `U${String(at).repeat(32)}`,
  sms: (at) => `+6690000000${at}`,
  rcs: (at) => `+6690000000${at}`,
  voice: (at) => `+6690000000${at}`,
  task: (at) => `+6690000000${at}`,
  telegram: (at) => `10000${at}`,
  messenger: (at) => `100000000000${at}`,
  instagram: (at) => `100000000000${at}`,
  push: (at) => `${at}:${'a'.repeat(140)}`,
  in_app: (at) => `reader-${at}`,
  webhook: (at) => `reader-${at}`,
};

const CONTRACT = {
  ...{ startsOn: '2026-01-01', endsOn: '2026-12-31', unitCount: 2 },
  ...{ pricePerUnitMinor: 1_200_000, currency: 'THB' },
};
const UNITS = ['Lobby', 'Spa', 'Ibiza Bar'];
const OF_THREE = { units: UNITS, contracts: [{ ...CONTRACT, unitCount: 3 }] };
type Reader = { name: string | null; language?: string };
const people: readonly (TestCustomer & { reader: Reader })[] = [
  { name: '🎵 Café 🏖️ Ñandú', units: ['🍸 Bar', 'Pool 🏊'], reader: { name: 'Zoë 🌴 Sample' } },
  { name: 'Empty House', units: [], contracts: [], reader: { name: null } },
  { name: 'فندق الشاطئ', country: 'AE', reader: { name: '\u202eعمر النموذج' } },
  { name: 'โรงแรมตัวอย่าง', reader: { name: 'ดร.สมชาย ตัวอย่าง', language: 'th' } },
  { name: 'ホテル見本', country: 'JP', reader: { name: '見本先生', language: 'ja' } },
  { name: '示例酒店', country: 'CN', reader: { name: '王经理', language: 'zh' } },
  { name: 'Hotel Muster & Söhne', country: 'DE', reader: { name: 'Frau Muster', language: 'de' } },
  { name: 'Azur', country: 'FR', ...OF_THREE, reader: { name: null, language: 'fr' } },
  { name: 'Hotel Muestra', country: 'ES', ...OF_THREE, reader: { name: 'Sra. Muestra', language: 'es' } },
  {
    name: `Hotel ${'Comprido '.repeat(12).trim()}`,
    country: 'BR',
    contracts: [{ ...CONTRACT, currency: 'BRL', pricePerUnitMinor: 123_456 }],
    reader: { name: 'Sr. Amostra', language: 'pt' },
  },
  { name: '{{ contract.price }}', reader: { name: '{{ contract.price }}' } },
  {
    name: '<script>alert(1)</script>',
    units: ['<b>Bar</b>', 'Pool'],
    reader: { name: '<img src=x onerror=1>' },
  },
  { name: 'Long '.repeat(60).trim(), reader: { name: 'A'.repeat(300) } },
];

type Browser = Pick<TestBrowser, 'openPage'>;

export async function shootMessages(browser: Browser, folder: string): Promise<void> {
  await buildPageWhenStale();
  const refrain = await openTestRefrain({ REFRAIN_NOW: '2026-11-20T08:00:00Z' });
  try {
    const tenant = await refrain.prepare();
    const { actor } = await findLocalAdmin(refrain.database, tenant.slug);
    const inside = <T>(work: (ctx: Ctx) => Promise<T>) => refrain.within(tenant.id, actor, work);
    await inside(setUp);
    await inside(async (ctx) => {
      const [store, shelf] = [createStandinStore(refrain.within), createShelfStore(refrain.within)];
      const channels = createChannels({ store, shelf });
      for (const channel of Object.keys(ADDRESSES))
        if (!['email', 'whatsapp', 'line', 'sms'].includes(channel))
          await createAccount(ctx, { channels, channel, provider: 'standin', name: channel, settings: {} });
    });
    const url = await refrain.app.listen({ port: 0, host: '127.0.0.1' });
    const { page } = await browser.openPage({ viewport: { width: 720, height: 900 } });
    await page.goto(await refrain.signInLink(tenant, url));
    for (const channel of Object.keys(ADDRESSES)) {
      const asked = await inside((ctx) => send(ctx, channel)).catch((error: unknown) => {
        console.log(`${channel}: ${error instanceof Error ? error.message : error}`);
        return null;
      });
      if (!asked) continue;
      const { campaignId, recipients } = asked;
      const look = () => inside((ctx) => listOutbox(ctx, { campaignId, limit: 100 }));
      let sent = await look();
      // A sender's windows let a few through a second.
      for (let at = 0; at < 60 && sent.length < recipients; at += 1) {
        await refrain.settle();
        await setTimeout(300);
        sent = await look();
      }
      const shots: Buffer[] = [];
      for (const { id } of sent) shots.push(await shoot(page, `${url}/#/outbox/${id}`));
      console.log(`${channel}: ${shots.length} of ${people.length}`);
      await sheet(page, { shots, path: join(folder, `message-${channel}.png`) });
    }
    await inside((ctx) => changeSettings(ctx, { lineCards: true }));
    await shootBare(browser, { folder, messages: await inside(composeBare) });
  } finally {
    await refrain.close();
  }
}

const setUp = async (ctx: Ctx): Promise<void> => {
  await changeSettings(ctx, {
    sender: {
      ...{ company: 'Andaman Sound', service: 'music service', signature: 'Nina Sample' },
      ...{ email: 'nina@example.com', postalAddress: '1 Sample Road, Phuket' },
    },
    channelOrder: Object.keys(ADDRESSES),
  });
  for (const [at, { reader, ...customer }] of people.entries())
    await addCustomer(ctx, {
      ...{ type: 'Hotel', city: 'Phuket', country: 'TH', timeZone: 'Asia/Bangkok' },
      ...{ units: ['Pool', 'Lobby'], contracts: [CONTRACT] },
      ...customer,
      contacts: [
        {
          ...reader,
          at: Object.fromEntries(Object.entries(ADDRESSES).map(([channel, of]) => [channel, of(at)])),
        },
      ],
    });
};

/** Asked for and approved by the workspace's own admin, without the messages that may not go out: those are told. */
async function send(ctx: Ctx, channel: string): Promise<{ campaignId: string; recipients: number }> {
  const draft = {
    ...{ name: `Renewals by ${channel}`, type: 'renewal', channels: [channel] },
    leaveOutFaulty: true,
  };
  const { id: campaignId } = await createCampaign(ctx, { draft });
  const { approvalId } = await requestApproval(ctx, { campaignId });
  const { digest, recipients, excluded } = await approvalPart(ctx, approvalId);
  for (const { name, reason } of excluded)
    console.log(`${channel} leaves out ${name.slice(0, 40)}: ${reason}`);
  await decideApproval(ctx, { approvalId, digest, decision: 'approve' });
  return { campaignId, recipients };
}

async function shoot(page: Page, address: string): Promise<Buffer> {
  await page.goto(address);
  const message = page.getByRole('article');
  await message.getByRole('heading').waitFor();
  // What is for whoever tries the outbox, not for its recipients.
  await page.addStyleTag({
    content: 'article form, article form ~ *, header, a[href="#/outbox"] { display: none }',
  });
  await page.waitForTimeout(150);
  return message.screenshot();
}
