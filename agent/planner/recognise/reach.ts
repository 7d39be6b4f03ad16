// Whether somebody at a customer can be written to: "reachable by LINE", "without an e-mail address", "who opted out",
// "with marketing consent for e-mail", "with a GM contact".
import type { Filter } from '../../../core/audience/filter.ts';
import { clauseItem } from '../items.ts';
import { type Found, phraseAt, type Reader, skipWords, valueAt } from '../reader.ts';
import type { Recognised } from './recogniser.ts';
import { isOurOwner } from './words.ts';

export function recogniseReach(reader: Reader, at: number): Recognised | null {
  return consentOn(reader, at) ?? stated(reader, at) ?? withRole(reader, at);
}

/** "with e-mail consent", "without marketing consent for LINE", "WhatsApp consent: no": on which way somebody agreed to news. */
function consentOn(reader: Reader, at: number): Recognised | null {
  const opening = valueAt(reader, at, 'known');
  const start = skipWords(reader, opening?.end ?? at, ['a', 'an', 'any', 'the', 'their', 'given', 'valid']);
  const early = channelAt(reader, start);
  const noun = valueAt(reader, early?.end ?? start, 'reach');
  if (noun?.value !== 'consent') return null;
  const later = early ? null : channelsAt(reader, noun.end);
  const values = early ? [early.value] : later?.value;
  if (!values) return null;
  const said = later?.end ?? noun.end;
  const answer = skipWords(reader, said, [':', '=', 'is']);
  const given = ['yes', 'given', 'true'].includes(reader.tokens[answer]?.word ?? '');
  const refused = ['no', 'missing', 'none', 'false'].includes(reader.tokens[answer]?.word ?? '');
  const filter: Filter = { op: 'in', field: 'consent', values };
  const isMissing = (opening?.value === 'without') !== refused;
  const { item, end } = clause(
    'consent',
    isMissing ? { not: filter } : filter,
    given || refused ? answer + 1 : said,
  );
  return {
    item: { ...item, facet: isMissing ? 'consent:without' : 'consent:with' } as Recognised['item'],
    end,
  };
}

function stated(reader: Reader, at: number): Recognised | null {
  const start = skipWords(reader, at, [
    'who',
    'that',
    'which',
    'whom',
    'we',
    'with',
    'have',
    'has',
    'are',
    'gave',
    'actually',
    'really',
    'still',
    'even',
  ]);
  const found = valueAt(reader, start, 'reach');
  if (!found) return null;
  const channels = channelsAt(reader, found.end);
  const end = channels?.end ?? found.end;
  const [field = '', answer] = found.value.split(':');
  if (!ANSWERED.has(field)) {
    const keys = reader.input.vocabulary.channels.map(({ key }) => key);
    const second = secondAddress(reader, found.end);
    const named = [...(field === 'phone' ? PHONES : [field]), ...(second?.value ?? [])];
    const values = named.filter((key) => keys.includes(key));
    const by: Filter = { not: { op: 'in', field: 'reachable_by', values } };
    return values.length > 0 ? clause('reachable_by', by, second?.end ?? found.end) : null;
  }
  if (field === 'opted_out')
    return isDescribing(reader, at) ? clause(field, { op: 'in', field, values: ['yes'] }, end) : null;
  if (field === 'consent')
    return clause(
      field,
      channels ? { op: 'in', field, values: channels.value } : { op: 'known', field },
      end,
    );
  if (channels) {
    const by: Filter = { op: 'in', field: 'reachable_by', values: channels.value };
    return clause('reachable_by', answer === 'no' ? { not: by } : by, end);
  }
  return clause(field, { op: 'in', field, values: [answer!] }, end);
}

/** "without a phone number or e-mail": neither of the two. */
function secondAddress(reader: Reader, at: number): Found<string[]> | null {
  if (!['or', 'nor', 'and', '/'].includes(reader.tokens[at]?.word ?? '')) return null;
  const start = skipWords(reader, at + 1, ['a', 'an', 'any', 'the', 'no', 'without']);
  const channel = channelAt(reader, start);
  const isPhone = /^(phone|mobile|telephone|cell)$/.test(reader.tokens[start]?.word ?? '');
  if (!channel && !isPhone) return null;
  const end = skipWords(reader, channel?.end ?? start + 1, ['address', 'number', 'contact']);
  return { value: channel ? [channel.value] : PHONES, end };
}

/** What is asked of a field itself; any other word of reach names channels. */
const ANSWERED = new Set(['reachable', 'opted_out', 'consent']);
/** The channels that need a telephone number. */
const PHONES = ['whatsapp', 'sms', 'rcs', 'voice'];

const clause = (field: string, filter: Filter, end: number): Recognised => ({
  item: { ...clauseItem(field, filter), isHead: false },
  end,
});

const NOBODY = new Set(['nobody', 'noone', 'those']);

/** "who opted out?" asks for replies; "gyms that opted out" are customers. */
const isDescribing = ({ tokens, book, names }: Reader, at: number): boolean => {
  const isSomebody = ({ stem }: { stem: string }) =>
    names.find(stem).length > 0 || book.find(stem).some(({ kind }) => kind === 'nouns');
  return (
    tokens.slice(0, at).some((token) => isSomebody(token) || NOBODY.has(token.word)) ||
    (tokens[at + 1] !== undefined && isSomebody(tokens[at + 1]!))
  );
};

/** "by e-mail or LINE", "on WhatsApp" */
function channelsAt(reader: Reader, at: number): Found<string[]> | null {
  const values: string[] = [];
  let end = at;
  for (;;) {
    const start = skipWords(reader, end, ['by', 'on', 'via', 'over', 'for', 'through', 'to', 'or', 'in']);
    const key = channelAt(reader, start);
    if (!key) break;
    values.push(key.value);
    end = key.end;
  }
  return values.length > 0 ? { value: values, end } : null;
}

export function channelAt(reader: Reader, at: number): Found<string> | null {
  const found = phraseAt(reader, at, 'channels');
  const own = reader.input.vocabulary.channels;
  const key = found?.value.map(({ value }) => value).find((value) => own.some((one) => one.key === value));
  return found && key ? { value: key, end: found.end } : null;
}

/** "with a GM contact", "without a purchasing manager": which contacts are recorded there. */
function withRole(reader: Reader, at: number): Recognised | null {
  const opening = valueAt(reader, at, 'known');
  if (!opening) return null;
  const start = skipWords(reader, opening.end, ['a', 'an', 'any', 'known']);
  const role = valueAt(reader, start, 'roles');
  if (!role || isOurOwner(reader.tokens, start, role.end)) return null;
  if (reader.tokens[role.end - 1]?.word === 'it') return null;
  const filter: Filter = { op: 'in', field: 'contact_role', values: [role.value] };
  const end = skipWords(reader, role.end, ['contact', 'contacts', 'on', 'file', 'recorded', 'known']);
  return clause('contact_role', opening.value === 'without' ? { not: filter } : filter, end);
}
