import type { BaseMessage } from '@langchain/core/messages';
import type { Runnable } from '@langchain/core/runnables';
import type { Situation } from '../core/threads/read-situation.ts';

export type Provenance = { mind: string; promptHash: string | null; toolsHash: string };

/** A chat model with the tools bound, opened for one step. The planner and a real model are both one. */
export type Mind = {
  provenance: Provenance;
  open(situation: Situation): Promise<Runnable<BaseMessage[], BaseMessage>>;
};

export type { Situation } from '../core/threads/read-situation.ts';
