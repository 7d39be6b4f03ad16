import type { Ctx } from '../context.ts';
import type { CleanReply } from './reply-input.ts';

/**
 * Whether it is known that the address of a reply wrote it: the provider signed that, or our own receiving mail server
 * says that DMARC passed for the very domain (RFC 8601; only under the name that the settings trust).
 */
export function isSenderProven(
  ctx: Ctx,
  {
    isSenderProven: signed,
    channel,
    identifier,
    headers,
  }: Pick<CleanReply, 'isSenderProven' | 'channel' | 'identifier' | 'headers'>,
): boolean {
  if (signed) return true;
  const { authServer } = ctx.tenant.settings.mail;
  if (channel !== 'email' || authServer === null) return false;
  const [server, ...results] = (headers['authentication-results'] ?? '').toLowerCase().split(';');
  if (server?.trim().split(/\s/u)[0] !== authServer) return false;
  const domain = identifier.toLowerCase().split('@').at(-1)!;
  return results.some((result) => domainPassed(result) === domain);
}

/** The domain for which one result says that DMARC passed. */
const domainPassed = (result: string): string | undefined =>
  /^\s*dmarc\s*=\s*pass\b/u.test(result) ? /\sheader\.from\s*=\s*([^\s;"]+)/u.exec(result)?.[1] : undefined;
