// What computes long for one request waits for others of its kind, so that everybody else is answered meanwhile.

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Looks at many customers or writes many messages: such requests are answered a few at a time. */
    isLong?: boolean;
  }
}

export type Turns = {
  /** Waits until it is this workspace's turn; call what is answered when done. */
  begin(whose: string): Promise<() => void>;
  /** How many wait. */
  waiting(): number;
};

// One computes here while the database computes for the other.
const AT_ONCE = 2;
// What takes longer mostly waits for something else, such as a model or a whole list of everybody: nobody waits for that.
const LONGEST_MS = 250;

/** So many at once of one process. Workspaces take turns, so that who asks for much waits behind their own. */
export function openTurns({ atOnce = AT_ONCE, longestMs = LONGEST_MS } = {}): Turns {
  // Whose turn is next stands first.
  const lines = new Map<string, (() => void)[]>();
  let begun = 0;
  const goOn = () => {
    while (begun < atOnce) {
      const [next] = lines;
      if (!next) return;
      const [whose, [first, ...others]] = next;
      lines.delete(whose);
      if (others.length > 0) lines.set(whose, others);
      begun += 1;
      first!();
    }
  };
  const open = (): (() => void) => {
    const end = () => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      begun -= 1;
      goOn();
    };
    let isOver = false;
    const timer = setTimeout(end, longestMs).unref();
    return end;
  };
  return {
    begin: (whose) =>
      new Promise((resolve) => {
        lines.set(whose, [...(lines.get(whose) ?? []), () => resolve(open())]);
        goOn();
      }),
    waiting: () => [...lines.values()].flat().length,
  };
}
