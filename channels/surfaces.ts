import { createSlack } from './slack/index.ts';
import type { Surface, SurfaceRegistry } from './surface-contract.ts';

/** `slackApi` is Slack's own unless a test stands in for it. */
type Deps = { slackApi?: string };

/** Every place where people of a workspace may talk to the agent, besides the page and the terminal. */
export function createSurfaces(deps: Deps = {}): SurfaceRegistry {
  const surfaces = [createSlack(deps) as Surface];
  return new Map(surfaces.map((surface) => [surface.key, surface]));
}
