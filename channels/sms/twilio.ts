import { z } from 'zod';
import type { LimitWindow, Provider } from '../contract.ts';
import { twilioAccount, twilioSid } from '../twilio/account.ts';
import { openTwilioMessages } from '../twilio/messages.ts';
import { twilioWebhook } from '../twilio/webhook.ts';

export const twilioSettings = z.strictObject({ ...twilioAccount, messagingServiceSid: twilioSid('MG') });
export type TwilioSettings = z.infer<typeof twilioSettings>;

type Options = { limits: readonly LimitWindow[]; baseUrl: string };

export const twilioProvider = ({ limits, baseUrl }: Options): Provider<TwilioSettings> => ({
  key: 'twilio',
  settings: twilioSettings,
  defaultLimits: limits,
  open: (settings, place) =>
    openTwilioMessages(settings, {
      baseUrl,
      place,
      to: (number) => number,
      formOf: ({ text }) => ({
        MessagingServiceSid: settings.messagingServiceSid,
        Body: text,
        // It would replace letters to save segments; what goes out is what was approved.
        SmartEncoded: 'false',
      }),
    }),
  webhook: twilioWebhook,
});
