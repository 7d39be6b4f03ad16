import { Annotation, MessagesAnnotation } from '@langchain/langgraph';
import type { Actor } from '../core/tenants/roles.ts';

/** Messages only: campaigns, audiences and approvals are rows, and are read afresh in every step. */
export const GraphState = Annotation.Root({ ...MessagesAnnotation.spec });
export type GraphMessages = typeof GraphState.State;

/** Who talks, and where; handed in with every run, never stored in a checkpoint. */
export type RunSettings = { thread_id: string; tenantId: string; actor: Actor };

export const settingsOf = (config: { configurable?: Record<string, unknown> }): RunSettings =>
  config.configurable as RunSettings;
