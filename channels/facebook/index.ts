import { z } from 'zod';
import { apiSender } from '../api-sender.ts';
import type { Channel, LimitWindow, Provider } from '../contract.ts';
import { graphAccount, judgeGraph, META_API } from '../meta/graph.ts';
import { postOnlyTo, publicPosts } from '../public-posts.ts';
import { type StandinStore, standinProvider } from '../standin.ts';

/** Nobody wants to read more of one page in a day. */
const LIMITS: readonly LimitWindow[] = [{ perMs: 24 * 3_600_000, max: 5 }];

type Deps = { store: StandinStore; metaApi?: string };

/** Posts of a page; the address is the page's number. */
export const createFacebook = ({ store, metaApi = META_API }: Deps): Channel => ({
  key: 'facebook',
  label: 'Facebook page',
  capabilities: publicPosts(5000),
  normalise: (address) => (/^[1-9]\d{4,19}$/.test(address.trim()) ? address.trim() : null),
  providers: {
    standin: standinProvider({ store, channel: 'facebook', limits: LIMITS }),
    graph: graphProvider(metaApi),
  },
});

const settings = z.strictObject(graphAccount);
const taken = z.object({ id: z.string().min(1) });

const graphProvider = (baseUrl: string): Provider<z.infer<typeof settings>> => ({
  key: 'graph',
  settings,
  defaultLimits: LIMITS,
  open: ({ pageId, accessToken, apiVersion, timeoutMs }) =>
    postOnlyTo(
      pageId,
      apiSender({
        atOnce: 1,
        call: ({ content: { text, link } }) => ({
          url: `${baseUrl}/${apiVersion}/${pageId}/feed`,
          headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
          body: JSON.stringify({ message: text, ...(link ? { link: link.url } : {}) }),
          timeoutMs,
        }),
        judge: (answer) =>
          judgeGraph(answer, { id: taken.safeParse(answer.body).data?.id, errors: new Map() }),
      }),
    ),
});
