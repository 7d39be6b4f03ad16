import { type AIMessage, ToolMessage } from '@langchain/core/messages';
import { Command, END, interrupt, type LangGraphRunnableConfig } from '@langchain/langgraph';
import { z } from 'zod';
import type { Part } from '../../core/parts.ts';
import { runTool, type Tool, type ToolAnswer, type ToolScope } from '../../tools/define.ts';
import { type RunSettings, settingsOf } from '../state.ts';

export type ToolCall = NonNullable<AIMessage['tool_calls']>[number];
export type CallState = { call: ToolCall };
export type OpenScope = (run: RunSettings, toolCallId: string) => ToolScope;
export type Toolbox = ReadonlyMap<string, Tool>;

/** What wakes a waiting gate. It only says that something happened: the gate reads the row to learn what. */
export const resumeSchema = z.strictObject({
  reason: z.enum(['decided', 'superseded']),
  approvalId: z.uuid(),
});
export type Resume = z.infer<typeof resumeSchema>;

/** Runs one call of a tool that needs nobody's decision. */
export const makeAct =
  (tools: Toolbox, openScope: OpenScope) =>
  async ({ call }: CallState, config: LangGraphRunnableConfig) => {
    const tool = tools.get(call.name);
    const answer = tool
      ? await runTool(tool, openScope(settingsOf(config), call.id ?? ''), call.args)
      : unknownTool(call.name, tools);
    show(answer, config);
    return { messages: [toMessage(call, answer)] };
  };

/**
 * The one node that waits for a person. Its body runs again from the top at every resume, so everything before
 * `interrupt` is idempotent on the tool call's id; no try around it, because interrupt() throws by design.
 */
export const makeGate =
  (tools: Toolbox, openScope: OpenScope) =>
  async ({ call }: CallState, config: LangGraphRunnableConfig): Promise<Command> => {
    const tool = tools.get(call.name)!;
    const scope = openScope(settingsOf(config), call.id ?? '');
    const asked = await runTool(tool, scope, call.args);
    // Run again after the decision: the card is there already and shows it by itself.
    if (!asked.parts.some(isDecided)) show(asked, config);
    const approvalId = asked.forModel.approvalId;
    if (typeof approvalId !== 'string') return answerWith(call, asked, 'think');
    const resume = interrupt<unknown, Resume>({ approvalId }, { responseSchema: resumeSchema });
    const outcome = await tool.outcome!(scope, approvalId);
    show(outcome, config);
    // A newer sentence of the person comes next: the mind answers that one, not this.
    return answerWith(call, outcome, resume.reason === 'superseded' ? END : 'think');
  };

const isDecided = (part: Part) => part.kind === 'approval' && part.status !== 'requested';

const answerWith = (call: ToolCall, answer: ToolAnswer, goto: string) =>
  new Command({ update: { messages: [toMessage(call, answer)] }, goto });

const toMessage = (call: ToolCall, { forModel }: ToolAnswer) =>
  new ToolMessage({
    tool_call_id: call.id ?? '',
    name: call.name,
    content: JSON.stringify(forModel),
    status: 'error' in forModel ? 'error' : 'success',
  });

function show(answer: ToolAnswer, config: LangGraphRunnableConfig): void {
  for (const part of answer.parts) config.writer?.({ part });
}

const unknownTool = (name: string, tools: Toolbox): ToolAnswer => ({
  forModel: {
    error: `There is no tool called ${name}.`,
    nextStep: `Use one of: ${[...tools.keys()].join(', ')}.`,
  },
  parts: [],
});
