import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { z } from 'zod';

/** The canonical form of an address on a channel, or null when it is none; `country` reads a local phone number. */
export type ChannelNormaliser = (channel: string, address: string, country?: string) => string | null;

const email = z.email().max(254);
const LINE_USER = /^U[0-9a-f]{32}$/;
const LINE_HANDLE = /^@?[a-z0-9][a-z0-9._-]{2,38}$/;

/** What the importer uses where wiring hands it no channels: the same forms as theirs. */
export const normaliseAddress: ChannelNormaliser = (channel, address, country) => {
  const text = address.trim().replace(/^(mailto|tel):/i, '');
  if (channel === 'email') {
    const parsed = email.safeParse(text.toLowerCase());
    return parsed.success ? parsed.data : null;
  }
  if (channel === 'whatsapp' || channel === 'sms') {
    const options = country ? { defaultCountry: country as 'TH', extract: false } : { extract: false };
    const phone = parsePhoneNumberFromString(text, options);
    return phone?.isPossible() ? phone.number : null;
  }
  if (channel === 'line') return lineId(text);
  return text || null;
};

function lineId(text: string): string | null {
  if (LINE_USER.test(text)) return text;
  const handle = text.toLowerCase();
  return LINE_HANDLE.test(handle) ? handle : null;
}
