import type { BaseMessage } from '@langchain/core/messages';
import type { Runnable } from '@langchain/core/runnables';
import type { Difference } from '../core/audience/compare-filters.ts';
import type { Filter } from '../core/audience/filter.ts';
import type { Situation } from '../core/threads/read-situation.ts';

export type Provenance = { mind: string; promptHash: string | null; toolsHash: string };

/** One step of a mind as it was: kept with the message, under `additional_kwargs.step`. */
export type Step = Provenance & {
  /** What the server called the model that answered. */
  answeredBy: string | null;
  inputTokens: number;
  outputTokens: number;
  /** By the prices of the settings; 0 where there are none. */
  costUsd: number;
};

/** What a mind may ask about the workspace while it thinks. */
export type MindScope = {
  compare(one: Filter, other: Filter): Promise<Difference>;
  /** Of this month's budget; null: there is none. */
  tokensLeft(): Promise<number | null>;
  /** Says something to the person that is no answer. */
  notify(text: string): void;
};

/** A chat model with the tools bound, opened for one step. The planner and a real model are both one. */
export type Mind = {
  provenance: Provenance;
  open(situation: Situation, scope?: MindScope): Promise<Runnable<BaseMessage[], BaseMessage>>;
  /** The same where what was said and found is all that it goes on by; null where the workspace is to be read. */
  goOn?(messages: readonly BaseMessage[]): Runnable<BaseMessage[], BaseMessage> | null;
};

export const stepOf = (message: BaseMessage): Step | undefined =>
  message.additional_kwargs.step as Step | undefined;

export type { Situation } from '../core/threads/read-situation.ts';
