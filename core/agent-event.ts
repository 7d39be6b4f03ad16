import type { ErrorCode } from '../lib/errors.ts';
import type { AskAnswer } from './ask-answer.ts';
import type { Part } from './parts.ts';

/** What one turn of the agent streams, in order; the last one is `done` or `error`. */
export type AgentEvent =
  | { type: 'thread'; threadId: string }
  | { type: 'text'; text: string }
  | { type: 'part'; part: Part }
  | { type: 'done'; answer: AskAnswer }
  | { type: 'error'; code: ErrorCode; message: string; nextStep: string | null };
