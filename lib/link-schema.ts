import { z } from 'zod';

/** A page, or a place in an app by the app's own scheme; whether it may stand in a message is the settings' to say. */
export const linkSchema = z
  .string()
  .max(500)
  .regex(
    /^[a-z][a-z0-9+.-]{1,30}:\/\/[^\s<>"'`\\]+$/i,
    'is an address such as "https://www.example.com/renew"',
  )
  .refine((link) => !/^(?:http|javascript|data|file|vbscript):/i.test(link), 'is no safe address: use https');
