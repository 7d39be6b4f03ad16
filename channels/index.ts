import type { Channel, ChannelRegistry } from './contract.ts';
import { createEmail } from './email/index.ts';
import { createLine } from './line/index.ts';
import { createSms } from './sms/index.ts';
import type { StandinStore } from './standin.ts';
import { createWhatsApp } from './whatsapp/index.ts';

/** `metaApi`, `lineApi` and `twilioApi` are the vendors' own unless a test stands in for them. */
type Deps = { store: StandinStore; metaApi?: string; lineApi?: string; twilioApi?: string };

/** Every channel there is; which one a contact gets first is the tenant's setting. */
export function createChannels(deps: Deps): ChannelRegistry {
  const channels: Channel[] = [createWhatsApp(deps), createLine(deps), createSms(deps), createEmail(deps)];
  return new Map(channels.map((channel) => [channel.key, channel]));
}
