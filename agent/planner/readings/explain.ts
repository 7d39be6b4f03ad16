// "Why is Hilton Rayong in?", "is Rayong in there?": one customer of the campaign, by all or part of its name.
import { ask, reword } from '../doubt/ask.ts';
import type { Frame } from '../frame.ts';
import type { Customer } from '../names/customer-names.ts';
import { stems } from '../tokens.ts';
import { has, onCampaign, type Reading, saying } from './reading.ts';

export const explain: Reading = (frame) => {
  if (!has(frame, 'explain') && !asksWhether(frame)) return null;
  const found = candidates(frame);
  const [customer, ...others] = found;
  if (!customer) return has(frame, 'explain') ? whoIsMeant(frame) : null;
  if (others.length === 0) return onCampaign(frame, 'explain_customer', { customerId: customer.id });
  const item = frame.items.find(({ kind }) => ['customer', 'clause', 'unknown'].includes(kind))!;
  const choices = found.slice(0, 5).map(({ name }) => ({ label: name, say: reword(frame, item, name) }));
  return ask({ text: `Several customers are called like that. Which one?`, choices }, frame);
};

const whoIsMeant = (frame: Frame) =>
  frame.input.thread.campaign && (frame.unknown.length > 0 || !frame.scope.isEmpty)
    ? saying(
        frame,
        'I know no customer of that name. Say it as it stands in the list, for instance “why is Hilton Rayong in?”.',
      )
    : null;

/** "is Hilton Rayong in there?", "does it go to Hilton Rayong?" */
export const asksWhether = (frame: Frame): boolean =>
  ['is', 'does', 'will', 'did', 'was', 'are'].includes(frame.reader.tokens[0]?.word ?? '') &&
  namedCustomers(frame).length > 0 &&
  !has(frame, 'count', 'send', 'drop', 'add', 'draft');

export const namedCustomers = ({ items }: Frame): Customer[] =>
  items.flatMap((item) => (item.kind === 'customer' ? [...item.customers] : []));

/** Named in full, or by words that stand in the names of a few. */
export function candidates(frame: Frame): readonly Customer[] {
  const named = namedCustomers(frame);
  if (named.length > 0) return named;
  const words = frame.items
    .filter(({ kind }) => ['clause', 'unknown', 'ambiguous'].includes(kind))
    .flatMap(({ text }) => stems(text));
  const found = words.length > 0 ? frame.reader.names.customersWith(words) : [];
  return found.length <= MOST ? found : [];
}

// Beyond that the words say too little to be a name.
const MOST = 25;
