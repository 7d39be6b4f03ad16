import { AppError } from '../../lib/errors.ts';
import type { Command } from '../command.ts';

export const privacy: Command = {
  name: 'privacy',
  usage: 'privacy access|erase channel address',
  does: 'what is held about one person, or its erasure',
  needsApi: true,
  async run({ client, options: { words } }) {
    const [action, channel, address] = words;
    const path = action === 'access' ? '/privacy/access' : action === 'erase' ? '/privacy/erasure' : null;
    if (!path || !channel || !address)
      throw new AppError('input:invalid', 'It is not clear what to do for whom.', {
        nextStep: 'Say: refrain privacy access|erase <channel> <address>.',
      });
    console.log(JSON.stringify(await client.post(path, { json: { channel, address } }), null, 2));
  },
};
