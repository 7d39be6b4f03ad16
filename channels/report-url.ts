import type { AccountPlace } from './contract.ts';

/** Ours comes back in the address that we gave for this message's reports. */
export const MESSAGE_PARAMETER = 'message';

/** Where the reports of one message go; null where nobody outside reaches us: such an address is refused. */
export function reportUrl(place: AccountPlace | undefined, messageId: string): string | null {
  if (!place?.webhookUrl.startsWith('https://')) return null;
  const url = new URL(place.webhookUrl);
  url.searchParams.set(MESSAGE_PARAMETER, messageId);
  return url.href;
}
