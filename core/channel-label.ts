// Only where the key is not written as people write the name.
const CHANNEL_LABELS: Readonly<Record<string, string>> = {
  whatsapp: 'WhatsApp',
  line: 'LINE',
  email: 'e-mail',
  sms: 'SMS',
  push: 'push',
  web_push: 'browser push',
  in_app: 'in-app',
  task: 'call task',
  voice: 'voice call',
  rcs: 'RCS',
  x: 'Twitter',
  survey: 'survey page',
};

/** A channel as people write it within a sentence. */
export const channelLabel = (key: string): string => CHANNEL_LABELS[key] ?? key;
