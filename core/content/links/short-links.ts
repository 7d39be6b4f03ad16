// Short addresses in texts that are paid by length: derived, so that preview, fallbacks and what is frozen show the same
// one; unguessable without the workspace's key. Freezing keeps where each leads (core/content/links/keep-short-links.ts).
import { createHmac } from 'node:crypto';
import { keyObject } from '../../../lib/crypto.ts';
import type { Composed } from '../compose-one.ts';
import type { Desk } from '../letter-plan.ts';

export type ShortLink = { code: string; target: string; contactId: string; isTest: boolean };

/** Makes the short address of a target. */
export type Shorten = (target: string) => { url: string; code: string };

type Whose = { campaignId: string; contactId: string; isTest: boolean };

const SIGNS = 'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
/** 58 signs, of which one does not look like another: 10 of them are 58 bits. */
const LENGTH = 10;

/** Null where the workspace does not want its links short. */
export function shortener({ tenant, keys, baseUrl }: Desk, whose: Whose): Shorten | null {
  const { isOn, domain } = tenant.settings.links.short;
  if (!isOn) return null;
  const base = (domain ?? baseUrl).replace(/\/+$/, '');
  return (target) => {
    const { campaignId, contactId, isTest } = whose;
    const bytes = createHmac('sha256', keyObject(keys.link))
      .update(JSON.stringify(['short', tenant.id, campaignId, contactId, isTest, target]))
      .digest();
    const code = [...bytes.subarray(0, LENGTH)].map((byte) => SIGNS[byte % SIGNS.length]).join('');
    return { url: `${base}/s/${code}`, code };
  };
}

const LINK = /https:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]/g;

/** The text with short addresses, where they are shorter. */
export const withShortLinks = (text: string, shorten: Shorten): string =>
  text.replace(LINK, (target) => {
    const { url } = shorten(target);
    return url.length < target.length ? url : target;
  });

/** The addresses of pages in a text, each once. */
export const linksIn = (text: string): string[] => [...new Set(text.match(LINK))];

/** Where the short addresses of a message lead. */
export function shortLinksOf({ letter, rendered, made, recipient }: Composed): ShortLink[] {
  const { shorten, isTest } = made.frame;
  if (!shorten) return [];
  return linksIn(letter.body).flatMap((target) => {
    const { url, code } = shorten(target);
    return rendered.text.includes(url) ? [{ code, target, contactId: recipient.contactId, isTest }] : [];
  });
}
