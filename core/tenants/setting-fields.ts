// What several settings hold.
import { z } from 'zod';

// As it goes into a policy of ours: nothing but a scheme, a name and a port.
export const origin = z
  .string()
  .regex(
    /^(?:https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+|http:\/\/localhost)(?::\d{1,5})?$/,
    'is an address such as "https://crm.example.com"',
  );
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is a time such as "09:00"');
export const language = z.string().regex(/^[a-z]{2,3}$/, 'is a language such as "de"');
