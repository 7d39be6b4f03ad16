import { z } from 'zod';

/** What a browser answers when it made or used a passkey; the package that verifies it looks at the rest. */
export const passkeyAnswer = z.looseObject({
  id: z.string().min(1).max(1400),
  rawId: z.string().max(1400),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string().max(8000) }),
  clientExtensionResults: z.looseObject({}).default({}),
});
