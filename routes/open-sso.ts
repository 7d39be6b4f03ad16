import { z } from 'zod';
import { ROLES } from '../core/tenants/roles.ts';
import type { Config } from '../lib/config.ts';
import { AppError } from '../lib/errors.ts';
import { createIdentityProvider } from '../lib/identity-provider.ts';
import type { SingleSignOn } from './sign-in-sso.ts';

const role = z.enum(ROLES);

/** The company's own sign-in, where the installation names one; a wrong setting is `config:invalid`. */
export function openSso(config: Config, baseUrl: string): SingleSignOn | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = config;
  if (!issuer) return undefined;
  if (!clientId || !clientSecret) throw missing('OIDC_CLIENT_ID and OIDC_CLIENT_SECRET');
  const roles = readRoles(config.OIDC_ROLES ?? '');
  if (roles.size === 0) throw missing('OIDC_ROLES');
  const redirectUri = new URL('/sign-in/sso/callback', baseUrl).href;
  const groupsClaim = config.OIDC_GROUPS_CLAIM;
  return {
    name: config.OIDC_NAME,
    roles,
    provider: createIdentityProvider({ issuer, clientId, clientSecret, redirectUri, groupsClaim }),
    ...(config.OIDC_WORKSPACE ? { workspace: config.OIDC_WORKSPACE } : {}),
  };
}

/** "campaign-admins=admin, sales=manager" */
function readRoles(text: string): SingleSignOn['roles'] {
  const pairs = text
    .split(',')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.lastIndexOf('=');
      const named = role.safeParse(pair.slice(at + 1).trim());
      if (at > 0 && named.success) return [pair.slice(0, at).trim(), named.data] as const;
      throw new AppError('config:invalid', `The setting OIDC_ROLES is wrong: "${pair}" is no group=role.`, {
        nextStep: `The roles are ${ROLES.join(', ')}.`,
      });
    });
  return new Map(pairs);
}

const missing = (what: string) =>
  new AppError('config:invalid', `The setting OIDC_ISSUER needs ${what} beside it.`);
