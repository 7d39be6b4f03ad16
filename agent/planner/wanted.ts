// Channels and roles that a sentence asks for, and those that it rules out.
import { type Item, isWord } from './items.ts';

type Wanted = { channels: string[]; notChannels: string[]; roles: string[]; notRoles: string[] };

export const channelsOf = (items: readonly Item[]): Pick<Wanted, 'channels' | 'notChannels'> => {
  const { wanted, unwanted } = split(items, (item) => (item.kind === 'channel' ? item.channel : null));
  return { channels: wanted, notChannels: unwanted };
};

export const rolesOf = (items: readonly Item[]): Pick<Wanted, 'roles' | 'notRoles'> => {
  const { wanted, unwanted } = split(items, (item) => (item.kind === 'role' ? item.role : null));
  return { roles: wanted, notRoles: unwanted };
};

/** What is asked for and what is ruled out ("not by WhatsApp", "drop purchasing"). */
function split(
  items: readonly Item[],
  read: (item: Item) => string | null,
): { wanted: string[]; unwanted: string[] } {
  const wanted = new Set<string>();
  const unwanted = new Set<string>();
  let isNegated = false;
  let isNo = false;
  for (const [at, item] of items.entries()) {
    const found = read(item);
    const next = items[at + 1];
    if (found !== null) (isNegated ? unwanted : wanted).add(found);
    else if (
      isWord(item, 'operators', 'not', 'without', 'except', 'insteadOf', 'neither') ||
      // "no WhatsApp" rules out; "no, email" corrects.
      (isWord(item, 'cues', 'no') && next !== undefined && read(next) !== null) ||
      isWord(item, 'cues', 'drop')
    ) {
      isNegated = true;
      isNo = isWord(item, 'cues', 'no');
    } else if (
      item.kind === 'clause' ||
      (item.kind === 'mark' && (item.text === ':' || item.text === ';' || (item.text === ',' && isNo))) ||
      isWord(item, 'operators', 'but', 'only', 'also') ||
      isWord(item, 'cues', 'add')
    )
      isNegated = false;
  }
  return { wanted: [...wanted], unwanted: [...unwanted] };
}
