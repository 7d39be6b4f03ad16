// Addresses in a sentence about a person.

export type Address = { text: string; channel: 'email' | 'whatsapp' };

/** Addresses are kept apart, so that their dots and digits are no words: they stand as ‹0›, ‹1› …. */
export function takeAddresses(text: string): { words: string; addresses: Address[] } {
  const addresses: Address[] = [];
  const keep = (channel: Address['channel']) => (found: string) => {
    addresses.push({ text: found.trim(), channel });
    return `‹${addresses.length - 1}›`;
  };
  const words = text
    .replaceAll(/[\w.+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu, keep('email'))
    .replaceAll(/\+?\d[\d ()-]{6,18}\d\b/g, (found) =>
      /\d{4}-\d{2}-\d{2}/.test(found) ? found : keep('whatsapp')(found),
    );
  return { words, addresses };
}

/** A telephone number is WhatsApp's unless the words say otherwise, as it is in imports. */
export const byChannel = (addresses: readonly Address[], part: string): Record<string, string> =>
  Object.fromEntries(
    addresses.map(({ text, channel }) => [
      channel === 'whatsapp' && /\b(?:sms|text messages?)\b/i.test(part) ? 'sms' : channel,
      text,
    ]),
  );
