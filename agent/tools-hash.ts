import { z } from 'zod';
import { sha256 } from '../lib/crypto.ts';
import type { Tool } from '../tools/define.ts';

/** Changes whenever a name, a description or an argument of a tool does: recorded with every answer of a mind. */
export const hashTools = (tools: readonly Tool[]): string =>
  sha256(
    JSON.stringify(
      tools.map(({ name, description, effect, input }) => [
        name,
        description,
        effect,
        z.toJSONSchema(input, { io: 'input' }),
      ]),
    ),
  );
