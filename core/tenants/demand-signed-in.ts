import { AppError } from '../../lib/errors.ts';
import { type Actor, isRemote } from './roles.ts';

/**
 * Refuses scripts and the widget: whoever holds an API token or an identity must not be able to turn it into a session, because a session may
 * approve. Throws `auth:forbidden`.
 */
export function demandSignedIn(actor: Actor): void {
  if (!isRemote(actor)) return;
  const what = actor.kind === 'person' && actor.surface === 'widget' ? 'The widget' : 'An API token';
  throw new AppError('auth:forbidden', `${what} cannot do this; only a signed-in person can.`, {
    nextStep: 'Sign in on the page and do it there.',
  });
}
