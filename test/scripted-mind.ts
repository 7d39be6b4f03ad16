// A mind that says what a test tells it to: a pure function of the messages, so that a restart changes nothing.
import { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AIMessage, type BaseMessage } from '@langchain/core/messages';
import type { ChatResult } from '@langchain/core/outputs';
import type { Mind } from '../agent/mind.ts';

export type Script = (messages: BaseMessage[]) => {
  text?: string;
  calls?: { id: string; name: string; args: Record<string, unknown> }[];
};

class ScriptedModel extends BaseChatModel {
  script: Script;
  constructor(script: Script) {
    super({});
    this.script = script;
  }
  override _llmType(): string {
    return 'scripted';
  }
  override async _generate(messages: BaseMessage[]): Promise<ChatResult> {
    const { text = '', calls = [] } = this.script(messages);
    const message = new AIMessage({
      content: text,
      tool_calls: calls.map((call) => ({ ...call, type: 'tool_call' as const })),
    });
    return { generations: [{ text, message }] };
  }
}

export const scriptedMind = (script: Script): Mind => ({
  provenance: { mind: 'scripted', promptHash: null, toolsHash: '' },
  open: async () => new ScriptedModel(script) as never,
});
