// What a letter says otherwise to some of its readers.
import type { Group } from '../../../core/campaigns/draft.ts';
import { doubtsOf } from '../doubts.ts';
import { sameFilter } from '../filters.ts';
import { type Frame, readFrame } from '../frame.ts';
import type { Plan } from '../types.ts';
import { onCampaign, saying } from './reading.ts';
import { readWho } from './whom.ts';

type Said = Partial<Omit<Group, 'filter' | 'roles'>>;
/** `patch` may follow from what the group has already. */
type Asked = { who: string; patch: Said | ((own: Group | undefined) => Said) };

/** Who they are is read as strictly as a request; what was said of the same group before stays. */
export function toGroup(frame: Frame, { who, patch }: Asked): Plan {
  const said = /\b(?:customers?|contacts?|ones|all)\b/i.test(who) ? who : `customers ${who}`;
  const read = readRoles(frame, said) ?? readWho(frame, said);
  // All of them are no group: these words name nobody in particular.
  if (read === null || isEverybody(read))
    return saying(frame, `I do not know who “${who.slice(0, 80)}” are.`);
  if (!('filter' in read)) return read;
  const before = frame.input.thread.campaign?.draft.groups ?? [];
  const own = before.find((one) => sameFilter(one.filter, read.filter) && sameRoles(one, read));
  const groups = [
    ...before.filter((one) => one !== own),
    { ...own, ...(typeof patch === 'function' ? patch(own) : patch), ...read },
  ];
  return onCampaign(frame, 'edit_campaign', {
    patch: { groups },
    change: frame.sentence.trim().slice(0, 200),
  });
}

type Whom = Pick<Group, 'filter' | 'roles'>;

/** "the technical contacts", "the GMs of the Thai hotels": of those customers, or of all, the contacts in these roles. */
function readRoles(frame: Frame, said: string): Whom | Plan | null {
  const asked = readFrame(`show ${said}`, frame.input);
  if (asked.roles.length === 0 || asked.notRoles.length > 0) return null;
  const roles = asked.roles as Group['roles'];
  return doubtsOf(asked) ?? { filter: asked.scope.isEmpty ? { all: [] } : asked.scope.filter, roles };
}

const isEverybody = (read: Whom | Plan): boolean =>
  'filter' in read && !read.roles && 'all' in read.filter && read.filter.all.length === 0;

const sameRoles = (a: Whom, b: Whom): boolean => (a.roles ?? []).join() === (b.roles ?? []).join();
