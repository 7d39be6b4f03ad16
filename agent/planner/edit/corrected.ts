// "Cha-am, not Hua Hin": one thing in the place of another of its kind.
import type { Filter } from '../../../core/audience/filter.ts';
import { isClause, partsOf } from '../filters.ts';
import { type Item, isWord } from '../items.ts';
import { isWho, type Step } from './edit-steps.ts';

export function corrected(said: readonly Step[], filter: Filter): Step[] {
  const steps = said.flatMap((step) => unfolded(step, filter));
  // "all Marriotts, not only JW": what no longer holds makes room first.
  const others = steps.filter(({ kind }) => kind !== 'lift');
  // "not only hotels, gyms as well" keeps the hotels.
  const isKept = (one: Step) =>
    others.some((other) => other.kind === 'add' && facetsOf(other) === facetsOf(one));
  const lifts = steps.filter((step) => step.kind === 'lift' && !isKept(step));
  return [...lifts, ...pairedUp(others, filter)];
}

/** "not Berlin, Cologne", "not Berlin but Cologne": the first stands there and goes, the second comes in. */
function unfolded(step: Step, filter: Filter): Step[] {
  const [one, two, ...others] = step.items.filter(isWho);
  const isPair =
    (step.kind === 'drop' || step.kind === 'instead-of') &&
    one?.kind === 'clause' &&
    two?.kind === 'clause' &&
    others.length === 0;
  if (!isPair || one.facet !== two.facet || !isNamed(filter, one) || isNamed(filter, two)) return [step];
  const at = step.items.indexOf(two);
  const between = step.items.slice(step.items.indexOf(one) + 1, at);
  const isCut =
    between.some((item) => item.kind === 'mark' || isWord(item, 'operators', 'but')) &&
    between.every(
      (item) =>
        item.kind === 'mark' ||
        isWord(item, 'skip') ||
        isWord(item, 'nouns') ||
        isWord(item, 'operators', 'but'),
    );
  if (!isCut) return [step];
  return [
    { kind: 'drop', items: step.items.slice(0, at) },
    { kind: 'plain', items: step.items.slice(at) },
  ];
}

function pairedUp(steps: readonly Step[], filter: Filter): Step[] {
  const [one, two, ...rest] = steps;
  if (!one || !two) return [...steps];
  // "Japan is done, so without Japan"
  if (isSaidTwice(one, two)) return pairedUp([two, ...rest], filter);
  const pair = pairOf(one, two) ?? pairOf(two, one);
  if (!pair) return [one, ...pairedUp([two, ...rest], filter)];
  const { wanted, unwanted } = pair;
  // What is not there needs no taking out; the new one then stands in for whatever is.
  const isThere = unwanted.items.filter(isWho).every((item) => isNamed(filter, item));
  return isThere
    ? [{ kind: 'add', items: wanted.items }, { kind: 'instead-of', items: unwanted.items }, ...rest]
    : [{ kind: 'change', items: wanted.items }, ...rest];
}

function pairOf(wanted: Step, unwanted: Step): { wanted: Step; unwanted: Step } | null {
  const isPair =
    (wanted.kind === 'plain' || wanted.kind === 'change') &&
    unwanted.kind === 'drop' &&
    facetsOf(wanted) === facetsOf(unwanted);
  return isPair ? { wanted, unwanted } : null;
}

const isSaidTwice = (one: Step, two: Step): boolean =>
  one.kind === 'plain' && two.kind === 'drop' && namesOf(one) === namesOf(two);

const namesOf = ({ items }: Step): string =>
  JSON.stringify(items.filter(isWho).map((item) => (item.kind === 'clause' ? item.filter : item.text)));

const facetsOf = ({ items }: Step): string =>
  items
    .filter(isWho)
    .map((item) => (item.kind === 'clause' ? item.facet : 'name'))
    .join();

/** Its values stand in a list of the filter. */
const isNamed = (filter: Filter, item: Item): boolean =>
  item.kind === 'clause' &&
  partsOf(filter)
    .flatMap((part) => ('any' in part ? part.any : [part]))
    .some((part) => isClause(part) && isClause(item.filter) && holds(part, item.filter));

function holds(part: Filter, wanted: Filter): boolean {
  if (!isClause(part) || !isClause(wanted)) return false;
  if (part.op === 'in' && wanted.op === 'in')
    return part.field === wanted.field && wanted.values.every((value) => part.values.includes(value));
  return JSON.stringify(part) === JSON.stringify(wanted);
}
