import { get, post, remove } from '../api.ts';
import type { Entry } from './use-conversation.ts';

type Campaign = { id: string; status: string; version: number };

const campaignOf = ({ parts }: Entry): string | null =>
  parts.flatMap((part) => ('campaignId' in part ? (part.campaignId ?? []) : [])).at(-1) ?? null;

/**
 * Takes back what the last answer made, before its sentence is said in other words: a campaign that it began is dropped,
 * one that it changed goes back to the version before. What has gone out, or was decided, stays.
 */
export async function takeBack(entries: readonly Entry[]): Promise<void> {
  const at = entries.findLastIndex(({ role }) => role === 'person');
  const id = entries.slice(at).map(campaignOf).findLast(Boolean);
  if (!id) return;
  const { status, version } = await get<Campaign>(`/campaigns/${id}`);
  if (status !== 'draft' && status !== 'waiting') return;
  const wasThere = entries.slice(0, at).some((entry) => campaignOf(entry) === id);
  if (!wasThere) await remove(`/campaigns/${id}`);
  else if (version > 1) await post(`/campaigns/${id}/restore`, { version: version - 1 });
}
