// The closed lists of why a message was dropped or failed.

/** Dropped: it never went out and never will. A queued message has `template_withdrawn` while it waits. */
export const DROP_REASONS = {
  opted_out: 'opted out',
  no_consent: 'no consent any more',
  capped: 'too many marketing messages lately',
  renewed: 'the contract was renewed meanwhile',
  contact_gone: 'the contact is gone or has left',
  customer_gone: 'the customer is no longer active',
  address_unusable: 'the address does not work',
  paused: 'the person asked for a rest',
  held: 'what they wrote may be a wish to get no more messages: a person has to say',
  cooling: 'the provider refuses this person for now',
  template_withdrawn: 'the platform no longer takes its approved template',
  tampered: 'it differs from what was approved',
  no_authority: 'no live approval stands behind it',
  stopped: 'the campaign was stopped',
  superseded: 'the campaign was changed before it went out',
} as const;
export type DropReason = keyof typeof DROP_REASONS;

/** Failed: it was tried, and will not be tried again. */
export const FAIL_REASONS = {
  rejected: 'the provider refused it',
  opted_out: 'the provider says the person opted out',
  no_such_address: 'the provider says there is no such address',
  address_invalid: 'the address is none of this channel',
  gave_up: 'too many tries without success',
  bounced: 'it bounced',
  template_withdrawn: 'the platform no longer takes its approved template',
  abandoned: 'a person gave it up',
} as const;
export type FailReason = keyof typeof FAIL_REASONS;
