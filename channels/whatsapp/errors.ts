import type { Meaning } from '../meaning.ts';

const [MINUTE, HOUR] = [60_000, 3_600_000];
const DAY = 24 * HOUR;

/** Meta's codes; its titles change, the codes do not. What is not here is a refusal of this one message. */
export const META_ERRORS: ReadonlyMap<number, Meaning> = new Map<number, Meaning>([
  // Too many of the account's, of the number's, to this person; a spam brake; a service that is down.
  [4, { is: 'later', waitMs: 5 * MINUTE }],
  [80007, { is: 'later', waitMs: 5 * MINUTE }],
  [130429, { is: 'later', waitMs: 5_000 }],
  [131048, { is: 'later', waitMs: HOUR }],
  [131056, { is: 'later', waitMs: 7_000 }],
  [131016, { is: 'later', waitMs: MINUTE }],
  [131000, { is: 'later', waitMs: MINUTE }],
  // The template is paused for its quality (three hours, six, then for good), disabled, or not there in this language.
  ...[132015, 132016, 132001].map((code): [number, Meaning] => [code, { is: 'template', waitMs: HOUR }]),
  // Token, permission, payment, lock, policy.
  ...[0, 3, 10, 190, 200, 368, 131005, 131031, 131042, 133010].map((code): [number, Meaning] => [
    code,
    { is: 'account' },
  ]),
  // "User has stopped marketing messages from your business": services may still be told.
  [131050, { is: 'marketing_stopped' }],
  // The person's own share of marketing is used up, whoever sends it: trying again soon makes it longer.
  [131049, { is: 'not_here', forMs: DAY }],
  // Undeliverable: no WhatsApp there, an old app, terms not accepted.
  [131026, { is: 'not_here', forMs: 30 * DAY }],
  // Part of an experiment of Meta's; no conversation is open.
  [130472, { is: 'not_here', forMs: DAY }],
  [131047, { is: 'not_here', forMs: HOUR }],
]);
