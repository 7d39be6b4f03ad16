import pino from 'pino';
import { currentTraceId } from './tracing.ts';

export type Log = pino.Logger;

/** Structured log to stderr, so that a command's stdout stays one JSON object. */
export const createLog = (level: string): Log =>
  pino(
    {
      level,
      redact: ['req.headers.authorization', 'req.headers.cookie'],
      mixin: () => {
        const traceId = currentTraceId();
        return traceId ? { traceId } : {};
      },
    },
    pino.destination(2),
  );
