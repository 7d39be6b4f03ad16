// RCS by Twilio: a messaging service whose sender is an RCS agent. Without a fallback to text messages: one message
// goes by one channel, the one that was approved.
import { z } from 'zod';
import type { LimitWindow, Provider } from '../contract.ts';
import { twilioAccount, twilioSid } from '../twilio/account.ts';
import { openTwilioMessages } from '../twilio/messages.ts';
import { twilioWebhook } from '../twilio/webhook.ts';

export const rcsSettings = z.strictObject({
  ...twilioAccount,
  messagingServiceSid: twilioSid('MG'),
  /**
   * A content template of Twilio's whose variable 1 is the whole text, such as a card with a picture; variable 2 is
   * where the campaign leads. Without it the text goes as it is.
   */
  contentSid: twilioSid('HX').optional(),
});
export type RcsSettings = z.infer<typeof rcsSettings>;

type Options = { limits: readonly LimitWindow[]; baseUrl: string };

export const rcsProvider = ({ limits, baseUrl }: Options): Provider<RcsSettings> => ({
  key: 'twilio',
  settings: rcsSettings,
  defaultLimits: limits,
  open: (settings, place) =>
    openTwilioMessages(settings, {
      baseUrl,
      place,
      // With its scheme a message goes by RCS or not at all.
      to: (number) => `rcs:${number}`,
      formOf: ({ text, link }) => ({
        MessagingServiceSid: settings.messagingServiceSid,
        ...(settings.contentSid
          ? {
              ContentSid: settings.contentSid,
              ContentVariables: JSON.stringify({ 1: text, ...(link ? { 2: link.url } : {}) }),
            }
          : { Body: text }),
      }),
    }),
  webhook: twilioWebhook,
});
