import pino from 'pino';
import { currentRequestId } from './request-id.ts';
import { currentTraceId } from './tracing.ts';

export type Log = pino.Logger;

/** Structured log to stderr, so that a command's stdout stays one JSON object. */
export const createLog = (level: string): Log =>
  pino(
    {
      level,
      redact: ['req.headers.authorization', 'req.headers.cookie'],
      mixin: () => {
        const [requestId, traceId] = [currentRequestId(), currentTraceId()];
        return { ...(requestId ? { requestId } : {}), ...(traceId ? { traceId } : {}) };
      },
    },
    pino.destination(2),
  );
