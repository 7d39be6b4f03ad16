// What the script on the host page and the panel in its frame say to each other.

/** From the host page. */
export type ToPanel = { type: 'refrain:identity'; token: string } | { type: 'refrain:opened' };
/** From the panel; nothing of what customers or people wrote is among it. */
export type FromPanel =
  | { type: 'refrain:ready' }
  | { type: 'refrain:signed-in' }
  /** The identity is over, or was not taken: the page brings another one. */
  | { type: 'refrain:expired' }
  | { type: 'refrain:unread'; count: number }
  | { type: 'refrain:close' };
