import { AppError } from '../../lib/errors.ts';
import type { Actor } from './roles.ts';

/**
 * Refuses scripts: whoever holds an API token must not be able to turn it into a session, because a session may
 * approve. Throws `auth:forbidden`.
 */
export function demandSignedIn(actor: Actor): void {
  if (actor.kind !== 'person' || actor.surface !== 'token') return;
  throw new AppError('auth:forbidden', 'An API token cannot do this; only a signed-in person can.', {
    nextStep: 'Sign in on the page and do it there.',
  });
}
