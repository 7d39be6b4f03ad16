// One flat catalogue of the mistakes a caller can make. The HTTP status is the only thing a surface adds;
// docs/errors.md lists the same codes (a test compares them).
export const ERRORS = {
  'config:invalid': 500,
  'input:invalid': 400,
  'input:too_large': 413,
  'input:media_type': 415,
  'route:unknown': 404,
  'server:busy': 503,
  'server:failed': 500,
  'request:too_many': 429,
  'idempotency:mismatch': 422,
  'idempotency:running': 409,
  'auth:required': 401,
  'auth:expired': 401,
  'auth:forbidden': 403,
  'auth:second_factor': 403,
  'auth:wrong': 401,
  'auth:unproven': 403,
  'auth:link_used': 401,
  'auth:foreign_origin': 403,
  'auth:signature': 401,
  'token:unknown': 404,
  'session:unknown': 404,
  'factor:unknown': 404,
  'role:unknown': 404,
  'role:exists': 409,
  'user:unknown': 404,
  'user:exists': 409,
  'tier:limit': 403,
  'webhook:unknown': 404,
  'tenant:unknown': 404,
  'tenant:ambiguous': 400,
  'database:busy': 409,
  'database:needs_postgres': 400,
  'database:unreachable': 503,
  'backup:unreadable': 400,
  'backup:secret': 409,
  'backup:not_empty': 409,
  'backup:role': 403,
  'field:unknown': 400,
  'filter:invalid': 400,
  'customer:unknown': 404,
  'review:unknown': 404,
  'review:invalid': 409,
  'brand:unknown': 404,
  'brand:exists': 409,
  'brand:invalid': 409,
  'change:unknown': 404,
  'change:decided': 409,
  'change:stale': 409,
  'merge:unknown': 404,
  'merge:invalid': 409,
  'segment:unknown': 404,
  'segment:exists': 409,
  'segment:used': 409,
  'import:unreadable': 400,
  'import:empty': 400,
  'export:too_large': 409,
  'import:too_large': 413,
  'import:unknown': 404,
  'import:state': 409,
  'campaign:unknown': 404,
  'campaign:state': 409,
  'campaign:no_recipients': 409,
  'campaign:content': 409,
  'campaign:budget': 409,
  'person:unknown': 404,
  'template:invalid': 400,
  'template:unknown': 404,
  'template:state': 409,
  'image:unknown': 404,
  'image:unusable': 400,
  'image:too_many': 409,
  'account:unknown': 404,
  'account:untestable': 409,
  'channel:unknown': 400,
  'channel:unreachable': 502,
  'surface:unknown': 404,
  'approval:unknown': 404,
  'approval:stale': 409,
  'approval:decided': 409,
  'approval:expired': 409,
  'approval:forbidden': 403,
  'approval:code': 403,
  'proof:invalid': 400,
  'message:unknown': 404,
  'message:state': 409,
  'reply:unknown': 404,
  'reply:state': 409,
  'conversation:unknown': 404,
  'conversation:moved': 409,
  'thread:unknown': 404,
  'thread:busy': 409,
  'model:budget': 409,
  'model:failed': 502,
  'model:none': 409,
  'model:unreachable': 502,
} as const;

export type ErrorCode = keyof typeof ERRORS;

type Details = { nextStep?: string; where?: Record<string, unknown>; cause?: unknown };

/** A mistake of the caller: `message` says what is wrong, `where` names the place, `nextStep` what to do. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly nextStep: string | undefined;
  readonly where: Record<string, unknown> | undefined;

  constructor(code: ErrorCode, message: string, details: Details = {}) {
    super(message, { cause: details.cause });
    this.name = 'AppError';
    this.code = code;
    this.status = ERRORS[code];
    this.nextStep = details.nextStep;
    this.where = details.where;
  }
}

export const isAppError = (error: unknown): error is AppError => error instanceof AppError;

/** What is wrong and what to do, for whoever is told in words alone. */
export const inSentences = ({
  message,
  nextStep,
}: {
  message: string;
  nextStep?: string | null | undefined;
}): string => [message, nextStep].filter(Boolean).join(' ');
