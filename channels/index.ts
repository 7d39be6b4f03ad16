import type { Channel, ChannelRegistry } from './contract.ts';
import { createEmail } from './email/index.ts';
import { createFacebook } from './facebook/index.ts';
import { createInApp } from './in_app/index.ts';
import { createInstagram } from './instagram/index.ts';
import { createLine } from './line/index.ts';
import { createLinkedIn } from './linkedin/index.ts';
import { createMessenger } from './messenger/index.ts';
import { createPush } from './push/index.ts';
import { createRcs } from './rcs/index.ts';
import type { ShelfStore } from './shelf.ts';
import { createSlackChannel } from './slack/web-api.ts';
import { createSms } from './sms/index.ts';
import type { StandinStore } from './standin.ts';
import { createTask } from './task/index.ts';
import { createTelegram } from './telegram/index.ts';
import { createVoice } from './voice/index.ts';
import { createWebPush } from './web_push/index.ts';
import { createWebhook } from './webhook/index.ts';
import { createWhatsApp } from './whatsapp/index.ts';
import { createWidget } from './widget/index.ts';
import { createX } from './x/index.ts';

/** Where the vendors are: their own addresses, unless a test stands in for them. */
export type VendorApis = {
  metaApi?: string;
  lineApi?: string;
  twilioApi?: string;
  telnyxApi?: string;
  sesApi?: string;
  sendgridApi?: string;
  mailgunApi?: string;
  slackApi?: string;
  telegramApi?: string;
  fcmApi?: string;
  googleTokens?: string;
  webPushApi?: string;
  webhookTo?: string;
  xApi?: string;
  linkedinApi?: string;
};

/** Without a shelf there are none of the channels whose messages wait here to be fetched. */
type Deps = { store: StandinStore; shelf?: ShelfStore } & VendorApis;

/** Every channel there is; which one a contact gets first is the tenant's setting. */
export function createChannels({ shelf, ...deps }: Deps): ChannelRegistry {
  const fetched = shelf ? [createInApp({ ...deps, shelf }), createTask({ ...deps, shelf })] : [];
  const channels: Channel[] = [
    createWhatsApp(deps),
    createLine(deps),
    createSms(deps),
    createEmail(deps),
    createPush(deps),
    createWebPush(deps),
    createSlackChannel(deps),
    createTelegram(deps),
    createMessenger(deps),
    createInstagram(deps),
    createRcs(deps),
    createVoice(deps),
    createWebhook(deps),
    createFacebook(deps),
    createX(deps),
    createLinkedIn(deps),
    createWidget(deps),
    ...fetched,
  ];
  return new Map(channels.map((channel) => [channel.key, channel]));
}
