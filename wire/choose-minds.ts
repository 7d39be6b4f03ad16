// What reads replies and writes letters: a model where one is set, the embedded ones otherwise.
import type { ClosedOptions } from '../agent/ask-closed.ts';
import { createModelTriager } from '../agent/model-triager.ts';
import type { ModelSettings } from '../agent/open-chat-model.ts';
import { createTriager } from '../agent/triager.ts';
import { createModelWriter } from '../agent/writer.ts';
import { type Triager, triageSchema, type Writer } from '../core/ports.ts';
import { reading } from '../core/replies/reading.ts';

export async function chooseTriager(settings: ModelSettings | null): Promise<Triager> {
  const embedded = createTriager(reading);
  if (!settings) return embedded;
  return createModelTriager({ ...(await open(settings)), schema: triageSchema, reading, embedded });
}

export const chooseWriter = async (settings: ModelSettings | null): Promise<Writer | null> =>
  settings && createModelWriter(await open(settings));

async function open(settings: ModelSettings): Promise<ClosedOptions> {
  const { openChatModel } = await import('../agent/open-chat-model.ts');
  const { model: mind, timeoutMs, prices } = settings;
  return { model: openChatModel(settings), mind, timeoutMs, prices };
}
