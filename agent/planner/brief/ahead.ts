/** “four weeks ahead”: how long before that of which is told, and no date of a customer. */
export const AHEAD =
  /\b(\d+|one|two|three|four|five|six|seven|eight|an?)\s+(day|week|month)s?\s+(?:ahead|before(?:hand)?|in advance|earlier)\b/i;
