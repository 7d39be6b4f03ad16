import { type Command, printJson } from '../command.ts';

export const signIn: Command = {
  name: 'sign-in',
  usage: 'sign-in [<e-mail>]',
  does: 'a one-time sign-in link for a user, the first admin by default',
  needsApi: true,
  async run({ client, options }) {
    const [email] = options.words;
    const link = await client.post<{ url: string; email: string; expiresAt: string }>('/sign-in-links', {
      json: email ? { email } : {},
    });
    if (options.json) printJson(link);
    else process.stdout.write(`${link.url}\nfor ${link.email}, once, until ${link.expiresAt}\n`);
  },
};
