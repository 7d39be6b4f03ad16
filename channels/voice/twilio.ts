// A call that speaks the approved text, by Twilio. It knows no idempotency, and a call cannot be looked for by its
// words: one that fell silent stays unknown until its report or a person tells.
import { z } from 'zod';
import { apiSender } from '../api-sender.ts';
import type { AccountPlace, LimitWindow, Provider, Rendered } from '../contract.ts';
import { reportUrl } from '../report-url.ts';
import { authorizationOf, judgeTwilio, twilioAccount } from '../twilio/account.ts';
import { voiceWebhook } from './webhook.ts';

export const voiceSettings = z.strictObject({
  ...twilioAccount,
  /** A number of ours that may call. */
  from: z.string().regex(/^\+[1-9]\d{6,14}$/),
  /** A voice of Twilio's, such as "Polly.Joanna"; without it the one it has for the language. */
  voice: z
    .string()
    .regex(/^[\w.-]{2,60}$/)
    .optional(),
});
export type VoiceSettings = z.infer<typeof voiceSettings>;

type Options = { limits: readonly LimitWindow[]; baseUrl: string };

export const voiceProvider = ({ limits, baseUrl }: Options): Provider<VoiceSettings> => ({
  key: 'twilio',
  settings: voiceSettings,
  defaultLimits: limits,
  open: (settings, place) => openCalls(settings, { baseUrl, place }),
  webhook: voiceWebhook,
});

type Ends = { baseUrl: string; place?: AccountPlace | undefined };

const openCalls = (settings: VoiceSettings, { baseUrl, place }: Ends) =>
  apiSender({
    // An account begins with one call a second.
    atOnce: 2,
    call: ({ to, content, messageId }) => {
      const reports = reportUrl(place, messageId);
      const form = {
        To: to,
        From: settings.from,
        Twiml: speech(content, { voice: settings.voice, reports }),
        ...(reports ? { StatusCallback: reports, StatusCallbackEvent: 'completed' } : {}),
      };
      return {
        url: `${baseUrl}/2010-04-01/Accounts/${settings.accountSid}/Calls.json`,
        headers: {
          authorization: authorizationOf(settings),
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams(form).toString(),
        timeoutMs: settings.timeoutMs,
      };
    },
    judge: judgeTwilio,
  });

type Spoken = { voice: string | undefined; reports: string | null };

/** Says it, and listens to what is answered ("stop") where the answer can reach us. */
function speech({ text, language }: Rendered, { voice, reports }: Spoken): string {
  const tongue = language ? ` language="${escapeXml(LOCALES[language] ?? language)}"` : '';
  const say = `<Say${voice ? ` voice="${escapeXml(voice)}"` : ''}${tongue}>${escapeXml(text)}</Say>`;
  if (!reports) return `<Response>${say}</Response>`;
  const listen = `input="speech dtmf" numDigits="1" speechTimeout="auto" action="${escapeXml(reports)}"`;
  return `<Response><Gather ${listen}${tongue}>${say}</Gather></Response>`;
}

// Twilio speaks and hears tongues of places; where it has several, the one with the most speakers.
const LOCALES: Readonly<Record<string, string>> = {
  en: 'en-US',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  it: 'it-IT',
  pt: 'pt-BR',
  nl: 'nl-NL',
  ja: 'ja-JP',
  ko: 'ko-KR',
  th: 'th-TH',
  vi: 'vi-VN',
  id: 'id-ID',
  zh: 'cmn-Hans-CN',
};

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// XML has no place for control characters, not even as entities.
const escapeXml = (text: string): string =>
  text.replace(/[^\P{Cc}\n\t]/gu, ' ').replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
