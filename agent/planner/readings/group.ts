// What a letter says otherwise to some of its readers.
import type { Group } from '../../../core/campaigns/draft.ts';
import { sameFilter } from '../filters.ts';
import type { Frame } from '../frame.ts';
import type { Plan } from '../types.ts';
import { onCampaign, saying } from './reading.ts';
import { readWho } from './whom.ts';

type Asked = { who: string; patch: Partial<Omit<Group, 'filter'>> };

/** Who they are is read as strictly as a request; what was said of the same group before stays. */
export function toGroup(frame: Frame, { who, patch }: Asked): Plan {
  const read = readWho(frame, /\b(?:customers?|contacts?|ones|all)\b/i.test(who) ? who : `customers ${who}`);
  if (read === null) return saying(frame, `I do not know who “${who.slice(0, 80)}” are.`);
  if (!('filter' in read)) return read;
  const before = frame.input.thread.campaign?.draft.groups ?? [];
  const { filter } = read;
  const own = before.find((one) => sameFilter(one.filter, filter));
  const groups = [...before.filter((one) => one !== own), { ...own, ...patch, filter }];
  return onCampaign(frame, 'edit_campaign', {
    patch: { groups },
    change: frame.sentence.trim().slice(0, 200),
  });
}
