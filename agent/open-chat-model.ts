import { AzureChatOpenAI, ChatOpenAI } from '@langchain/openai';

export type ModelSettings = {
  apiKey: string;
  baseUrl?: string | undefined;
  /** Of Azure the name of the deployment. */
  model: string;
  api: 'chat' | 'responses';
  timeoutMs: number;
  /** A resource of Azure instead of `baseUrl`. */
  azure?: { endpoint: string; apiVersion: string } | undefined;
  /** US dollars for a million tokens. */
  prices?: { input: number; output: number } | undefined;
};

// A busy server asks for patience; one that is still busy after this is as good as away.
const RETRIES = 2;

/** A chat model of any server that speaks the OpenAI protocol; it streams. */
export function openChatModel(settings: ModelSettings): ChatOpenAI {
  const { azure, apiKey, model, baseUrl, timeoutMs: timeout, api } = settings;
  const useResponsesApi = api === 'responses';
  const common = { model, streaming: true, timeout, maxRetries: RETRIES, useResponsesApi };
  if (!azure)
    return new ChatOpenAI({ ...common, apiKey, configuration: baseUrl ? { baseURL: baseUrl } : {} });
  return new AzureChatOpenAI({
    ...common,
    azureOpenAIApiKey: apiKey,
    azureOpenAIEndpoint: azure.endpoint,
    azureOpenAIApiVersion: azure.apiVersion,
    azureOpenAIApiDeploymentName: model,
  });
}
