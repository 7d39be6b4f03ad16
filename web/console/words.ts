// How the page says times, numbers and states.
import type { ApprovalPart, ProgressPart } from '../../core/parts.ts';
import { locale } from './words/language.ts';
import { fromServer, inLanguage, t } from './words/t.ts';

const CHANNELS: Record<string, string> = {
  whatsapp: 'WhatsApp',
  line: 'LINE',
  email: t('E-mail'),
  sms: 'SMS',
  widget: t('Web site'),
  push: t('Push'),
  web_push: t('Web push'),
  in_app: t('In-app'),
  telegram: 'Telegram',
  slack: 'Slack',
  messenger: 'Messenger',
  instagram: 'Instagram',
  rcs: 'RCS',
  voice: t('Voice call'),
  webhook: t('Webhook'),
  facebook: 'Facebook',
  x: 'X',
  linkedin: 'LinkedIn',
  task: t('Call task'),
  survey: t('Survey page'),
};
export const channelName = (channel: string): string => CHANNELS[channel] ?? channel;

/** Whoever carries a channel, by the name they go by; another is called by its key. */
const PROVIDERS: Record<string, string> = {
  standin: t('the visible outbox: nothing leaves this machine'),
  'cloud-api': 'WhatsApp Cloud API (Meta)',
  'messaging-api': 'LINE Messaging API',
  'bot-api': 'Telegram',
  'posts-api': t('the network itself'),
  'web-api': 'Slack',
  graph: 'Meta',
  twilio: 'Twilio',
  telnyx: 'Telnyx',
  smtp: 'SMTP',
  ses: 'SES (Amazon)',
  sendgrid: 'SendGrid',
  mailgun: 'Mailgun',
  fcm: 'FCM (Google)',
  vapid: t('the browsers’ own push services'),
  standard: t('an address of yours'),
  panel: t('the panel on your web site'),
  inbox: t('an inbox that your app reads'),
  list: t('a list for people to work through'),
};
export const providerName = (provider: string): string => PROVIDERS[provider] ?? provider;

export const channelCounts = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([channel, count]) => `${channelName(channel)} ${numberWords(count)}`)
    .join(' · ');

export const numberWords = (number: number): string => number.toLocaleString(locale);

const AS_TIME = { dateStyle: 'medium', timeStyle: 'short' } as const;

/** An instant by the reader's clock alone: what is nobody else's business. */
export const ownTimeWords = (iso: string): string => new Date(iso).toLocaleString(locale, AS_TIME);

let workspaceZone: string | null = null;
export const workIn = (zone: string): void => {
  workspaceZone = zone;
};

/** An instant by the reader's clock, and by the workspace's where that shows another time: with its day if that differs. */
export function timeWords(iso: string): string {
  const time = ownTimeWords(iso);
  if (!workspaceZone) return time;
  const [instant, timeZone] = [new Date(iso), workspaceZone];
  if (instant.toLocaleString(locale, { ...AS_TIME, timeZone }) === time) return time;
  const isSameDay = instant.toLocaleDateString(locale) === instant.toLocaleDateString(locale, { timeZone });
  const { timeStyle, ...day } = AS_TIME;
  const other = instant.toLocaleString(locale, { ...(isSameDay ? {} : day), timeStyle, timeZone });
  const place = timeZone.split('/').at(-1)!.replaceAll('_', ' ');
  return t('{time} ({other} in {place})', { time, other, place });
}

/** The day that an instant falls on by the workspace's clock: reports count by it. */
export const workspaceDay = (iso: string): string =>
  new Date(iso).toLocaleDateString(locale, {
    dateStyle: 'medium',
    ...(workspaceZone ? { timeZone: workspaceZone } : {}),
  });

/** A calendar date, which has no zone. */
export const dateWords = (date: string): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' });

/** `opt_out` → `opt out`, in the reader's language. */
export const plainWords = (key: string): string => inLanguage(key.replaceAll('_', ' '));

/** Why a message was read as it was: the words that decided come first, then reasons of ours. */
export const reasonsWords = (because: string): string => because.split('; ').map(fromServer).join('; ');

export type Tone = 'good' | 'bad' | 'wait' | 'live' | 'plain';

export const APPROVAL_WORDS: Record<ApprovalPart['status'], { words: string; tone: Tone }> = {
  requested: { words: t('waits for a decision'), tone: 'wait' },
  approved: { words: t('approved'), tone: 'good' },
  rejected: { words: t('rejected'), tone: 'bad' },
  voided: { words: t('void'), tone: 'plain' },
  expired: { words: t('expired'), tone: 'plain' },
};

export const CAMPAIGN_WORDS: Record<ProgressPart['status'], { words: string; tone: Tone }> = {
  draft: { words: t('draft'), tone: 'plain' },
  waiting: { words: t('waits for approval'), tone: 'wait' },
  scheduled: { words: t('scheduled'), tone: 'live' },
  sending: { words: t('sending'), tone: 'live' },
  paused: { words: t('paused'), tone: 'wait' },
  stopped: { words: t('stopped'), tone: 'bad' },
  done: { words: t('done'), tone: 'good' },
};

const MESSAGE_TONES: Record<string, Tone> = {
  submitted: 'live',
  delivered: 'good',
  read: 'good',
  failed: 'bad',
  bounced: 'bad',
  unknown: 'wait',
};
export const messageTone = (status: string): Tone => MESSAGE_TONES[status] ?? 'plain';

const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
export const countryWords = (code: string): string =>
  /^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code;

/** Those in which there are letters. */
export const LETTER_LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'th', 'ja', 'zh'] as const;
const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
/** "Thai" for th; what is no code stays as it is. */
export const languageWords = (locale: string): string =>
  /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(locale) ? (languages.of(locale) ?? locale) : locale;

const money = (currency: string) =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' });
/** How many minor units one of the currency has: 100 for most, 1 for the yen. */
export const minorPerUnit = (currency: string): number =>
  10 ** (money(currency).resolvedOptions().maximumFractionDigits ?? 2);
export const moneyWords = (minor: number, currency: string): string =>
  money(currency).format(minor / minorPerUnit(currency));

export const shareWords = (share: number | null): string =>
  share === null ? '–' : share.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 1 });

export const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024
    ? t('{n} kB', { n: Math.max(1, Math.round(bytes / 1024)) })
    : t('{size} MB', { size: (bytes / 1024 / 1024).toLocaleString(locale, { maximumFractionDigits: 1 }) });
