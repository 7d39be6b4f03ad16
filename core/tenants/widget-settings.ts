// The panel in other sites.
import { z } from 'zod';
import { origin } from './setting-fields.ts';

export const widgetSettings = z
  .object({
    isEnabled: z.boolean().default(false),
    /** The sites that may frame it. */
    origins: z.array(origin).max(20).default([]),
    /** Of the secret that identities are signed with: another number is another secret. */
    keyNumber: z.int().positive().default(1),
    /** Whether customers may write on those sites too: announcements, answers, their preferences; no agent. */
    forVisitors: z.boolean().default(false),
    /** What visitors read first, newest in front, until that day. */
    announcements: z
      .array(
        z.strictObject({
          text: z.string().trim().min(1).max(500),
          until: z.iso.date().nullable().default(null),
        }),
      )
      .max(10)
      .default([]),
  })
  .prefault({});
