// What the law and the platforms ask of a message on a channel, said beside it.

import { channelForm } from './channel-form.ts';

type Asked = { channel: string; purpose: 'service' | 'marketing' };

const OF_CHANNEL: Readonly<Record<string, string>> = {
  whatsapp:
    'WhatsApp takes free text only within 24 hours of a contact’s last message; else it must be an approved template.',
  line: 'LINE reaches those who added the account as a friend.',
  sms: 'SMS is charged by part: 160 characters of plain Latin text, 70 with any other sign; long texts count 153 or 67.',
  push: 'A push message reaches only devices that allowed it, and is stopped there; phones show about 65 characters of its title and 178 of its text.',
  telegram: 'Telegram reaches those who started the bot; whoever blocks it gets nothing more.',
  messenger: 'Messenger takes messages within 24 hours of a contact’s last one.',
  instagram: 'Instagram takes messages within 24 hours of a contact’s last one.',
  rcs: 'RCS reaches telephones that take it; a sender is registered with the carriers first.',
  voice: 'A call is read out by a machine; many countries allow one for marketing only with express consent.',
  in_app: 'An in-app message is seen when its reader opens the app.',
};

const PUBLIC = 'Everybody reads a post: it needs a text of its own, and nobody can opt out of it.';

const MARKETING: Readonly<Record<string, string>> = {
  push: 'The device itself says how to stop it; nothing is added to the text.',
  email:
    'Marketing e-mail shows the sender’s postal address and can be unsubscribed from in one click; both are added.',
};

/** The notes for a channel and purpose, the consent it rests on first. */
export const complianceNotes = ({ channel, purpose }: Asked): string[] => {
  if (channelForm(channel).isPublic) return [PUBLIC];
  return [
    purpose === 'marketing'
      ? 'Marketing: goes only to contacts with a consent or a recorded basis, within the cap of messages a week.'
      : 'Service: rests on the contract; contacts who stopped everything are left out.',
    purpose === 'marketing' ? (MARKETING[channel] ?? 'A line says how to opt out.') : undefined,
    OF_CHANNEL[channel],
  ].filter((note) => note !== undefined);
};
