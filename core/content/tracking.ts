// Links and a picture by which a workspace that chose so learns who opened and clicked. Nothing in them can be changed:
// who, which campaign and where to are signed, so that the address leads nowhere but where the message said.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { ID_BYTES, idBytes, idText } from '../../lib/ids.ts';
import type { Ctx } from '../context.ts';

export type Tracked = { tenantId: string; campaignId: string; contactId: string };

const IDS = 3 * ID_BYTES;
const SIGNATURE = 16;

/** `target` is where the link leads, the empty text for the picture. */
export function trackingToken(
  keys: Ctx['keys'],
  { target, ...tracked }: Tracked & { target: string },
): string {
  const ids = Buffer.concat([tracked.tenantId, tracked.campaignId, tracked.contactId].map(idBytes));
  return Buffer.concat([ids, signature(keys, { ids, target })]).toString('base64url');
}

// No address that a link could lead to.
const CONVERTED = 'converted';

/** What a page that a click leads to is told, to tell it back by the picture `/v/<token>.gif`. */
export const conversionToken = (keys: Ctx['keys'], tracked: Tracked): string =>
  trackingToken(keys, { ...tracked, target: CONVERTED });
export const readConversionToken = (keys: Ctx['keys'], token: string): Tracked | null =>
  readTrackingToken(keys, { token, target: CONVERTED });

/** Whose it is; null when it is not ours, cut, altered, or of another target. */
export function readTrackingToken(
  keys: Ctx['keys'],
  { token, target }: { token: string; target: string },
): Tracked | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== IDS + SIGNATURE || bytes.toString('base64url') !== token) return null;
  const ids = bytes.subarray(0, IDS);
  if (!timingSafeEqual(bytes.subarray(IDS), signature(keys, { ids, target }))) return null;
  const [tenantId, campaignId, contactId] = [0, 1, 2].map((at) =>
    idText(ids.subarray(at * ID_BYTES, (at + 1) * ID_BYTES)),
  ) as [string, string, string];
  return { tenantId, campaignId, contactId };
}

const signature = (keys: Ctx['keys'], { ids, target }: { ids: Uint8Array; target: string }): Buffer =>
  createHmac('sha256', keys.link)
    .update('tracking')
    .update(ids)
    .update(target)
    .digest()
    .subarray(0, SIGNATURE);

type Tracking = { html: string; tracked: Tracked; opens: boolean; clicks: boolean };
const HREF = /href="(https?:\/\/[^"]+)"/g;

/** The HTML with its links led over us, and a picture at its end; our own links (unsubscribe) stay as they are. */
export function trackHtml(
  ctx: Pick<Ctx, 'keys' | 'baseUrl'>,
  { html, tracked, opens, clicks }: Tracking,
): string {
  const base = ctx.baseUrl.replace(/\/+$/, '');
  const led = (whole: string, escaped: string) => {
    const target = escaped.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&#34;', '"');
    if (target === base || target.startsWith(`${base}/`)) return whole;
    const packed = Buffer.from(target).toString('base64url');
    return `href="${base}/l/${trackingToken(ctx.keys, { ...tracked, target })}/${packed}"`;
  };
  const linked = clicks ? html.replace(HREF, led) : html;
  if (!opens) return linked;
  const picture = `<img src="${base}/o/${trackingToken(ctx.keys, { ...tracked, target: '' })}.gif" width="1" height="1" alt="">`;
  return linked.includes('</body>') ? linked.replace('</body>', `${picture}</body>`) : linked + picture;
}
