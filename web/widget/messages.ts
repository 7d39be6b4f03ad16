// What the script on the host page and the panel in its frame say to each other.

/** From the host page. */
export type ToPanel =
  | { type: 'refrain:identity'; token: string }
  | { type: 'refrain:opened' }
  | { type: 'refrain:closed' }
  /** To the panel of customers, who may be nobody known: that it may begin, and the page's colours. */
  | { type: 'refrain:begin'; token: string | null; color: string; text: string };
/** From the panel; nothing of what customers or people wrote is among it. */
export type FromPanel =
  | { type: 'refrain:ready' }
  | { type: 'refrain:signed-in' }
  /** The identity is over, or was not taken: the page brings another one. */
  | { type: 'refrain:expired' }
  | { type: 'refrain:unread'; count: number }
  | { type: 'refrain:close' }
  /** A visitor wrote something: the next page looks for an answer without being opened. */
  | { type: 'refrain:wrote' };
