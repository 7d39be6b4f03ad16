import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { z } from 'zod';

/** The canonical form of an address on a channel, or null when it is none; `country` reads a local phone number. */
export type ChannelNormaliser = (channel: string, address: string, country?: string) => string | null;

const email = z.email().max(254);
const LINE_USER = /^U[0-9a-f]{32}$/i;

/** What the importer uses where wiring hands it no channels: the same forms as theirs. */
export const normaliseAddress: ChannelNormaliser = (channel, address, country) => {
  const text = address.trim().replace(/^(mailto|tel):/i, '');
  if (channel === 'email') {
    const parsed = email.safeParse(text.toLowerCase());
    return parsed.success ? parsed.data : null;
  }
  if (channel === 'whatsapp') {
    const options = country ? { defaultCountry: country as 'TH', extract: false } : { extract: false };
    const phone = parsePhoneNumberFromString(text, options);
    return phone?.isValid() ? phone.number : null;
  }
  if (channel === 'line') return LINE_USER.test(text) ? `U${text.slice(1).toLowerCase()}` : null;
  return text || null;
};
