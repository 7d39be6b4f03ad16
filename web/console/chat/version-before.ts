/** A version of a campaign and what made it: the sentence that was said, cut at 200 signs, or what somebody did by hand. */
export type Version = { version: number; change: string };

/**
 * Which version to go back to when the last sentence is said in other words; null where it changed nothing, or where
 * somebody has changed since by hand what it made: that must not be lost with it.
 * @param versions the newest first
 */
export function versionBefore(versions: readonly Version[], said: string): number | null {
  const change = said.trim().slice(0, 200);
  const at = versions.findIndex((one) => one.change !== change);
  return at > 0 ? versions[at]!.version : null;
}
