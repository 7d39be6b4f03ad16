import { sql } from 'drizzle-orm';

/**
 * What an approved template says, as a fingerprint: 32 hexadecimal digits, of a row of `message_templates`. A message is
 * frozen with it, as the platform puts in whatever its template says when it is sent.
 */
export const templateWords = sql<string>`md5(
  jsonb_build_array(header, body, footer, buttons, has_picture)::text)`;
