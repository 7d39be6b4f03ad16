import { z } from 'zod';
import { apiSender, judgeSaid } from '../api-sender.ts';
import type { VendorAnswer } from '../call-vendor.ts';
import type { Channel, LimitWindow, Provider, SendResult } from '../contract.ts';
import type { Meaning } from '../meaning.ts';
import { postOnlyTo, publicPosts } from '../public-posts.ts';
import { type StandinStore, standinProvider } from '../standin.ts';

/** Nobody wants to read more of one page in a day. */
const LIMITS: readonly LimitWindow[] = [{ perMs: 24 * 3_600_000, max: 5 }];

/** Where the API is: never a setting of a workspace, which could point our credentials anywhere. */
const LINKEDIN_API = 'https://api.linkedin.com';

type Deps = { store: StandinStore; linkedinApi?: string };

/** Posts of an organisation's page; the address is the organisation. */
export const createLinkedIn = ({ store, linkedinApi = LINKEDIN_API }: Deps): Channel => ({
  key: 'linkedin',
  label: 'LinkedIn page',
  capabilities: publicPosts(3000),
  normalise: normaliseOrganisation,
  providers: {
    standin: standinProvider({ store, channel: 'linkedin', limits: LIMITS }),
    'posts-api': postsProvider(linkedinApi),
  },
});

function normaliseOrganisation(address: string): string | null {
  const number = /^(?:urn:li:organization:)?([1-9]\d{2,14})$/i.exec(address.trim())?.[1];
  return number ? `urn:li:organization:${number}` : null;
}

const settings = z.strictObject({
  organizationId: z.string().regex(/^[1-9]\d{2,14}$/),
  /** With the permission w_organization_social; LinkedIn's end after 60 days. */
  accessToken: z.string().min(1),
  /** A month that LinkedIn still serves, such as 202610. */
  apiVersion: z
    .string()
    .regex(/^20\d{4}$/)
    .default('202610'),
  timeoutMs: z.int().positive().default(20_000),
});

const postsProvider = (baseUrl: string): Provider<z.infer<typeof settings>> => ({
  key: 'posts-api',
  settings,
  defaultLimits: LIMITS,
  open: ({ organizationId, accessToken, apiVersion, timeoutMs }) => {
    const author = `urn:li:organization:${organizationId}`;
    const sender = apiSender({
      atOnce: 1,
      call: ({ content }) => ({
        url: `${baseUrl}/rest/posts`,
        headers: {
          authorization: `Bearer ${accessToken}`,
          'content-type': 'application/json',
          'linkedin-version': apiVersion,
          'x-restli-protocol-version': '2.0.0',
        },
        body: JSON.stringify({
          author,
          commentary: escapeLittle(content.text),
          visibility: 'PUBLIC',
          distribution: {
            feedDistribution: 'MAIN_FEED',
            targetEntities: [],
            thirdPartyDistributionChannels: [],
          },
          lifecycleState: 'PUBLISHED',
          isReshareDisabledByAuthor: false,
        }),
        timeoutMs,
      }),
      judge,
    });
    return postOnlyTo(author, sender);
  },
});

/** Its "little text" takes these signs for mentions and markup: https://learn.microsoft.com/linkedin/marketing/ */
const escapeLittle = (text: string): string => text.replace(/[\\|{}@[\]()<>#*_~]/g, '\\$&');

const refusal = z.object({ code: z.string().optional(), message: z.string().default('') });
const DAY = 24 * 3_600_000;
const MEANINGS: Readonly<Record<number, Meaning>> = {
  // Its quotas are of a day.
  429: { is: 'later', waitMs: DAY / 4 },
  426: { is: 'account' },
};

function judge(answer: VendorAnswer): SendResult {
  const said = refusal.safeParse(answer.body).data;
  return judgeSaid(answer, {
    id: String(answer.headers['x-restli-id'] ?? '') || undefined,
    code: said?.code,
    detail: said?.message,
    meaning: MEANINGS[answer.status],
  });
}
