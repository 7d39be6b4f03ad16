import { z } from 'zod';
import { apiSender, judgeSaid } from '../api-sender.ts';
import type { VendorAnswer } from '../call-vendor.ts';
import type { Channel, LimitWindow, Provider, SendResult } from '../contract.ts';
import { postOnlyTo, publicPosts } from '../public-posts.ts';
import { type StandinStore, standinProvider } from '../standin.ts';
import { signOAuth } from './sign-oauth.ts';

/** What X's free plan takes in a day. */
const LIMITS: readonly LimitWindow[] = [{ perMs: 24 * 3_600_000, max: 17 }];

/** Where the API is: never a setting of a workspace, which could point our credentials anywhere. */
const X_API = 'https://api.x.com';

type Deps = { store: StandinStore; xApi?: string };

/** Posts of an account; the address is its name, with an "@". */
export const createX = ({ store, xApi = X_API }: Deps): Channel => ({
  key: 'x',
  label: 'X',
  capabilities: publicPosts(280),
  normalise: normaliseName,
  providers: {
    standin: standinProvider({ store, channel: 'x', limits: LIMITS }),
    'posts-api': postsProvider(xApi),
  },
});

function normaliseName(address: string): string | null {
  const name = /^@(\w{1,15})$/.exec(address.trim())?.[1];
  return name && /^[\x21-\x7e]+$/.test(name) ? `@${name.toLowerCase()}` : null;
}

const settings = z.strictObject({
  /** The name of the account that the token is for. */
  account: z.string().regex(/^@?\w{1,15}$/),
  apiKey: z.string().min(1),
  apiKeySecret: z.string().min(1),
  accessToken: z.string().min(1),
  accessTokenSecret: z.string().min(1),
  timeoutMs: z.int().positive().default(20_000),
});

const postsProvider = (baseUrl: string): Provider<z.infer<typeof settings>> => ({
  key: 'posts-api',
  settings,
  defaultLimits: LIMITS,
  open: ({ account, timeoutMs, ...keys }) => {
    const url = `${baseUrl}/2/tweets`;
    const sender = apiSender({
      atOnce: 1,
      call: ({ content }) => ({
        url,
        headers: {
          authorization: signOAuth({ method: 'POST', url, keys }),
          'content-type': 'application/json',
        },
        body: JSON.stringify({ text: content.text }),
        timeoutMs,
      }),
      judge,
    });
    return postOnlyTo(`@${account.replace(/^@/, '').toLowerCase()}`, sender);
  },
});

const taken = z.object({ data: z.object({ id: z.string().min(1) }) });
const refusal = z.object({
  title: z.string().default(''),
  detail: z.string().default(''),
  type: z.string().optional(),
});

function judge(answer: VendorAnswer): SendResult {
  const said = refusal.safeParse(answer.body).data;
  // "You are not allowed to create a Tweet with duplicate content" is about the words, another 403 about the account.
  const isDuplicate = answer.status === 403 && /duplicate/i.test(said?.detail ?? '');
  return judgeSaid(answer, {
    id: taken.safeParse(answer.body).data?.data.id,
    detail: said && `${said.title} ${said.detail}`.trim(),
    ...(isDuplicate ? { meaning: { is: 'message' } } : {}),
    ...(answer.status === 429 ? { meaning: { is: 'later', waitMs: untilReset(answer) } } : {}),
  });
}

const QUARTER_HOUR = 15 * 60_000;

/** When its window begins anew, in seconds since 1970. */
function untilReset({ headers }: VendorAnswer): number {
  const waitMs = Number(headers['x-rate-limit-reset']) * 1000 - Date.now();
  return waitMs > 0 ? Math.min(waitMs, 24 * 3_600_000) : QUARTER_HOUR;
}
