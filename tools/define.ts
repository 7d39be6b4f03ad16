import { z } from 'zod';
import type { Ctx } from '../core/context.ts';
import type { Part } from '../core/parts.ts';
import type { Triager } from '../core/ports.ts';
import type { AnswerLimits } from '../core/replies/desk/propose-answer.ts';
import { demandOpen } from '../core/tenants/roles.ts';
import { isAppError } from '../lib/errors.ts';
import { traced } from '../lib/tracing.ts';

/** `read` changes nothing; `draft` changes drafts or holds sending back; `approval` waits for a person's decision. */
export type Effect = 'read' | 'draft' | 'approval';

/** What a tool may use: one transaction of the person's tenant and rights, and where the call belongs. */
export type ToolScope = {
  within: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>;
  threadId: string;
  toolCallId: string;
  triager: Triager;
  /** Whether a model is set up that writes messages. */
  hasWriter?: boolean;
  /** What an answer by a channel may be. */
  limitsOf(channel: string): AnswerLimits;
};

/**
 * `forModel` holds ids, counts and enums only; texts, names from files and summaries go as `parts` straight to the
 * person's surface.
 */
export type ToolAnswer = { forModel: Record<string, unknown>; parts: Part[] };

export type Tool<Input extends z.ZodType = z.ZodType> = {
  name: string;
  /** All the guidance a model gets for this tool. */
  description: string;
  effect: Effect;
  input: Input;
  run(scope: ToolScope, input: z.output<Input>): Promise<ToolAnswer>;
  /**
   * Only of an `approval` tool, whose `run` asks and answers `{ approvalId }`: reads from the row what became of
   * it. Never told by the caller, so that a forged wake-up changes nothing.
   */
  outcome?(scope: ToolScope, approvalId: string): Promise<ToolAnswer>;
};

export const defineTool = <Input extends z.ZodType>(tool: Tool<Input>): Tool<Input> => tool;

/**
 * Checks the arguments and runs the tool. A mistake of the caller comes back as `{ error, nextStep }` for the model
 * to correct; a bug throws.
 */
export async function runTool(tool: Tool, scope: ToolScope, args: unknown): Promise<ToolAnswer> {
  const input = tool.input.safeParse(args);
  if (!input.success) {
    return refusal(
      `The arguments of ${tool.name} are wrong: ${z.prettifyError(input.error)}`,
      'Correct them and call again.',
    );
  }
  try {
    return await traced('tool', { 'refrain.tool': tool.name, 'refrain.effect': tool.effect }, () =>
      tool.run(opened(tool, scope), input.data),
    );
  } catch (error) {
    if (!isAppError(error)) throw error;
    return refusal(error.message, error.nextStep ?? 'Tell the person.', error.code);
  }
}

/** The scope as it is for whose role has the tool: whatever it reads or writes asks first. */
const opened = ({ name }: Tool, scope: ToolScope): ToolScope => ({
  ...scope,
  within: (work) =>
    scope.within((ctx) => {
      demandOpen(ctx.actor, `tool:${name}`);
      return work(ctx);
    }),
});

const refusal = (error: string, nextStep: string, code = 'input:invalid'): ToolAnswer => ({
  forModel: { error, code, nextStep },
  parts: [],
});
