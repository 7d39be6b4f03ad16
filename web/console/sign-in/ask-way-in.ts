import { ApiError } from '../api.ts';
import { type Signing, signWithPasskey } from './passkey.ts';

type Refusal = { error?: { code: string; message: string; nextStep?: string | null } };

/** The short name of the workspace, where the address of the page has one. */
const workspace = new URLSearchParams(location.search).get('workspace');
const whereTo = workspace ? { workspace } : {};

/** Asks the addresses that need nobody to be signed in; they stand outside of the API. */
async function ask<T>(path: string, body?: object): Promise<T> {
  const init = body
    ? {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...whereTo, ...body }),
      }
    : {};
  const answer = await fetch(`/sign-in/${path}`, { credentials: 'same-origin', ...init });
  if (answer.ok) return answer.json();
  const { error } = (await answer.json().catch(() => ({}))) as Refusal;
  throw new ApiError(
    error ?? { code: `http:${answer.status}`, message: `The server answered ${answer.status}.` },
  );
}

export const askWays = () => ask<{ sso: string | null }>('ways');
export const enterByPassword = (given: { email: string; password: string }) => ask('password', given);

export async function enterByPasskey(): Promise<void> {
  const options = await ask<Signing>('passkey/options', {});
  await ask('passkey', { response: await signWithPasskey(options) });
}
