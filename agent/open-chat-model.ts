import { ChatOpenAI } from '@langchain/openai';

export type ModelSettings = {
  apiKey: string;
  baseUrl?: string | undefined;
  model: string;
  api: 'chat' | 'responses';
  timeoutMs: number;
};

/** A chat model of any server that speaks the OpenAI protocol. Without streaming for one closed answer, such as triage. */
export const openChatModel = (settings: ModelSettings, { streaming }: { streaming: boolean }): ChatOpenAI =>
  new ChatOpenAI({
    model: settings.model,
    apiKey: settings.apiKey,
    configuration: settings.baseUrl ? { baseURL: settings.baseUrl } : {},
    useResponsesApi: settings.api === 'responses',
    streaming,
    timeout: settings.timeoutMs,
    maxRetries: 2,
  });
