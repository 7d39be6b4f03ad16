import { z } from 'zod';
import { defineTool } from './define.ts';

export const askPerson = defineTool({
  name: 'ask_person',
  description:
    'Asks the person when a request has several readings, or holds a word you cannot link to anything. Offer each ' +
    'reading as a choice whose `say` is the sentence that choosing it would mean. Then wait: call nothing else.',
  effect: 'read',
  input: z.strictObject({
    text: z.string().min(1).max(500),
    choices: z
      .array(z.strictObject({ label: z.string().min(1).max(120), say: z.string().min(1).max(8000) }))
      .max(8)
      .default([]),
  }),
  run: async (_scope, { text, choices }) => ({
    forModel: { asked: true },
    parts: [{ kind: 'question', text, choices }],
  }),
});
