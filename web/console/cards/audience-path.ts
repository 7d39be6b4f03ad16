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
