import type { Meaning } from '../meaning.ts';

const [MINUTE, HOUR] = [60_000, 3_600_000];
const DAY = 24 * HOUR;

/** Twilio's codes, as its error dictionary explains them. What is not here is a refusal of this one message. */
export const TWILIO_ERRORS: ReadonlyMap<number, Meaning> = new Map<number, Meaning>([
  // Too many requests; the sender's own queue is full.
  [20429, { is: 'later', waitMs: 5_000 }],
  [14107, { is: 'later', waitMs: 5_000 }],
  [21611, { is: 'later', waitMs: 5 * MINUTE }],
  [30001, { is: 'later', waitMs: 5 * MINUTE }],
  [30022, { is: 'later', waitMs: MINUTE }],
  // Token, permission, suspended account, no number in the service, campaign not registered with the carriers.
  ...[20003, 20005, 20404, 21606, 21659, 21660, 21701, 21703, 30002, 30034].map((code): [number, Meaning] => [
    code,
    { is: 'account' },
  ]),
  // No such number; a landline; a number that cannot get text messages.
  ...[13223, 13224, 21211, 21217, 21614, 21635, 30005, 30006].map((code): [number, Meaning] => [
    code,
    { is: 'nobody' },
  ]),
  // "Attempt to send to unsubscribed recipient".
  [21610, { is: 'opted_out' }],
  // Blocked by the carrier or the person's plan, switched off, not allowed in that region: not by text message.
  [21215, { is: 'not_here', forMs: 30 * DAY }],
  [21408, { is: 'not_here', forMs: 30 * DAY }],
  [21612, { is: 'not_here', forMs: 30 * DAY }],
  [30003, { is: 'not_here', forMs: DAY }],
  [30004, { is: 'not_here', forMs: 30 * DAY }],
  [63014, { is: 'opted_out' }],
]);
