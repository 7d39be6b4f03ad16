// The words of one tenant: what sentences are linked to. Read from the data, so that it follows the data.

import type { CampaignStatus } from './campaigns/draft.ts';
import type { Field } from './fields/field.ts';

export type Vocabulary = {
  /** Whose words these are, for whoever keeps what is made of them from one turn to the next. */
  workspace?: string;
  fields: readonly Field[];
  /** The whole brand tree; `parent` is a brand name. */
  brands: readonly {
    name: string;
    parent: string | null;
    ownerGroup: string | null;
    aliases: readonly string[];
    /** The types of its customers, as far as they are known. */
    types?: readonly string[];
  }[];
  /** Distinct values in the data, by field key: type, city, country (ISO codes), platform, tag, tier … */
  values: Readonly<Record<string, readonly string[]>>;
  /** In the order of their names, then of their ids. */
  customers: readonly { id: string; name: string }[];
  campaigns: readonly { id: string; name: string; type: string; status: CampaignStatus; createdAt: string }[];
  /** Saved audiences. */
  segments: readonly { id: string; name: string }[];
  people: readonly { id: string; name: string }[];
  types: readonly CampaignTypeWords[];
  /** Some show a subject or a title above the text. */
  channels: readonly { key: string; label: string; hasSubject?: boolean }[];
  /** What a customer's part is called. */
  unit: { one: string; many: string };
};

export type CampaignTypeWords = {
  key: string;
  label: string;
  purpose: 'service' | 'marketing';
  /** It says little unless somebody says what it is about. */
  needsTopic?: boolean;
  /** Words that mean this type, by language. */
  words: Readonly<Record<string, readonly string[]>>;
};
