import type { Inferred } from '../../../db/schema/index.ts';
import type { ContactRole } from '../roles.ts';
import type { Issue } from './judge-heading.ts';

/** What an entry says of its customer; null everywhere means that it says nothing. */
export type PreparedValues = {
  brandId: string | null;
  type: string | null;
  city: string | null;
  country: string | null;
  timeZone: string | null;
  locale: string | null;
  tier: string | null;
  ownerId: string | null;
  tags: string[] | null;
  notes: string | null;
  attributes: Record<string, string | number | boolean>;
};

export type PreparedContract = {
  startsOn: string | null;
  endsOn: string | null;
  unitCount: number | null;
  pricePerUnitMinor: number | null;
  currency: string | null;
  isCancelled: boolean;
};

export type PreparedAddress = { channel: string; address: string; normalised: string; hash: string };

/** `only` is the one address of theirs that it was said of, as "channel hash"; null for all. */
export type PreparedConsent = { only: string | null } & (
  | { kind: 'consent'; state: 'granted' | 'withdrawn'; basis: string; on: string | null; evidence: string }
  | { kind: 'opt_out'; scope: 'all' | 'marketing'; evidence: string }
);

export type PreparedContact = {
  role: ContactRole;
  title: string | null;
  name: string | null;
  preferredChannel: string | null;
  language: string | null;
  notes: string | null;
  line: number;
  addresses: PreparedAddress[];
  consents: PreparedConsent[];
};

/** One entry of a file, understood by itself: nothing of the workspace's customers is known yet. */
export type Understood = {
  /** The file's own id of it, where there is such a column. */
  ownId: string | null;
  /** The name, folded. */
  nameKey: string;
  looseName: string;
  /** Whether its heading is the name of a customer. */
  isCustomer: boolean;
  file: string;
  line: number;
  text: string;
  name: string;
  values: PreparedValues;
  inferred: Inferred;
  unitNames: string[];
  contract: PreparedContract | null;
  /** Contracts before that one, where the file tells of them. */
  earlier: PreparedContract[];
  contacts: PreparedContact[];
  issues: Issue[];
};

/** The same with the key under which a later import finds it again; `baseKey` is without the number of a namesake. */
export type Prepared = Understood & { key: string; baseKey: string };
