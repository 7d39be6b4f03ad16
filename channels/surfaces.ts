import { createSlack } from './slack/index.ts';
import type { Surface, SurfaceRegistry } from './surface-contract.ts';
import { createWhatsAppSurface } from './whatsapp/surface.ts';

/** The platforms' own addresses unless a test stands in for them. */
type Deps = { slackApi?: string; metaApi?: string };

/** Every place where people of a workspace may talk to the agent, besides the page and the terminal. */
export function createSurfaces(deps: Deps = {}): SurfaceRegistry {
  const surfaces = [createSlack(deps) as Surface, createWhatsAppSurface(deps) as Surface];
  return new Map(surfaces.map((surface) => [surface.key, surface]));
}
