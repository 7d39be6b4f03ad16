// What went wrong, counted by kind: says where the mass of failures lies without a word of any case, so that the locked
// half may be counted too.
import { clausesOf, type Filter, filterSchema } from '../core/audience/filter.ts';
import type { CaseResult } from './result.ts';

/** What fewer cases share could tell of a single one. */
const FEWEST = 3;

/** A line for each suite, author and split that has failures. */
export function kindLines(results: readonly CaseResult[]): string[] {
  const failed = results.filter(({ problems }) => problems.length > 0);
  const groups = Map.groupBy(failed, ({ suite, author, split }) => `${suite} ${author} ${split}`);
  return [...groups].map(([name, cases]) => `${name}: ${counted(cases.flatMap(kindsOf))}`);
}

/** Every kind once a case; of a conversation those of the first turn that went wrong, whether it opened or followed. */
export function kindsOf(result: CaseResult): string[] {
  const turn = /^turn (\d+): /.exec(result.problems[0] ?? '')?.[1];
  const first = result.problems.filter((problem) => !turn || problem.startsWith(`turn ${turn}: `));
  const place = turn ? (turn === '1' ? 'opening: ' : 'follow-up: ') : '';
  const kinds = first.map((problem) => `${place}${kindOf(problem.replace(/^turn \d+: /, ''), result)}`);
  return [
    ...new Set([...kinds, ...(result.isSilentSuperset ? ['silent superset'] : []), ...fieldKinds(result)]),
  ];
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^did (draft|send|find)( and asked)?, not (ask|refuse|talk)/, 'acted instead of asking'],
  [/^did \w+ and asked/, 'acted and asked'],
  [/^did (nothing|other), /, 'did something else'],
  [/^did /, 'another act'],
  [/customers missing/, 'customers missing'],
  [/customers too many/, 'customers too many'],
  [/^type: /, 'wrong type'],
  [/^channels: /, 'wrong channels'],
  [/^schedule: /, 'wrong time to send'],
  [/^failed: /, 'failed'],
];

const kindOf = (problem: string, result: CaseResult): string =>
  /^did ask, /.test(problem)
    ? `asked: ${askedAbout(result)}`
    : (KINDS.find(([pattern]) => pattern.test(problem))?.[1] ?? 'other');

/** How the planner's questions begin, without what they quote. */
const QUESTIONS: readonly (readonly [RegExp, string])[] = [
  [/^I do not know /, 'unknown words'],
  [/can mean several things/, 'an ambiguous name'],
  [/^What kind of message/, 'the type'],
  [/^Who should get it/, 'the audience'],
  [/^What should the /, 'the topic'],
  [/^Expiring when/, 'an open date'],
  [/^Is “.*” (when to send|what the message)/, 'the topic or its day'],
  [/^Does “/, 'what a condition belongs to'],
  [/Which date do you mean|contracts that end then/, 'a date'],
  [/^There is no (list|campaign)/, 'no list or campaign'],
  [/did not understand/, 'nothing understood'],
];

function askedAbout({ got }: CaseResult): string {
  const questions = (Array.isArray(got) ? got : [got]).flatMap((turn) =>
    isTurn(turn) ? turn.questions : [],
  );
  const text = questions.at(-1) ?? '';
  return QUESTIONS.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
}

type Turn = { questions: string[]; filter?: unknown };
const isTurn = (turn: unknown): turn is Turn =>
  typeof turn === 'object' && turn !== null && 'questions' in turn && Array.isArray(turn.questions);

/** The fields that were expected and not found, and found but not expected, where a set was compared. */
function fieldKinds({ got, wanted }: CaseResult): string[] {
  const turns = Array.isArray(got) ? got : [];
  const expected = Array.isArray(wanted) ? wanted : [];
  return turns.flatMap((turn: unknown, at) => {
    const due = fieldsOf(expected[at]);
    const found = fieldsOf(turn);
    if (!due || !found) return [];
    return [
      ...[...due].filter((field) => !found.has(field)).map((field) => `lacks ${field}`),
      ...[...found].filter((field) => !due.has(field)).map((field) => `invents ${field}`),
    ];
  });
}

function fieldsOf(turn: unknown): Set<string> | null {
  const filter = typeof turn === 'object' && turn !== null && 'filter' in turn ? turn.filter : undefined;
  const parsed = filterSchema.safeParse(filter);
  return parsed.success ? new Set(namesOf(parsed.data)) : null;
}

const namesOf = (filter: Filter): string[] => clausesOf(filter).map(({ clause }) => clause.field);

function counted(kinds: readonly string[]): string {
  const groups = [...Map.groupBy(kinds, (kind) => kind)].map(([kind, { length }]) => ({ kind, length }));
  const shown = groups.filter(({ length }) => length >= FEWEST).sort((a, b) => b.length - a.length);
  const rest = groups.filter(({ length }) => length < FEWEST).reduce((sum, { length }) => sum + length, 0);
  return [
    ...shown.map(({ kind, length }) => `${kind} ${length}`),
    ...(rest > 0 ? [`other ${rest}`] : []),
  ].join(', ');
}
