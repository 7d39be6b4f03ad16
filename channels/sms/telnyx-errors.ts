import type { Meaning } from '../meaning.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Telnyx's codes: https://developers.telnyx.com/docs/messaging/messages/error-codes. Others refuse this one message. */
export const TELNYX_ERRORS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  // Too many requests, of the account and of the number; its queue is full.
  ['10011', { is: 'later', waitMs: 5_000 }],
  ['40011', { is: 'later', waitMs: MINUTE }],
  ['40014', { is: 'later', waitMs: MINUTE }],
  ['40318', { is: 'later', waitMs: 5 * MINUTE }],
  // Key, permission, payment; profile or number that cannot send, or is not registered with the carriers.
  ...[
    '10009',
    '10010',
    '20002',
    '20012',
    '20100',
    '40010',
    '40305',
    '40312',
    '40314',
    '40315',
    '40330',
    '40333',
  ].map((code): [string, Meaning] => [code, { is: 'account' }]),
  // No such number, or one that cannot get text messages.
  ...['40001', '40012', '40310'].map((code): [string, Meaning] => [code, { is: 'nobody' }]),
  // "Blocked due to STOP message".
  ['40300', { is: 'opted_out' }],
  // Blocked by the carrier, switched off, not reachable there: not by text message for a while.
  ['40002', { is: 'not_here', forMs: 30 * DAY }],
  ['40003', { is: 'not_here', forMs: 30 * DAY }],
  ['40006', { is: 'not_here', forMs: DAY }],
  ['40008', { is: 'not_here', forMs: DAY }],
  ['40009', { is: 'not_here', forMs: 30 * DAY }],
]);
