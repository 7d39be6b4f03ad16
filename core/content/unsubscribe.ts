import { createHmac, timingSafeEqual } from 'node:crypto';
import { keyObject } from '../../lib/crypto.ts';
import { idBytes, idText } from '../../lib/ids.ts';
import type { Ctx } from '../context.ts';

export type Unsubscribe = {
  tenantId: string;
  contactId: string;
  purpose: 'service' | 'marketing';
  /** From a test message: its reader is the tester, so nobody is taken off anything. */
  isTest: boolean;
};

// 16 + 16 bytes of ids, one of flags, 16 of signature (128 bits cannot be guessed, and the address stays short).
const IDS = 32;
const SIGNED = IDS + 1;
const LENGTH = SIGNED + 16;
const MARKETING = 1;
const TEST = 2;

/** The token of a recipient's own unsubscribe address: whom it stops and for what, signed with the link key. */
export function unsubscribeToken(keys: Ctx['keys'], { tenantId, contactId, purpose, isTest }: Unsubscribe) {
  const flags = (purpose === 'marketing' ? MARKETING : 0) | (isTest ? TEST : 0);
  const signed = Buffer.concat([idBytes(tenantId), idBytes(contactId), Buffer.of(flags)]);
  return Buffer.concat([signed, signature(keys, signed)]).toString('base64url');
}

/** What such a token says; null when it is not one of ours, cut or altered. It does not expire: stop means stop. */
export function readUnsubscribeToken(keys: Ctx['keys'], token: string): Unsubscribe | null {
  const bytes = Buffer.from(token, 'base64url');
  // Only the one spelling that we write: a decoder skips what it does not know.
  if (bytes.length !== LENGTH || bytes.toString('base64url') !== token) return null;
  const signed = bytes.subarray(0, SIGNED);
  if (!timingSafeEqual(bytes.subarray(SIGNED), signature(keys, signed))) return null;
  const flags = signed[IDS] ?? 0;
  return {
    tenantId: idText(signed.subarray(0, 16)),
    contactId: idText(signed.subarray(16, IDS)),
    purpose: flags & MARKETING ? 'marketing' : 'service',
    isTest: (flags & TEST) !== 0,
  };
}

/** Where a click or a mail program's one-click POST goes. */
export const unsubscribeUrl = (ctx: Pick<Ctx, 'keys' | 'baseUrl'>, what: Unsubscribe): string =>
  `${ctx.baseUrl.replace(/\/+$/, '')}/u/${unsubscribeToken(ctx.keys, what)}`;

const signature = (keys: Ctx['keys'], signed: Uint8Array): Buffer =>
  createHmac('sha256', keyObject(keys.link)).update('unsubscribe').update(signed).digest().subarray(0, 16);
