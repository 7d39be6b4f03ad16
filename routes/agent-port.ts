import type { AgentEvent } from '../core/agent-event.ts';
import type { Actor } from '../core/tenants/roles.ts';

/** What the routes need of the agent; the composition root hands it in. */
export type AgentPort = {
  /** Runs one turn; the last event is `done` or `error`. */
  ask(input: {
    tenantId: string;
    actor: Actor;
    threadId?: string;
    text: string;
    signal?: AbortSignal;
    /** Whoever asks is shown the parts: of a large audience the answer, too, names the first only. */
    isShown?: boolean;
  }): AsyncIterable<AgentEvent>;
  /** Tells the thread that waits for an approval that it was decided. */
  report(tenantId: string, approvalId: string): Promise<void>;
};
