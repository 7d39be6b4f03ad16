import type { z } from 'zod';
import type { surfaceAppRow } from '../../../core/surfaces/surface-apps.ts';
import { channelName, providerName } from '../words.ts';

/** An app with the address to enter at its platform, where there is one. */
export type SurfaceApp = z.infer<typeof surfaceAppRow> & { webhook: string | null };

/** Slack is no channel; the others are called as theirs. */
export const surfaceName = (surface: string): string =>
  surface === 'slack' ? providerName('web-api') : channelName(surface);
