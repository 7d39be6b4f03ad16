// A real OpenID Connect provider on this machine, with people of the test's own.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export type Person = {
  email?: string;
  email_verified?: boolean;
  name?: string;
  groups?: string[];
  /** How they proved themself. */
  amr?: string[];
};

const CLIENT = { clientId: 'refrain', clientSecret: 'a secret of the test only' };

/** `isTerse`: the token says who, everything else is asked for. */
export async function openIdentityProvider(redirectUri: string, { isTerse = false } = {}) {
  const people = new Map<string, Person>();
  let next = '';
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [redirectUri],
      },
    ],
    claims: { openid: ['sub', 'groups', 'amr'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: isTerse,
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['a key of the test only'] },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId, ...people.get(accountId) }),
    }),
    async loadExistingGrant({
      oidc,
    }: {
      oidc: { client: { clientId: string }; session: { accountId: string } };
    }) {
      const { clientId } = oidc.client;
      const grant = new provider.Grant({ clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const callback = provider.callback();
  server.on('request', (request, response) => {
    const isAsking = request.url?.startsWith('/interaction/');
    const { amr } = people.get(next) ?? {};
    const login = { accountId: next, ...(amr ? { amr } : {}) };
    void (isAsking
      ? provider.interactionFinished(request, response, { login })
      : callback(request, response));
  });
  return {
    ...CLIENT,
    issuer,
    /** Goes from where the product sends the browser to where the provider sends it back, as that person. */
    async visit(url: string, subject: string, person: Person): Promise<string> {
      people.set(subject, person);
      next = subject;
      const jar = new Map<string, string>();
      for (let at = url; ; ) {
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
        const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
        for (const set of answer.headers.getSetCookie()) {
          const [name, value] = set.split(';')[0]!.split(/=(.*)/s);
          jar.set(name!, value!);
        }
        const location = answer.headers.get('location');
        if (!location) throw new Error(`${at} answered ${answer.status}: ${await answer.text()}`);
        at = new URL(location, at).href;
        if (at.startsWith(redirectUri)) return at;
      }
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
