import { z } from 'zod';

export const slackSettings = z.strictObject({
  /** "Bot User OAuth Token" of the page "OAuth & Permissions". */
  botToken: z.string().startsWith('xoxb-'),
  /** Of the page "Basic Information". */
  signingSecret: z.string().min(16),
  /** Only for a machine that Slack cannot reach: an app-level token with `connections:write` opens a socket instead. */
  appToken: z.string().startsWith('xapp-').optional(),
});
export type SlackSettings = z.infer<typeof slackSettings>;
