// How the page says times, numbers and states.
import type { ApprovalPart, ProgressPart } from '../../core/parts.ts';

const CHANNELS: Record<string, string> = { whatsapp: 'WhatsApp', line: 'LINE', email: 'E-mail', sms: 'SMS' };
export const channelName = (channel: string): string => CHANNELS[channel] ?? channel;

export const channelCounts = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([channel, count]) => `${channelName(channel)} ${count}`)
    .join(' · ');

export const plural = (count: number, word: string, many = `${word}s`): string =>
  `${count.toLocaleString()} ${count === 1 ? word : many}`;

/** An instant, in the reader's own zone. */
export const timeWords = (iso: string): string =>
  new Date(iso).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A calendar date, which has no zone. */
export const dateWords = (date: string): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString(undefined, { dateStyle: 'medium', timeZone: 'UTC' });

/** `opt_out` → `opt out`. */
export const plainWords = (key: string): string => key.replaceAll('_', ' ');

export type Tone = 'good' | 'bad' | 'wait' | 'live' | 'plain';

export const APPROVAL_WORDS: Record<ApprovalPart['status'], { words: string; tone: Tone }> = {
  requested: { words: 'waits for a decision', tone: 'wait' },
  approved: { words: 'approved', tone: 'good' },
  rejected: { words: 'rejected', tone: 'bad' },
  voided: { words: 'void', tone: 'plain' },
  expired: { words: 'expired', tone: 'plain' },
};

export const CAMPAIGN_WORDS: Record<ProgressPart['status'], { words: string; tone: Tone }> = {
  draft: { words: 'draft', tone: 'plain' },
  waiting: { words: 'waits for approval', tone: 'wait' },
  scheduled: { words: 'scheduled', tone: 'live' },
  sending: { words: 'sending', tone: 'live' },
  paused: { words: 'paused', tone: 'wait' },
  stopped: { words: 'stopped', tone: 'bad' },
  done: { words: 'done', tone: 'good' },
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

const countries = new Intl.DisplayNames(undefined, { type: 'region', fallback: 'code' });
export const countryWords = (code: string): string =>
  /^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code;

const languages = new Intl.DisplayNames(undefined, { type: 'language', fallback: 'code' });
/** "Thai" for th; what is no code stays as it is. */
export const languageWords = (locale: string): string =>
  /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(locale) ? (languages.of(locale) ?? locale) : locale;

const money = (currency: string) =>
  new Intl.NumberFormat(undefined, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' });
/** How many minor units one of the currency has: 100 for most, 1 for the yen. */
export const minorPerUnit = (currency: string): number =>
  10 ** (money(currency).resolvedOptions().maximumFractionDigits ?? 2);
export const moneyWords = (minor: number, currency: string): string =>
  money(currency).format(minor / minorPerUnit(currency));

export const shareWords = (share: number | null): string =>
  share === null ? '–' : share.toLocaleString(undefined, { style: 'percent', maximumFractionDigits: 1 });

export const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024)).toLocaleString()} kB`
    : `${(bytes / 1024 / 1024).toLocaleString(undefined, { maximumFractionDigits: 1 })} MB`;
