// The same campaign in several wordings, to learn which of them is answered: who gets which.
import { sha256 } from '../../lib/crypto.ts';
import type { Draft } from '../campaigns/draft.ts';

/** The draft itself is A. */
const NAMES = 'ABCDE';

type Dealt = { campaignId: string; customerId: string; count: number };

/**
 * Which of `count` variants a customer gets, from 0: the same for everybody there, on every channel, in the preview and in what
 * is frozen. The hash deals large audiences out evenly; a small one by chance.
 */
export const variantAt = ({ campaignId, customerId, count }: Dealt): number =>
  count < 2 ? 0 : Number.parseInt(sha256(`${campaignId} ${customerId}`).slice(0, 12), 16) % count;

export const variantName = (at: number): string => NAMES.charAt(at);

type Said = Pick<Draft, 'wording'> & Partial<Pick<Draft, 'variants'>>;

/** The draft in each of its variants, its own first. */
export const draftVariants = <D extends Said>(draft: D): D[] => [
  draft,
  ...(draft.variants ?? []).map(({ name: _, ...variant }) => ({
    ...draft,
    ...variant,
    wording: { ...draft.wording, ...variant.wording },
  })),
];
