// Sentences on a real workspace: one of a request, several of a conversation; all have to be right.
import { isAppError } from '../../lib/errors.ts';
import type { ConversationCase, Expectation } from '../case.ts';
import { expectedCustomers } from '../expected-customers.ts';
import { type Grade, gradeAnswer } from '../grade-answer.ts';
import type { Bench } from '../open-bench.ts';
import type { CaseResult, Skipped } from '../result.ts';
import type { Suite } from '../suite.ts';

type Turn = { say: string; expect: Expectation };

/** A suite of cases in JSON files that all run on a workspace. */
export const turnsSuite = (name: string, load: () => ConversationCase[]): Suite => ({
  name,
  async run({ bench, wants, record }) {
    for (const one of load().filter((each) => wants(each))) {
      const place = bench(one.workspace);
      const { id } = one;
      if (place) record(await runTurns(place, { suite: name, one }));
      else record({ suite: name, id, reason: `there is no workspace ${one.workspace}` });
    }
  },
});

type Input = { suite: string; one: ConversationCase };

async function runTurns(bench: Bench, { suite, one }: Input): Promise<CaseResult | Skipped> {
  const { id, author, split, variant, turns } = one;
  const wrong = await wrongExpectation(bench, turns);
  if (wrong) return { suite, id, reason: wrong };
  const graded: (Grade & { ms: number })[] = [];
  let threadId: string | undefined;
  for (const { say, expect } of turns) {
    const observed = await bench.say(say, threadId);
    threadId ??= observed.answer?.thread;
    const got = observed.answer?.audience?.customers;
    const wanted = await bench.read((ctx) => expectedCustomers(ctx, expect, got));
    const { timeZone } = bench.tenant.settings;
    graded.push({ ...gradeAnswer(observed, { expect, wanted, timeZone }), ms: observed.ms });
  }
  await bench.clear();
  return {
    id,
    suite,
    author,
    split,
    variant,
    say: turns.map(({ say }) => say),
    problems: graded.flatMap(({ problems }, at) =>
      problems.map((problem) => (turns.length > 1 ? `turn ${at + 1}: ${problem}` : problem)),
    ),
    isSilentSuperset: graded.some(({ isSilentSuperset }) => isSilentSuperset),
    precision: least(graded.map(({ precision }) => precision)),
    recall: least(graded.map(({ recall }) => recall)),
    ms: graded.map(({ ms }) => ms),
    wanted: turns.map(({ expect }) => expect),
    got: graded.map(({ got }) => got),
  };
}

const least = (values: (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? Math.min(...known) : null;
};

/** An expectation that core itself refuses can neither pass nor fail. */
async function wrongExpectation(bench: Bench, turns: readonly Turn[]): Promise<string | null> {
  try {
    for (const { expect } of turns) await bench.read((ctx) => expectedCustomers(ctx, expect));
    return null;
  } catch (error) {
    if (isAppError(error)) return `its expectation is refused: ${error.message}`;
    throw error;
  }
}
