import type { Inferred } from '../../../db/schema/index.ts';
import { plural } from '../../../lib/text.ts';
import type { TenantSettings } from '../../tenants/settings.ts';
import { readEarlier } from './earlier-contracts.ts';
import type { Issue } from './judge-heading.ts';
import type { Cell } from './prepare-context.ts';
import type { PreparedContract } from './prepared.ts';
import { type ReadValue, readCount, readDate, readPrice } from './read-values.ts';

type Input = {
  cells: ReadonlyMap<string, Cell>;
  extras: ReadonlyMap<string, Cell>;
  settings: TenantSettings;
  line: number;
};
type Output = {
  contract: PreparedContract | null;
  earlier: PreparedContract[];
  unitNames: string[];
  inferred: Inferred;
  issues: Issue[];
};

/** Term, price and units of an entry. A value that cannot be is unknown and flagged; nothing is worked out for it. */
export function prepareContract(input: Input): Output {
  const issues: Issue[] = [];
  const inferred: Inferred = {};
  const take = <T>(key: string, reason: string, read: (text: string) => ReadValue<T>): T | null => {
    const cell = input.cells.get(key);
    if (!cell) return null;
    const result = read(cell.value);
    if ('problem' in result)
      issues.push({ reason, detail: `${result.problem}.`, isBlocking: false, line: cell.line });
    else if (result.because) inferred[key] = { reason: result.because, confidence: 0.8 };
    return 'problem' in result ? null : result.value;
  };
  const startsOn = take('contract_start', 'impossible_date', readDate);
  const endsOn = take('contract_end', 'impossible_date', readDate);
  const unitCount = take('unit_count', 'bad_number', readCount);
  const currency = input.extras.get('currency')?.value ?? null;
  const price = take('unit_price', 'bad_price', (text) =>
    readPrice(text, { currency, fallback: input.settings.currency }),
  );
  const isCancelled = /cancel|terminat/i.test(input.cells.get('contract_status')?.value ?? '');
  const unitNames = splitUnits(input.cells.get('unit_name')?.value ?? '', unitCount);
  issues.push(...judgeTerm({ startsOn, endsOn }, input), ...judgeUnits(unitCount, unitNames, input));
  const isKnown = [startsOn, endsOn, unitCount, price].some((value) => value !== null) || isCancelled;
  const contract = {
    startsOn,
    endsOn,
    unitCount,
    pricePerUnitMinor: price?.minor ?? null,
    currency: price?.currency ?? null,
    isCancelled,
  };
  return {
    contract: isKnown ? contract : null,
    earlier: takeEarlier(input, issues),
    unitNames,
    inferred,
    issues,
  };
}

function takeEarlier({ extras }: Input, issues: Issue[]): PreparedContract[] {
  const cell = extras.get('earlier_contracts');
  const read = cell && readEarlier(cell.value);
  if (!read || 'value' in read) return read?.value ?? [];
  issues.push({ reason: 'unclear_contract', detail: `${read.problem}.`, isBlocking: false, line: cell.line });
  return [];
}

/**
 * Commas part units. A slash does so only where that gives exactly the stated number: "Lobby / Bar" of one unit is a
 * unit that covers both.
 */
export function splitUnits(text: string, count: number | null): string[] {
  const byComma = split(text, /,\s*(?![^(]*\))|;|\n/);
  if (byComma.length !== 1) return byComma;
  const bySlash = split(text, /\s*\/\s*(?![^(]*\))/);
  return bySlash.length > 1 && bySlash.length === count ? bySlash : byComma;
}

const split = (text: string, by: RegExp): string[] =>
  text
    .split(by)
    .map((part) => part.trim())
    .filter(Boolean);

type Term = Pick<PreparedContract, 'startsOn' | 'endsOn'>;

function judgeTerm({ startsOn, endsOn }: Term, { cells, line }: Input): Issue[] {
  if (!startsOn || !endsOn || startsOn < endsOn) return [];
  const detail =
    startsOn === endsOn
      ? `The contract starts and ends on the same day, ${endsOn}.`
      : `The contract ends on ${endsOn}, before it starts on ${startsOn}.`;
  const at = cells.get('contract_end')?.line ?? line;
  return [
    {
      reason: startsOn === endsOn ? 'one_day_term' : 'ends_before_start',
      detail,
      isBlocking: false,
      line: at,
    },
  ];
}

function judgeUnits(
  count: number | null,
  names: readonly string[],
  { cells, settings, line }: Input,
): Issue[] {
  if (count === null || names.length === 0 || count === names.length) return [];
  const { one, many } = settings.unit;
  const detail = `The entry says ${plural(count, one, many)}, and names ${names.length}.`;
  return [{ reason: 'unit_mismatch', detail, isBlocking: false, line: cells.get('unit_name')?.line ?? line }];
}
