import type { Tool } from '../tools/define.ts';
import { createCheckedMind } from './checked-mind.ts';
import { createFallbackMind } from './fallback-mind.ts';
import type { Mind } from './mind.ts';
import type { ModelSettings } from './open-chat-model.ts';
import type { Planner } from './planner/planner.ts';
import { createPlannerMind } from './planner-mind.ts';

type Deps = { planner: Planner; tools: readonly Tool[]; onFailure(error: unknown): void };

/**
 * Without a model the planner; with one the model, checked by the planner and with the planner behind it. The model's
 * library is large and loaded only then.
 */
export async function chooseMind(
  settings: ModelSettings | null,
  { planner, tools, onFailure }: Deps,
): Promise<Mind> {
  const embedded = createPlannerMind(planner, tools);
  if (!settings) return embedded;
  const { createModelMind } = await import('./model-mind.ts');
  const model = createCheckedMind(createModelMind(settings, tools), { planner });
  return createFallbackMind({ model, planner: embedded, onFailure });
}
