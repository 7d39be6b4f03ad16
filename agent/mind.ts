import type { BaseMessage } from '@langchain/core/messages';
import type { Runnable } from '@langchain/core/runnables';
import type { Filter } from '../core/audience/filter.ts';
import type { Draft } from '../core/campaigns/draft.ts';
import type { Vocabulary } from '../core/vocabulary.ts';
import type { CalendarDate } from '../lib/dates.ts';

/** What "it" means in a thread. */
export type ThreadState = {
  campaign: {
    id: string;
    name: string;
    type: string;
    status: Vocabulary['campaigns'][number]['status'];
    version: number;
    draft: Draft;
  } | null;
  /** The filter of the last count or list, when no campaign was made of it. */
  lastFilter: Filter | null;
  pendingApproval: boolean;
};

/** All that a mind may know besides the messages; read from the tenant's rows before every step. */
export type Situation = {
  today: CalendarDate;
  timeZone: string;
  person: { name: string };
  vocabulary: Vocabulary;
  thread: ThreadState;
};

export type Provenance = { mind: string; promptHash: string | null; toolsHash: string };

/** A chat model with the tools bound, opened for one step. The planner and a real model are both one. */
export type Mind = {
  provenance: Provenance;
  open(situation: Situation): Promise<Runnable<BaseMessage[], BaseMessage>>;
};
