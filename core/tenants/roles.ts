import { AppError } from '../../lib/errors.ts';

export const ROLES = ['viewer', 'manager', 'approver', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** What a person may do; checked here once, whatever the surface. `answer` is approving one message to one person. */
export const CAPABILITIES = [
  'read',
  'draft',
  'request',
  'approve',
  'control',
  'reply',
  'answer',
  'import',
  'administer',
] as const;
export type Capability = (typeof CAPABILITIES)[number];

const MAY: Record<Role, readonly Capability[]> = {
  viewer: ['read'],
  manager: ['read', 'draft', 'request', 'control', 'reply', 'answer', 'import'],
  approver: ['read', 'draft', 'request', 'approve', 'control', 'reply', 'answer', 'import'],
  admin: ['read', 'draft', 'request', 'approve', 'control', 'reply', 'answer', 'import', 'administer'],
};

/** Where a person acts. Scripts come with an API token (`token`): they may prepare, never approve. */
export const SURFACES = ['console', 'terminal', 'api', 'token', 'slack', 'whatsapp', 'widget'] as const;
export type Surface = (typeof SURFACES)[number];

export type Actor =
  | {
      kind: 'person';
      userId: string;
      name: string;
      role: Role;
      surface: Surface;
      /** Of the token that they come with, where it may less than they. */
      scopes?: readonly Capability[];
      /** Who linked the account of another platform that speaks for them, where that was somebody else. */
      vouchedBy?: string;
    }
  | { kind: 'system'; name: string };

/**
 * Where it is not sure that the person themself pressed: a script holds the token, another site frames the widget. There
 * nothing is approved, answered, confirmed or administered into more power.
 */
export const isRemote = (actor: Actor): boolean =>
  actor.kind === 'person' && (actor.surface === 'token' || actor.surface === 'widget');

export function can(actor: Actor, capability: Capability): boolean {
  const sends = capability === 'approve' || capability === 'answer';
  if (sends && (actor.kind === 'system' || isRemote(actor))) return false;
  if (actor.kind === 'system') return true;
  if (actor.surface === 'widget' && capability === 'administer') return false;
  if (actor.scopes && !actor.scopes.includes(capability)) return false;
  return MAY[actor.role].includes(capability);
}

const REMOTE: Partial<Record<Surface, string>> = { token: 'this API token', widget: 'the widget' };

/** Throws `auth:forbidden` unless the actor may. */
export function demand(actor: Actor, capability: Capability): void {
  if (can(actor, capability)) return;
  const person = actor.kind === 'person' && !isRemote(actor) ? `the role ${actor.role}` : null;
  const who = person ?? (actor.kind === 'person' ? REMOTE[actor.surface] : actor.name);
  throw new AppError(
    'auth:forbidden',
    `This needs the right to ${capability}, which ${who} does not have here.`,
    {
      nextStep: nextStepFor(actor, capability),
    },
  );
}

function nextStepFor(actor: Actor, capability: Capability): string {
  if (capability === 'approve') return 'Ask an approver or an admin, signed in as themselves.';
  if (actor.kind === 'person' && actor.scopes) return 'Make a token that may do this.';
  return 'Ask an admin of the workspace for another role.';
}
