// The one place where a mistake becomes an HTTP answer.
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AppError, ERRORS, type ErrorCode, isAppError } from '../lib/errors.ts';
import type { Log } from '../lib/log.ts';

export const errorAnswer = z.object({
  error: z.object({
    code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
    /** What is wrong. */
    message: z.string(),
    /** What to do about it. */
    nextStep: z.string().nullable(),
    /** The place: field, row, id. */
    where: z.record(z.string(), z.unknown()).nullable(),
  }),
});

export function answerErrors(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error: FastifyError | AppError, request, reply) => {
    // Nobody reads this; the number is what servers write into their logs for it.
    if (request.gone?.aborted && error === request.gone.reason) return reply.status(499).send();
    const known = toAppError(error, request);
    const where = { requestId: request.id, route: routeOf(request) };
    if (known.code === 'server:busy') log.warn(where, 'turned away');
    else if (known.status >= 500) log.error({ err: error, ...where }, 'failed');
    return reply.status(known.status).type('application/json').send(toBody(known));
  });
}

export const toBody = ({ code, message, nextStep, where }: AppError): z.infer<typeof errorAnswer> => ({
  error: { code, message, nextStep: nextStep ?? null, where: where ?? null },
});

export const routeUnknown = ({ method, url }: FastifyRequest): AppError =>
  new AppError('route:unknown', `There is no ${method} ${url.split('?')[0]}.`, {
    nextStep: 'Look at /docs for what there is.',
  });

const routeOf = ({ method, routeOptions }: FastifyRequest) => `${method} ${routeOptions.url}`;

// Fastify's own refusals, by their codes; any other below 500 is about the request as such.
const OF_FASTIFY: Record<string, [ErrorCode, string, string]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['input:too_large', 'The request is too large.', 'Send less at once.'],
  FST_REQ_FILE_TOO_LARGE: ['import:too_large', 'A file is too large.', 'Split it and import the parts.'],
  FST_FILES_LIMIT: ['import:too_large', 'These are too many files at once.', 'Import them in turns.'],
  FST_PARTS_LIMIT: ['import:too_large', 'These are too many parts at once.', 'Import them in turns.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    'input:media_type',
    'The content type of the request is not one that is read here.',
    'Send application/json, or what /docs names for this address.',
  ],
};

function toAppError(error: FastifyError | AppError, request: FastifyRequest): AppError {
  if (isAppError(error)) return error;
  const [code, message, nextStep] = OF_FASTIFY[error.code] ?? [];
  if (code) return new AppError(code, message!, { nextStep: nextStep!, cause: error });
  if (error.statusCode && error.statusCode < 500)
    return new AppError('input:invalid', `The request cannot be read: ${error.message.replace(/\.$/, '')}.`, {
      nextStep: 'Correct it and try again; /docs shows the shape.',
      cause: error,
    });
  return new AppError('server:failed', 'Something went wrong here; nothing more was done.', {
    nextStep: 'Try again; if it fails again, give the request id to whoever runs this server.',
    where: { requestId: request.id },
    cause: error,
  });
}
