// What a vendor's code means for the message, the person and the account; each vendor has a table of its own.
import type { SendResult, Verdict } from './contract.ts';

/**
 * - `later`: not now; again after `waitMs` at the earliest
 * - `template`: the approved text is not taken now, from anybody
 * - `account`: the account itself cannot send (token, payment, lock): nothing of it goes until a person mends it
 * - `message`: these words are never taken
 * - `nobody`: there is no such address
 * - `opted_out`, `marketing_stopped`: the person said so to the vendor
 * - `not_here`: not to this person by this channel for a while; it says nothing of other channels
 */
export type Meaning =
  | { is: 'later' | 'template'; waitMs: number }
  | { is: 'account' | 'message' | 'nobody' | 'opted_out' | 'marketing_stopped' }
  | { is: 'not_here'; forMs: number };

type Said = { code: string; detail: string; retryAfterMs?: number };

/** The result of a send that was answered with this. The vendor's own waiting time wins over the table's. */
export function resultOf(meaning: Meaning, { code, detail, retryAfterMs }: Said): SendResult {
  if (meaning.is === 'later')
    return { outcome: 'retry', code, detail, retryAfterMs: retryAfterMs ?? meaning.waitMs };
  if (meaning.is === 'template')
    return { outcome: 'retry', code, detail, retryAfterMs: meaning.waitMs, isTemplate: true };
  if (meaning.is === 'account') return { outcome: 'retry', code: 'auth', detail };
  return { outcome: 'rejected', code, detail, ...verdictOf(meaning) };
}

/** What a refusal that comes later, as a receipt, says of the person. */
export function verdictOf(meaning: Meaning | undefined): Verdict {
  switch (meaning?.is) {
    case 'nobody':
      return { suppress: 'no_such_address' };
    case 'opted_out':
    case 'marketing_stopped':
      return { suppress: meaning.is };
    case 'not_here':
      return { coolDownMs: meaning.forMs };
    default:
      return {};
  }
}
