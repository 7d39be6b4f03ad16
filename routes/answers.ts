import type { z } from 'zod';
import { errorAnswer } from './error-answer.ts';

/** The answers of a route: what it promises, and the one shape of every refusal. */
export const answers = <Schema extends z.ZodType>(schema: Schema) => ({
  200: schema,
  '4xx': errorAnswer,
  '5xx': errorAnswer,
});
