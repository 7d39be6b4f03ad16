// A role by what its people do: "whoever looks after billing", "the person in charge of marketing".
import { ownValue } from '../../../lib/own-value.ts';
import { type Found, type Reader, skipWords, valueAt } from '../reader.ts';

const PEOPLE =
  /^(?:whoever|who|those|persons?|people|ones?|somebody|someone|contacts?|colleagues?|staff|guys?|lady|team)$/;
const VERBS =
  /^(?:looks?|looking|handles?|handling|does|do|doing|pays?|paying|manages?|managing|responsible|charge|deals?|dealing|takes?|taking|runs?|running|decides?|deciding)$/;
const LEADS = ['who', 'that', 'which', 'is', 'are', 'in'];
const LINKS = ['after', 'for', 'of', 'with', 'care', 'on', 'about', 'the', 'their', 'our', 'all'];

const DUTIES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['bill', 'billing', 'invoice', 'invoicing', 'payment', 'money'].map((word) => [word, 'finance']),
  ),
  ...Object.fromEntries(['buying', 'purchase', 'sourcing'].map((word) => [word, 'purchasing'])),
  marketing: 'marketing',
  ...Object.fromEntries(
    ['tech', 'technology', 'network', 'wifi', 'computer', 'system'].map((word) => [word, 'it']),
  ),
};

/** The role and where its words end; null where nobody is spoken of who does something of the kind. */
export function dutyAt(reader: Reader, at: number): Found<string> | null {
  const { tokens } = reader;
  const person = skipWords(reader, at, ['the', 'all']);
  if (!PEOPLE.test(tokens[person]?.word ?? '')) return null;
  const verb = skipWords(reader, person + 1, LEADS);
  if (!VERBS.test(tokens[verb]?.word ?? '')) return null;
  const thing = skipWords(reader, verb + 1, LINKS);
  const role = valueAt(reader, thing, 'roles');
  const duty = ownValue(DUTIES, tokens[thing]?.stem ?? '');
  return role ?? (duty ? { value: duty, end: thing + 1 } : null);
}
