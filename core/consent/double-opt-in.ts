// Consent that its person confirms: asked for by somebody's form, granted only by the link that reached the address.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { addresses } from '../../db/schema/index.ts';
import { keyObject } from '../../lib/crypto.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { addressHash } from './address-hash.ts';
import { mayLift } from './may-lift.ts';
import { recordConsent } from './record-consent.ts';
import { liftSuppression } from './suppress.ts';

const DAY_MS = 86_400_000;
const VALID_DAYS = 7;
const SOURCE = 'double opt-in';

const asked = z.strictObject({
  tenantId: z.uuid(),
  channel: z.string(),
  addressHash: z.string(),
  /** What the person was told they agree to. */
  wording: z.string(),
  language: z.string(),
  askedAt: z.iso.datetime(),
});
export type OptInRequest = z.infer<typeof asked>;

type Asking = { channel: string; address: string; wording: string; language: string };

/**
 * The link that confirms a wish for news and offers by an address (normalised); nothing is granted by asking. Whoever runs
 * the form sends it to that address. Needs `reply`.
 */
export async function requestOptIn(ctx: Ctx, { address, ...given }: Asking) {
  demand(ctx.actor, 'reply');
  const request = {
    ...given,
    tenantId: ctx.tenant.id,
    addressHash: addressHash(ctx.keys, address),
    askedAt: ctx.now.toISOString(),
  };
  await recordAudit(ctx, { action: 'consent.requested', subject: request.addressHash, data: given });
  return {
    url: `${ctx.baseUrl.replace(/\/+$/, '')}/c/${write(ctx.keys, request)}`,
    expiresAt: new Date(ctx.now.getTime() + VALID_DAYS * DAY_MS),
  };
}

/** What such a link asks for; null when it is none of ours, cut or altered. */
export function readOptInLink(keys: Ctx['keys'], token: string): OptInRequest | null {
  const [packed = '', signature = ''] = token.split('.');
  const [given, own] = [Buffer.from(signature, 'base64url'), sign(keys, packed)];
  if (given.length !== own.length || !timingSafeEqual(given, own)) return null;
  return asked.parse(JSON.parse(Buffer.from(packed, 'base64url').toString('utf8')));
}

export type Confirmed = 'granted' | 'expired' | 'stopped';

/**
 * Grants what the holder of the link confirms, with the wording they agreed to and when they were asked. It takes back
 * their own stop of news; a stop by a provider, a complaint, an erasure or of everything stands (`stopped`).
 */
export async function confirmOptInLink(ctx: Ctx, request: OptInRequest): Promise<Confirmed> {
  const { channel, addressHash: hash, wording, askedAt } = request;
  if (ctx.now.getTime() > Date.parse(askedAt) + VALID_DAYS * DAY_MS) return 'expired';
  if (!(await mayLift(ctx, { addressHash: hash, scope: 'marketing' }))) return 'stopped';
  await liftSuppression(ctx, { addressHash: hash, scope: 'marketing', source: SOURCE });
  const [known] = await ctx.tx.select().from(addresses).where(eq(addresses.hash, hash)).limit(1);
  await recordConsent(ctx, {
    ...{
      contactId: known?.contactId ?? null,
      channel,
      addressHash: hash,
      purpose: 'marketing',
      state: 'granted',
    },
    ...{ basis: 'consent', wording, source: SOURCE },
    evidence: `asked at ${askedAt}, confirmed by the link sent to the address`,
  });
  await recordAudit(ctx, { action: 'consent.granted', subject: hash, data: { channel, source: SOURCE } });
  return 'granted';
}

function write(keys: Ctx['keys'], request: OptInRequest): string {
  const packed = Buffer.from(JSON.stringify(request)).toString('base64url');
  return `${packed}.${sign(keys, packed).toString('base64url')}`;
}

const sign = (keys: Ctx['keys'], packed: string): Buffer =>
  createHmac('sha256', keyObject(keys.link)).update('opt in').update(packed).digest().subarray(0, 16);
