// The words of one tenant: what sentences are linked to. Read from the data, so that it follows the data.

import type { CampaignStatus } from './campaigns/draft.ts';
import type { Field } from './fields/field.ts';

export type Vocabulary = {
  fields: readonly Field[];
  /** The whole brand tree; `parent` is a brand name. */
  brands: readonly {
    name: string;
    parent: string | null;
    ownerGroup: string | null;
    aliases: readonly string[];
  }[];
  /** Distinct values in the data, by field key: type, city, country (ISO codes), platform, tag, tier … */
  values: Readonly<Record<string, readonly string[]>>;
  customers: readonly { id: string; name: string }[];
  campaigns: readonly { id: string; name: string; type: string; status: CampaignStatus; createdAt: string }[];
  /** Saved audiences. */
  segments: readonly { id: string; name: string }[];
  people: readonly { id: string; name: string }[];
  types: readonly CampaignTypeWords[];
  channels: readonly { key: string; label: string }[];
  /** What a customer's part is called. */
  unit: { one: string; many: string };
};

export type CampaignTypeWords = {
  key: string;
  label: string;
  purpose: 'service' | 'marketing';
  /** Words that mean this type, by language. */
  words: Readonly<Record<string, readonly string[]>>;
};
