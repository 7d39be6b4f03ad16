import { get, post, remove } from '../api.ts';
import type { Entry } from './use-conversation.ts';
import { type Version, versionBefore } from './version-before.ts';

type Campaign = { status: string };
type History = { versions: Version[] };

const campaignOf = ({ parts }: Entry): string | null =>
  parts.flatMap((part) => ('campaignId' in part ? (part.campaignId ?? []) : [])).at(-1) ?? null;

const saidIn = ({ parts }: Entry): string =>
  parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('\n');

/**
 * Takes back what the last answer made, before its sentence is said in other words: a campaign that it began is dropped,
 * one that it changed goes back to the version before. What has gone out, or was decided, stays, and so does what a
 * person changed by hand: a question changes nothing, and somebody left out by hand must not come back with it.
 */
export async function takeBack(entries: readonly Entry[]): Promise<void> {
  const at = entries.findLastIndex(({ role }) => role === 'person');
  const id = entries.slice(at).map(campaignOf).findLast(Boolean);
  if (!id) return;
  const { status } = await get<Campaign>(`/campaigns/${id}`);
  if (status !== 'draft' && status !== 'waiting') return;
  const wasThere = entries.slice(0, at).some((entry) => campaignOf(entry) === id);
  if (!wasThere) return remove(`/campaigns/${id}`);
  const { versions } = await get<History>(`/campaigns/${id}/versions`);
  const version = versionBefore(versions, saidIn(entries[at]!));
  if (version !== null) await post(`/campaigns/${id}/restore`, { version });
}
