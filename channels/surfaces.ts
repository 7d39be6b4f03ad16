import { createEmailSurface } from './email/surface.ts';
import { createLineSurface } from './line/surface.ts';
import { createSlack } from './slack/index.ts';
import type { Surface, SurfaceRegistry } from './surface-contract.ts';
import { createWhatsAppSurface } from './whatsapp/surface.ts';

/** The platforms' own addresses unless a test stands in for them. */
type Deps = { slackApi?: string; metaApi?: string; lineApi?: string };

/** Every place where people of a workspace may talk to the agent, besides the page and the terminal. */
export function createSurfaces(deps: Deps = {}): SurfaceRegistry {
  const surfaces = [
    createSlack(deps),
    createWhatsAppSurface(deps),
    createLineSurface(deps),
    createEmailSurface(),
  ] as Surface[];
  return new Map(surfaces.map((surface) => [surface.key, surface]));
}
