import type { Reply } from '../../../channels/surface-contract.ts';

/** What a customer wrote, and who: above the fields that are filled in about it. */
export const quoteReply = ({ contact, customer, channel, body }: Reply): string =>
  `${[contact, customer].filter(Boolean).join(', ') || 'somebody unknown'} by ${channel} wrote:\n${body}`;
