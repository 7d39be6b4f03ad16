/** Addresses beside e-mail, telephone and LINE, by channel: what a table heads them with, and what one is called. */
export const OTHER_ADDRESSES = {
  telegram: { label: 'Telegram id', headings: ['telegram', 'telegram id', 'telegram chat id'] },
  slack: { label: 'Slack id', headings: ['slack', 'slack id', 'slack user id', 'slack member id'] },
  messenger: { label: 'Messenger id', headings: ['messenger', 'messenger id', 'facebook messenger', 'psid'] },
  instagram: { label: 'Instagram id', headings: ['instagram', 'instagram id', 'igsid'] },
  rcs: { label: 'RCS number', headings: ['rcs', 'rcs number'] },
  voice: { label: 'Number for calls', headings: ['number for calls', 'voice number', 'voice'] },
  task: { label: 'Number for call tasks', headings: ['number for call tasks', 'call task number'] },
  push: { label: 'Push token', headings: ['push token', 'push', 'fcm token', 'device token'] },
  web_push: { label: 'Web push subscription', headings: ['web push subscription', 'web push'] },
  in_app: { label: 'App user id', headings: ['app user id', 'in app id', 'in app', 'app user'] },
  webhook: { label: 'Webhook id', headings: ['webhook id', 'webhook'] },
  facebook: { label: 'Facebook page id', headings: ['facebook page id', 'facebook page'] },
  x: { label: 'X account', headings: ['x account', 'x handle', 'twitter', 'twitter handle'] },
  linkedin: { label: 'LinkedIn page id', headings: ['linkedin page id', 'linkedin page'] },
} as const satisfies Record<string, { label: string; headings: readonly string[] }>;

export type OtherChannel = keyof typeof OTHER_ADDRESSES;
export const OTHER_CHANNELS = Object.keys(OTHER_ADDRESSES) as OtherChannel[];
