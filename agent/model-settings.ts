import type { Config } from '../lib/config.ts';
import type { ModelSettings } from './open-chat-model.ts';

/** The model that the settings name; null is the embedded planner and triager. */
export function modelSettings(config: Config): ModelSettings | null {
  if (!config.OPENAI_API_KEY) return null;
  return {
    apiKey: config.OPENAI_API_KEY,
    baseUrl: config.OPENAI_BASE_URL,
    model: config.OPENAI_MODEL,
    api: config.OPENAI_API,
    timeoutMs: config.OPENAI_TIMEOUT_MS,
    azure: config.AZURE_OPENAI_ENDPOINT
      ? { endpoint: config.AZURE_OPENAI_ENDPOINT, apiVersion: config.AZURE_OPENAI_API_VERSION }
      : undefined,
    prices: { input: config.OPENAI_INPUT_PRICE, output: config.OPENAI_OUTPUT_PRICE },
  };
}
