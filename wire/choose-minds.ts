// What reads replies and writes letters: a model where one is set, the embedded ones otherwise.
import { createModelTriager, type StructuredModel } from '../agent/model-triager.ts';
import type { ModelSettings } from '../agent/open-chat-model.ts';
import { createTriager } from '../agent/triager.ts';
import { createModelWriter, type WritingModel } from '../agent/writer.ts';
import { type Triager, triageSchema, type Writer } from '../core/ports.ts';
import { reading } from '../core/replies/reading.ts';

export async function chooseTriager(settings: ModelSettings | null): Promise<Triager> {
  const embedded = createTriager(reading);
  if (!settings) return embedded;
  const { openChatModel } = await import('../agent/open-chat-model.ts');
  const model = openChatModel(settings, { streaming: false });
  return createModelTriager({
    model: model as unknown as StructuredModel,
    schema: triageSchema,
    reading,
    timeoutMs: settings.timeoutMs,
    embedded,
    mind: settings.model,
    prices: settings.prices,
  });
}

export async function chooseWriter(settings: ModelSettings | null): Promise<Writer | null> {
  if (!settings) return null;
  const { openChatModel } = await import('../agent/open-chat-model.ts');
  const model = openChatModel(settings, { streaming: false });
  return createModelWriter({
    model: model as unknown as WritingModel,
    timeoutMs: settings.timeoutMs,
    mind: settings.model,
    prices: settings.prices,
  });
}
