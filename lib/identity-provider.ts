// OpenID Connect, authorization code flow with PKCE. Everything that is checked about an answer is checked by
// openid-client: state, nonce, issuer, audience, signature, times.
import * as oidc from 'openid-client';

export type ProviderSettings = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Where the provider sends people back to. */
  redirectUri: string;
  /** The claim that lists a person's groups. */
  groupsClaim: string;
};

/** What a browser is sent away with; all but `url` stays here until it comes back. */
export type Departure = { url: string; state: string; nonce: string; verifier: string };

export type Identity = {
  issuer: string;
  subject: string;
  /** Null unless the provider says that it is theirs. */
  email: string | null;
  name: string | null;
  groups: string[];
  /** Whether they proved themselves twice there (`amr` has "mfa", RFC 8176). */
  isProvenTwice: boolean;
};

export type IdentityProvider = {
  depart(): Promise<Departure>;
  /** Throws for an answer that does not verify. */
  arrive(url: URL, departure: Omit<Departure, 'url'>): Promise<Identity>;
};

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Nothing is asked of the provider until somebody signs in; what it says of itself is kept from then on. */
export function createIdentityProvider(settings: ProviderSettings): IdentityProvider {
  let known: Promise<oidc.Configuration> | undefined;
  const discover = () => {
    known ??= oidc
      .discovery(
        new URL(settings.issuer),
        settings.clientId,
        settings.clientSecret,
        undefined,
        optionsOf(settings),
      )
      .catch((error: unknown) => {
        known = undefined;
        throw error;
      });
    return known;
  };
  return {
    async depart() {
      const [state, nonce, verifier] = [
        oidc.randomState(),
        oidc.randomNonce(),
        oidc.randomPKCECodeVerifier(),
      ];
      const url = oidc.buildAuthorizationUrl(await discover(), {
        redirect_uri: settings.redirectUri,
        scope: 'openid email profile',
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, state, nonce, verifier };
    },
    async arrive(url, { state, nonce, verifier }) {
      const tokens = await oidc.authorizationCodeGrant(await discover(), url, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims()!;
      return toIdentity({ ...(await readMore(await discover(), tokens)), ...claims }, settings.groupsClaim);
    },
  };
}

/** What some providers tell only when they are asked for it, of the same person (`sub` is compared). */
async function readMore(
  provider: oidc.Configuration,
  tokens: Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>,
) {
  const { sub, email } = tokens.claims()!;
  if (email !== undefined || !provider.serverMetadata().userinfo_endpoint) return {};
  return oidc.fetchUserInfo(provider, tokens.access_token, sub);
}

const optionsOf = ({ issuer }: ProviderSettings): oidc.DiscoveryRequestOptions => {
  const { protocol, hostname } = new URL(issuer);
  const isLocal = protocol === 'http:' && LOCAL.has(hostname);
  return { timeout: 10, ...(isLocal ? { execute: [oidc.allowInsecureRequests] } : {}) };
};

function toIdentity(claims: oidc.IDToken & Partial<oidc.UserInfoResponse>, groupsClaim: string): Identity {
  const words = (value: unknown): string[] =>
    Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  const email = claims.email_verified === true && typeof claims.email === 'string' ? claims.email : null;
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email,
    name: typeof claims.name === 'string' ? claims.name : null,
    groups: words(claims[groupsClaim]),
    isProvenTwice: words(claims.amr).includes('mfa'),
  };
}
