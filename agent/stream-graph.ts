import { AIMessageChunk } from '@langchain/core/messages';
import type { AgentEvent } from '../core/agent-event.ts';
import type { Part } from '../core/parts.ts';
import { breakBetween } from './break-between.ts';
import type { Graph } from './graph.ts';
import type { Step } from './mind.ts';

/** All that was said and shown, and the steps that it took. */
export type Said = { text: string; parts: Part[]; steps: Step[] };
/** What nodes tell besides the mind's own words: a part, a notice, or which mind took a step. */
type Told = { part?: Part; notice?: string; step?: Step };

/** Runs the graph on, telling as events what it says and shows as it comes. */
export async function* streamGraph(
  graph: Graph,
  { input, config }: { input: unknown; config: object },
): AsyncGenerator<AgentEvent, Said> {
  const said: string[] = [];
  const parts: Part[] = [];
  const steps: Step[] = [];
  const apart = breakBetween();
  const stream = await graph.stream(input as never, {
    ...config,
    streamMode: ['messages', 'custom'],
  });
  for await (const [mode, chunk] of stream as AsyncIterable<[string, unknown]>) {
    if (mode === 'custom') {
      const { part, step } = chunk as Told;
      if (step) steps.push(step);
      if (part) {
        parts.push(part);
        yield { type: 'part', part };
      }
    }
    const heard = mode === 'custom' ? noticeText(chunk as Told) : spokenText(chunk as Spoken);
    if (!heard) continue;
    const text = apart(heard, mode === 'custom' ? undefined : (chunk as Spoken)[1].langgraph_step);
    said.push(text);
    yield { type: 'text', text };
  }
  return { text: said.join('').trim(), parts, steps };
}

// The stream also carries the tools' messages, and again whole what was streamed; what the mind says as it says it is
// for the person. (isAIMessageChunk() is true for whole messages, too.)
type Spoken = [AIMessageChunk, { langgraph_node?: string; langgraph_step?: number }];

function spokenText([message, metadata]: Spoken): string {
  return metadata.langgraph_node === 'think' && message instanceof AIMessageChunk ? message.text : '';
}

const noticeText = ({ notice }: Told): string => (notice ? `${notice}\n\n` : '');

/** The last mind of a turn, and what all its steps used. */
export function sumSteps(steps: readonly Step[]): Step & { steps: number } {
  const sum = (key: 'inputTokens' | 'outputTokens' | 'costUsd') =>
    steps.reduce((total, step) => total + step[key], 0);
  return {
    ...steps.at(-1)!,
    inputTokens: sum('inputTokens'),
    outputTokens: sum('outputTokens'),
    costUsd: sum('costUsd'),
    steps: steps.length,
  };
}
