// The words on which carriers themselves stop sending to a number, and those on which they begin again.
const STOPS = /^(stop|unsubscribe|end|quit|stopall|revoke|optout|cancel)$/i;
const STARTS = /^(start|unstop)$/i;

/** What a text message does with its provider, by its words alone. */
export function wishIn(text: string): 'opt_out' | 'opt_in' | null {
  const word = text.trim();
  if (STOPS.test(word)) return 'opt_out';
  return STARTS.test(word) ? 'opt_in' : null;
}
