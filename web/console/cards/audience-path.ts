import type { AudiencePart } from '../../../core/parts.ts';
import { get, post } from '../api.ts';

// More than anybody reads at once; few enough to be there at once.
const PAGE = 500;

/** Whom a campaign is for: the first by name, or those behind one. */
export const audiencePath = (campaignId: string, after?: string): string =>
  `/campaigns/${campaignId}/audience?limit=${PAGE}${after ? `&after=${after}` : ''}`;

/** Whom a segment has, in the same way. */
export const segmentPath = (segmentId: string, after?: string): string =>
  `/segments/${segmentId}/customers?limit=${PAGE}${after ? `&after=${after}` : ''}`;

/** Where somebody is left out or taken back in; it answers as the address above does. */
export const exclusionsPath = (campaignId: string): string =>
  `/campaigns/${campaignId}/exclusions?limit=${PAGE}`;

export type PageBehind = (after: string) => Promise<AudiencePart>;

/** Those behind a customer: of a campaign as it stands, else of whom the filter means. */
export const pageBehind =
  ({ campaignId, filter }: AudiencePart): PageBehind =>
  (after) =>
    campaignId
      ? get<AudiencePart>(audiencePath(campaignId, after))
      : post<AudiencePart>('/audience', { filter, limit: PAGE, after });

/** Everybody, where a card has the first of them. */
export async function everybody(part: AudiencePart, behind: PageBehind): Promise<AudiencePart['customers']> {
  const customers = [...part.customers];
  for (let { next } = part; next; ) {
    const page = await behind(next);
    customers.push(...page.customers);
    next = page.next;
  }
  return customers;
}
