// A follow-up cut into steps: "drop Phuket and add Krabi" is two; "the Hyatts too" and "Bangkok only" say how at the end.
import { type Item, isCue, isWord } from '../items.ts';

export type StepKind =
  | 'drop'
  | 'lift'
  | 'add'
  | 'narrow'
  | 'change'
  | 'extend'
  | 'swap'
  | 'instead-of'
  | 'plain';
export type Step = { kind: StepKind; items: Item[] };

export function editSteps(items: readonly Item[]): Step[] {
  const steps: Step[] = [];
  let current: Step = { kind: 'plain', items: [] };
  for (const [at, item] of items.entries()) {
    const kind = stepOf(item, items[at + 1]);
    // "not only hotels, gyms as well"
    if (item.kind === 'mark' && current.kind === 'lift' && hasWho(current)) {
      steps.push(current);
      current = { kind: 'plain', items: [] };
    }
    if (!kind) {
      current.items.push(item);
      continue;
    }
    // "let's do Krabi as well"
    const isOpen = current.kind === 'plain' || (current.kind === 'change' && kind === 'add');
    if (hasWho(current) && isOpen && isBehind(items, at)) current.kind = kind;
    else if (hasWho(current)) {
      steps.push(current);
      current = { kind: kind === 'plain' ? current.kind : kind, items: [] };
    } else if (kind === 'drop' || current.kind === 'plain' || current.kind === 'change') current.kind = kind;
  }
  return [...steps, current].filter(hasWho).flatMap(swapped);
}

/** "malls too, but no spas": it colours what stands before, as nobody is named right behind it. */
function isBehind(items: readonly Item[], at: number): boolean {
  const behind = items.slice(at + 1);
  const next = behind.find((item) => !isWord(item, 'skip') && !isWord(item, 'nouns'));
  if (!behind.some(isWho)) return true;
  const isCloser =
    isWord(items[at], 'operators', 'also', 'instead', 'exceptAfter') ||
    (isCue(items[at], 'add') && /\b(?:stay|forgot|fine|ok(?:ay)?|too|well|in)\b/i.test(items[at]!.text));
  return isCloser && next !== undefined && !isWho(next);
}

/** "swap October for November": the second comes in, the first goes out. */
function swapped(step: Step): Step[] {
  const who = step.items.filter(isWho);
  if (step.kind !== 'swap' || who.length !== 2)
    return [step.kind === 'swap' ? { ...step, kind: 'change' } : step];
  return [
    { kind: 'add', items: [who[1]!] },
    { kind: 'instead-of', items: [who[0]!] },
  ];
}

/** What an item begins, or how it colours what stands before it. */
function stepOf(item: Item, next: Item | undefined): StepKind | null {
  if (item.kind === 'mark' && item.start === 0)
    return ({ '+': 'add', '-': 'drop' }[item.text] as StepKind) ?? null;
  // "the Hyatts out", "Krabi back in"
  if (!next && /^(?:out|off)$/i.test(item.text)) return 'drop';
  if (/^back(?: in)?$/i.test(item.text)) return 'add';
  if (isWord(item, 'operators', 'insteadOf')) return 'instead-of';
  if (/(?:^|\s)no$/i.test(item.text) && next && isWho(next)) return isDate(next) ? 'change' : 'drop';
  // "gyms excluded", "and without the gyms"
  if (isWord(item, 'operators', 'exceptAfter')) return 'drop';
  if (isWord(item, 'known', 'without') && /^(?:and|but) /i.test(item.text)) return 'drop';
  if (isCue(item, 'swap')) return 'swap';
  if (isCue(item, 'extend')) return 'extend';
  if (isCue(item, 'drop', 'refuseDelete') || isWord(item, 'operators', 'except', 'without'))
    return isNoThen(item, next) ? 'change' : 'drop';
  // "not just Thailand": it need not be so any more.
  if (isWord(item, 'operators', 'not')) return isWord(next, 'operators', 'only') ? 'lift' : 'drop';
  if (isWord(item, 'operators', 'neither', 'nor')) return 'drop';
  if (isCue(item, 'add') || isWord(item, 'operators', 'also')) return 'add';
  if (isCue(item, 'narrow') || isWord(item, 'operators', 'only')) return 'narrow';
  if (isCue(item, 'change') || isWord(item, 'operators', 'instead')) return 'change';
  return null;
}

/** "no, November" corrects; "no gyms" takes out. */
const isNoThen = (item: Item, next: Item | undefined): boolean =>
  item.text.toLowerCase() === 'no' && !(next && isWho(next));

/** "no November" lacks its comma. */
const isDate = (item: Item): boolean =>
  item.kind === 'clause' && ['contract_end', 'contract_start'].includes(item.facet);

export const isWho = (item: Item): boolean => item.kind === 'clause' || item.kind === 'customer';
const hasWho = ({ items }: Step): boolean => items.some(isWho);
