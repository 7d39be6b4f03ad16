/** One contact on one channel in one campaign. */
export type Recipient = {
  customerId: string;
  contactId: string;
  contactName: string | null;
  /** A contact role's key, such as general_manager. */
  role: string;
  /** Whether the campaign's type (or the person who chose the roles) asks for this role. */
  isRequiredRole: boolean;
  channel: string;
  /** As the channel's own `normalise` has it. */
  address: string;
  addressHash: string;
  language: string | null;
  /** The customer's; null when it is not known. */
  timeZone: string | null;
  /** What the message rests on: `basis` as recorded, `since` an ISO instant. */
  consent: Basis;
  /** Where it goes when that channel does not carry it, in order. */
  fallbacks?: Fallback[];
};

type Basis = { purpose: 'service' | 'marketing'; basis: string; since: string | null };
export type Fallback = { channel: string; address: string; addressHash: string; consent: Basis };

/** What choosing recipients needs to know of a campaign type. */
export type RecipientRules = {
  key: string;
  purpose: 'service' | 'marketing';
  /** None at all: whoever was in touch before at the customer, else everybody there. */
  roles: { required: readonly string[]; recommended: readonly string[] };
};

/** Why nobody is reached at a customer. */
export type Unreachable = { customerId: string; reason: string };

export type RecipientSelection = {
  recipients: Recipient[];
  unreachable: Unreachable[];
  /** Counts of who was left out and why, in words. */
  notes: string[];
};

/** Everybody who may be written to for service: what "reachable" means before there is a campaign. */
export const ANYBODY: RecipientRules = {
  key: 'any',
  purpose: 'service',
  roles: { required: [], recommended: [] },
};
