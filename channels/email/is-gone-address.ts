// RFC 3463: no such mailbox (5.1.1), no such domain (5.1.2), no address (5.1.3), moved (5.1.6), takes no mail (5.1.10).
const GONE = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10']);
// Says nothing, so that the words decide.
const VAGUE = new Set(['5.0.0', '5.1.0', '5.5.0']);
const GONE_WORDS =
  /\b(user|recipient|mailbox|address|account)\b[^.;]{0,40}\b(unknown|not found|does(n't| not) exist|not exist)|\b(unknown|no such|invalid) (local )?(user|recipient|mailbox|person)|no mailbox here/i;

/**
 * Whether what a server answered means that nobody is at the address. A refusal by policy, for a full mailbox or for
 * spam says nothing of it: only what RFC 3463 calls gone, and the words where no status says more.
 */
export function isGoneAddress(words: string): boolean {
  const status = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(words)?.[0];
  if (status && !VAGUE.has(status)) return GONE.has(status);
  return GONE_WORDS.test(words);
}
