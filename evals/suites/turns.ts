// Sentences on a real workspace: one of a request, several of a conversation; all have to be right.
import { isAppError } from '../../lib/errors.ts';
import type { ConversationCase } from '../case.ts';
import { expectedCustomers } from '../expected-customers.ts';
import { type Grade, gradeAnswer } from '../grade-answer.ts';
import type { Loaded } from '../load-cases.ts';
import type { Bench, Observed } from '../open-bench.ts';
import type { CaseResult, Skipped } from '../result.ts';
import type { Suite } from '../suite.ts';
import { usageOf } from '../usage.ts';
import { variantsOf } from '../vary.ts';

/** A suite of cases in JSON files that all run on a workspace. */
export const turnsSuite = (name: string, load: () => Loaded<ConversationCase>): Suite => ({
  name,
  async run({ bench, wants, variants, record }) {
    const { cases: written, wrong } = load();
    const cases = variants ? written.flatMap(variantsOf) : written;
    for (const one of wrong) record(one);
    for (const one of cases.filter((each) => wants(each))) {
      const place = bench(one.workspace);
      const { id } = one;
      if (place) record(await outcomeOf(place, { suite: name, one }));
      else record({ suite: name, id, reason: `there is no workspace ${one.workspace}` });
    }
  },
});

type Input = { suite: string; one: ConversationCase };

async function outcomeOf(bench: Bench, input: Input): Promise<CaseResult | Skipped> {
  try {
    return await runTurns(bench, input);
  } catch (error) {
    if (!isAppError(error)) throw error;
    const { suite, one } = input;
    return { suite, id: one.id, reason: `its expectation is refused: ${error.message}` };
  } finally {
    await bench.clear();
  }
}

async function runTurns(bench: Bench, { suite, one }: Input): Promise<CaseResult> {
  const { id, author, split, variant, turns } = one;
  const graded: Grade[] = [];
  const turnsSeen: Observed[] = [];
  let threadId: string | undefined;
  for (const { say, expect } of turns) {
    const observed = await bench.say(say, threadId);
    threadId ??= observed.answer?.thread;
    const got = observed.answer?.audience?.customers;
    const wanted = await bench.read((ctx) => expectedCustomers(ctx, expect, got));
    const { timeZone } = bench.tenant.settings;
    graded.push(gradeAnswer(observed, { expect, wanted, timeZone }));
    turnsSeen.push(observed);
  }
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
    ms: turnsSeen.map(({ ms }) => ms),
    ...usageOf(turnsSeen),
    wanted: turns.map(({ expect }) => expect),
    got: graded.map(({ got }) => got),
  };
}

const least = (values: (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? Math.min(...known) : null;
};
