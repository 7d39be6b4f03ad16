// "who's up for renewal next?", "show me the next 10 renewals in Thailand": the contracts that end first.
import { all } from '../filters.ts';
import { type Form, form, readForms } from './forms.ts';
import { calling, type Reading } from './reading.ts';
import { readWho } from './whom.ts';

const END = String.raw`(?:ends?|expires?|runs?\s+out|(?:is|are|comes?)\s+(?:up|due)(?:\s+for\s+renewal)?|needs?\s+renewing)`;
const FIRST = String.raw`(?:next|first|soonest|the\s+soonest)`;
const SHOW = String.raw`(?:(?:show|give|list|tell|get)\s+(?:me\s+|us\s+)?|what\s+are\s+|which\s+are\s+)?`;
const WHO = String.raw`(?:\s+(?:in|of|for|at|among)\s+(?<who>.+?))?`;

const FORMS: readonly Form[] = [
  [
    form(
      String.raw`(?:who|which\s+(?:customers?|clients?|accounts?|ones?))(?:['’]s|\s+is|\s+are)?\s+(?:up|due)(?:\s+for\s+renewal)?\s+${FIRST}${WHO}`,
    ),
    (frame, { who }) => ending(frame, { who }),
  ],
  [
    form(
      String.raw`(?:who|which\s+(?:customers?|clients?|accounts?|ones?))\s+(?:${END}|renews?)\s+${FIRST}${WHO}`,
    ),
    (frame, { who }) => ending(frame, { who }),
  ],
  [
    form(String.raw`(?:whose|which|what)\s+(?:customer['’]?s?['’]?\s+)?contracts?\s+${END}\s+${FIRST}${WHO}`),
    (frame, { who }) => ending(frame, { who }),
  ],
  [
    form(
      String.raw`${SHOW}(?:the\s+|our\s+|my\s+)?next\s+(?:(?<count>\d{1,4}|five|ten|twenty|fifty)\s+)?(?:renewals|contracts?\s+(?:that\s+|which\s+|to\s+)?(?:end|expire|run\s+out|are\s+up|ending|expiring|up)(?:\s+for\s+renewal)?|expiries)${WHO}`,
    ),
    (frame, said) => ending(frame, said),
  ],
];

export const readNextDue: Reading = (frame) => readForms(frame, FORMS);

const SPELLED: Readonly<Record<string, number>> = { five: 5, ten: 10, twenty: 20, fifty: 50 };
const MOST = 10;

type Asked = { who?: string | undefined; count?: string | undefined };

function ending(frame: Parameters<Reading>[0], { who, count }: Asked): ReturnType<Reading> {
  const asked = who ? readWho(frame, who) : { filter: { all: [] } };
  if (!asked || 'calls' in asked) return asked;
  const many = count ? (SPELLED[count.toLowerCase()] ?? Number(count)) : MOST;
  const filter = all([
    asked.filter,
    { op: 'between', field: 'contract_end', from: frame.input.today, to: null },
    { op: 'top', field: 'contract_end', end: 'lowest', count: Math.max(1, many) },
  ]);
  return calling(frame, [{ name: 'find_customers', args: { filter } }]);
}
