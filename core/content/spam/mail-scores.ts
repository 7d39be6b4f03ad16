// What a spam filter makes of mails. Nobody who holds a transaction waits for it: what is not known is asked for, and known
// the next time; a dry run waits for it after its transaction.
import type { Outgoing } from '../../../channels/contract.ts';
import { sha256 } from '../../../lib/crypto.ts';
import type { AskSpamd, SpamScore } from '../../../lib/spamd.ts';

export type Scored = { score: SpamScore } | { failed: string };
export type MailScores = {
  /** What is known of such a mail; where nothing is, it is asked for. */
  known(mail: Outgoing): Scored | null;
  /** The same, once it is known. */
  of(mail: Outgoing): Promise<Scored>;
};

type Deps = {
  ask: AskSpamd;
  wholeMail: (mail: Outgoing) => Promise<Buffer>;
  /** How long a failure is believed. */
  retryMs?: number;
};

const MOST_KEPT = 1000;
/** As many as spamd's own processes. */
const AT_ONCE = 4;
const RETRY_MS = 60_000;

type Asked = { answer: Promise<Scored>; scored: Scored | null; askedAt: number };

export function createMailScores({ ask, wholeMail, retryMs = RETRY_MS }: Deps): MailScores {
  const asked = new Map<string, Asked>();
  const waiting: (() => void)[] = [];
  let running = 0;

  async function score(mail: Outgoing): Promise<Scored> {
    if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
    try {
      return { score: await ask(await wholeMail(mail)) };
    } catch (error) {
      return { failed: error instanceof Error ? error.message : String(error) };
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  }

  function find(mail: Outgoing): Asked {
    const key = sha256(JSON.stringify([mail.content, mail.sender]));
    const before = asked.get(key);
    const mayAskAgain =
      before?.scored && 'failed' in before.scored && performance.now() - before.askedAt > retryMs;
    if (before && !mayAskAgain) return before;
    const one: Asked = { answer: score(mail), scored: null, askedAt: performance.now() };
    one.answer.then((scored) => {
      one.scored = scored;
    });
    asked.delete(key);
    asked.set(key, one);
    if (asked.size > MOST_KEPT) asked.delete(asked.keys().next().value!);
    return one;
  }

  return { known: (mail) => find(mail).scored, of: (mail) => find(mail).answer };
}
