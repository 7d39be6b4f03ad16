import type { AskAnswer } from '../core/ask-answer.ts';
import type { Part } from '../core/parts.ts';
import type { Actor } from '../core/tenants/roles.ts';
import type { Provenance } from './mind.ts';

type Who = { tenantId: string; actor: Actor };
type Where = Who & { threadId: string };

/** The rows a turn reads and writes; implemented over core by the composition root. */
export type TurnStore = {
  create(who: Who, firstSentence: string): Promise<string>;
  /** Throws `thread:unknown` unless the thread is the tenant's. */
  check(where: Where): Promise<void>;
  /** Waits for its turn, else throws `thread:busy`; answers the release. */
  lease(where: Where): Promise<() => Promise<void>>;
  append(
    where: Where,
    message: { role: 'person' | 'agent'; parts: Part[]; provenance?: Provenance },
  ): Promise<void>;
  answer(where: Where, said: { reply: string; parts: Part[] }): Promise<AskAnswer>;
  threadOfApproval(tenantId: string, approvalId: string): Promise<{ threadId: string; actor: Actor } | null>;
  markReported(tenantId: string, approvalId: string): Promise<void>;
};
