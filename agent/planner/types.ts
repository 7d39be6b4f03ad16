import type { Filter } from '../../core/audience/filter.ts';
import type { CampaignStatus, Draft } from '../../core/campaigns/draft.ts';
import type { EarlierTurn } from '../../core/threads/read-situation.ts';
import type { Vocabulary } from '../../core/vocabulary.ts';
import type { CalendarDate } from '../../lib/dates.ts';

/** What the planner asks about places beyond the tenant's own values; data of core/places. */
export type Places = {
  listRegions(): readonly { name: string; aliases: readonly string[] }[];
  /** ISO code of the country that a whole text names, or null. */
  findCountry(text: string): string | null;
  countryName(code: string): string;
  /** Places of this name in the world, the likeliest first; `area` and `landmark` are parts of a city. */
  placesNamed?(
    name: string,
  ): readonly { city: string | null; country: string; kind: 'city' | 'area' | 'landmark' | 'town' | 'own' }[];
};

export type PlannerCampaign = {
  id: string;
  name: string;
  type: string;
  status: CampaignStatus;
  version: number;
  draft: Draft;
};

export type PlannerThread = {
  campaign: PlannerCampaign | null;
  /** The filter of the last count or list, when no campaign was made of it. */
  lastFilter: Filter | null;
  /** The one before it, when it was another. */
  earlierFilter?: Filter | null;
  pendingApproval: boolean;
  /** What was said and done before, oldest first. */
  earlier?: readonly EarlierTurn[];
};

export type PlannerInput = {
  today: CalendarDate;
  timeZone: string;
  person: { name: string };
  vocabulary: Vocabulary;
  thread: PlannerThread;
  places: Places;
  /** What amounts without a currency are in. */
  currency?: string;
  /** The sentence is one with an offer, which says what there is to say. */
  isOffering?: boolean;
};

/** A later call names the campaign that an earlier one of the same plan makes as `$draft`. */
export type PlannedCall = { name: string; args: Record<string, unknown> };
export type Choice = { label: string; say: string };
/** Where an answer in a few words belongs: behind the request, or in the place of some of its words, as they were `said`. */
export type Slot =
  | { behind: 'as' | 'to' | 'about' }
  | { start: number; end: number; said?: string; isDate?: true };
export type Question = {
  text: string;
  choices: Choice[];
  slot?: Slot;
  /** Who is meant is understood, and not what shall be done with them. */
  isOfWay?: true;
};

export type Plan = {
  calls: PlannedCall[];
  /** What is said when there is nothing to call, or before what the calls found. */
  say: string | null;
  question?: Question;
  /** Words of the sentence that nothing was made of, and that matter. */
  unused: string[];
  /** Every period that was understood, as dates. */
  ranges: string[];
};

export type CallResult = PlannedCall & { forModel: Record<string, unknown> };

export const DRAFT = '$draft';
