// Places in our words: "D1" a whole direct conversation, "C1:171.2" a thread of it, "@U1" alone with somebody, wherever
// that turns out to be.
export type SlackPlace = { channel: string; thread_ts?: string };

export const placeOf = (channel: string, thread?: string | undefined): string =>
  thread ? `${channel}:${thread}` : channel;

export function readPlace(place: string): SlackPlace {
  const [channel = '', thread_ts] = place.split(':');
  return { channel, ...(thread_ts ? { thread_ts } : {}) };
}

/** Somebody alone: "U1" of "@U1". */
export const personOf = (place: string): string | null => (place.startsWith('@') ? place.slice(1) : null);
export const aloneWith = (user: string): string => `@${user}`;
