// What a file says of marketing and of stops: of a person, or of one address of theirs.
import type { ContactDetail } from './columns.ts';
import type { Issue } from './judge-heading.ts';
import type { PreparedAddress, PreparedConsent } from './prepared.ts';
import { readDate, readYesNo } from './read-values.ts';

export type Details = ReadonlyMap<ContactDetail, { value: string; line: number }>;
type Input = { addresses: readonly PreparedAddress[]; issues: Issue[]; today: string };
type Cell = { value: string; line: number };
type Said = { only: string | null; value: string; line: number };

export function readConsents(details: Details, input: Input): PreparedConsent[] {
  const date = details.get('consent_date');
  const basis = new Map(
    byAddress(details.get('consent_basis'), input).map(({ only, value }) => [only, value]),
  );
  const said = byAddress(details.get('consent'), input);
  const grants = said.length === 0 && date ? [{ only: null, value: 'yes', line: date.line }] : said;
  return [
    ...byAddress(details.get('opt_out'), input).flatMap(readStop),
    ...grants.flatMap((one) =>
      readGrant(one, { date, basis: basis.get(one.only) ?? basis.get(null) ?? 'consent', input }),
    ),
  ];
}

const ONE = /^(email|whatsapp|line|sms) (\S+): (.+)$/s;
const BETWEEN = /;\s*(?=(?:email|whatsapp|line|sms) \S+: )/;

/** "yes" holds of every address; "email a@example.com: yes; sms +66…: no" says so of each. */
function byAddress(cell: Cell | undefined, { addresses, issues }: Input): Said[] {
  if (!cell) return [];
  const { value, line } = cell;
  const parts = value.split(BETWEEN).map((part) => ONE.exec(part));
  if (!parts.every((part) => part !== null)) return [{ only: null, value, line }];
  return parts.flatMap(([part, channel, address, word]) => {
    const theirs = addresses.find(
      (one) => one.channel === channel && [one.normalised, one.address].includes(address!),
    );
    if (theirs) return [{ only: `${channel} ${theirs.hash}`, value: word!, line }];
    const detail = `"${part}" speaks of an address that they do not have.`;
    issues.push({ reason: 'unclear_consent', detail, isBlocking: false, line });
    return [];
  });
}

function readStop({ only, value }: Said): PreparedConsent[] {
  if (readYesNo(value) === false) return [];
  const scope = /market|news|promo/i.test(value) ? 'marketing' : 'all';
  return [{ kind: 'opt_out', only, scope, evidence: value }];
}

type Beside = { date: Cell | undefined; basis: string; input: Input };

// "yes", "yes, 2026-02-11 (fair)", "2026-02-11": an answer, a day, or both. Anything else is no consent.
function readGrant({ only, value, line }: Said, { date, basis, input }: Beside): PreparedConsent[] {
  const doubt = (reason: string, detail: string): [] => {
    input.issues.push({ reason, detail, isBlocking: false, line });
    return [];
  };
  const evidence = [...new Set([value, date?.value])].filter(Boolean).join('; ');
  const [word = '', ...more] = value.split(/[\s,;(]+/);
  const isDay = !('problem' in readDate(word));
  const answer = isDay ? true : readYesNo(word);
  if (answer === null)
    return doubt('unclear_consent', `"${evidence}" does not say whether consent was given.`);
  const day = date?.value ?? (isDay ? word : more.find((part) => /\d{4}/.test(part)));
  const read = day ? readDate(day) : null;
  if (read && 'problem' in read)
    return doubt('impossible_date', `${read.problem}; the consent is not taken.`);
  if (read && read.value > input.today)
    return doubt('impossible_date', `A consent of ${read.value} is in the future; it is not taken.`);
  const state = answer ? 'granted' : 'withdrawn';
  return [{ kind: 'consent', only, state, basis, on: read?.value ?? null, evidence }];
}
