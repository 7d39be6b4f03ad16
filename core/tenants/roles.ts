import { AppError } from '../../lib/errors.ts';

export const ROLES = ['viewer', 'analyst', 'manager', 'approver', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/**
 * What a person may do; checked here once, whatever the surface. `answer` is approving one message to one person,
 * `export` taking data out whole, `unmask` seeing people's addresses in full.
 */
export const CAPABILITIES = [
  'read',
  'draft',
  'request',
  'approve',
  'control',
  'reply',
  'answer',
  'import',
  'export',
  'unmask',
  'administer',
] as const;
export type Capability = (typeof CAPABILITIES)[number];

/** A tool of the agent, or a part of the API. */
export type Closable = `tool:${string}` | `area:${string}`;

const MANAGER = [
  'read',
  'draft',
  'request',
  'control',
  'reply',
  'answer',
  'import',
  'export',
  'unmask',
] as const;

/** What each role may; a workspace's own roles are one of these with less (core/access/custom-roles.ts). */
export const MAY: Record<Role, readonly Capability[]> = {
  viewer: ['read'],
  analyst: ['read', 'export'],
  manager: MANAGER,
  approver: [...MANAGER, 'approve'],
  admin: [...MANAGER, 'approve', 'administer'],
};

/** What sends to many or changes who may what: whoever does it over the network proves twice that it is them. */
const PROVEN: readonly Capability[] = ['approve', 'administer'];

/** Where a person acts. Scripts come with an API token (`token`): they may prepare, never approve. */
export const SURFACES = [
  'console',
  'terminal',
  'api',
  'token',
  'slack',
  'whatsapp',
  'line',
  'email',
  'widget',
] as const;
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
      /** Of the workspace's own role that they have, where it may less than the built-in one. */
      rights?: readonly Capability[];
      /** What that role keeps shut, whatever its rights. */
      closed?: readonly Closable[];
      /** Signed in by one proof only, or the second one has run out. */
      needsProof?: boolean;
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
  if (actor.rights && !actor.rights.includes(capability)) return false;
  return MAY[actor.role].includes(capability);
}

const REMOTE: Partial<Record<Surface, string>> = { token: 'this API token', widget: 'the widget' };

/** Throws `auth:forbidden` unless the actor may, and `auth:second_factor` where that takes a second proof. */
export function demand(actor: Actor, capability: Capability): void {
  if (can(actor, capability)) {
    demandProof(actor, capability);
    return;
  }
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

/** Throws `auth:forbidden` for a tool or a part of the API that the person's own role keeps shut. */
export function demandOpen(actor: Actor, what: Closable): void {
  if (actor.kind === 'system' || !actor.closed?.includes(what)) return;
  const [kind, name] = what.split(':');
  throw new AppError(
    'auth:forbidden',
    kind === 'tool' ? `Your role may not use ${name}.` : `Your role may not use this part: ${name}.`,
    { nextStep: 'Ask an admin of the workspace to open it in your role.', where: { closed: what } },
  );
}

/** Throws `auth:second_factor` where this takes a second proof and there was none, or it has run out. */
export function demandProof(actor: Actor, capability: Capability): void {
  if (actor.kind === 'system' || !actor.needsProof || !PROVEN.includes(capability)) return;
  throw new AppError('auth:second_factor', 'This needs a second proof that it is you.', {
    nextStep:
      'Give a code of your authenticator app or use your passkey; both are set up under Settings, You.',
  });
}

function nextStepFor(actor: Actor, capability: Capability): string {
  if (capability === 'approve') return 'Ask an approver or an admin, signed in as themselves.';
  if (actor.kind === 'person' && actor.scopes) return 'Make a token that may do this.';
  return 'Ask an admin of the workspace for another role.';
}
