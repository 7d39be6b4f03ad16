// `refrain train-remarks`: learns the weights of the judge of remarks from the written phrases. No case of the eval suites
// is among them: those only measure.
import { readWords } from '../../agent/planner/frame.ts';
import { REMARK_LABELS, REMARK_MODEL, SURE } from '../../agent/planner/remarks/model.ts';
import { saysWhom } from '../../agent/planner/remarks/pass-over.ts';
import { readSpan, SPAN_BUCKETS } from '../../agent/planner/remarks/read-span.ts';
import { strangeSpans } from '../../agent/planner/remarks/spans.ts';
import { softmax } from '../../agent/triage/learned/linear-model.ts';
import { sha256 } from '../../lib/crypto.ts';
import { EMPTY_THREAD, situation } from '../fixture.ts';
import { composeRemarks, type Remark } from './compose-remarks.ts';
import { crossChecked, type Grouped, type Held, type Task, type Trained, train } from './train.ts';

export const remarksFingerprint = (): string => sha256(JSON.stringify(composeRemarks()));

type Sampled = Grouped & { remark: Remark; isJudged: boolean };
type RemarkTask = Omit<Task, 'samples'> & { samples: Sampled[] };

/** What is passed over among phrases that were not learnt from, at the threshold that is used. */
export type Passing = { harmless: number; restricting: number };

export function trainRemarks(progress: (line: string) => void): Trained & Passing {
  const task = remarkTask();
  const trained = train(task, { trainedOn: remarksFingerprint(), progress });
  const passing = passingOf(crossChecked(task), trained.temperature);
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  progress(
    `of phrases left out ${percent(passing.harmless)} of the harmless and ${percent(passing.restricting)} of the restricting are passed over\n`,
  );
  return { ...trained, ...passing };
}

function remarkTask(): RemarkTask {
  const input = situation(EMPTY_THREAD);
  const samples = composeRemarks().flatMap((remark) => {
    const { items, reader } = readWords(remark.sentence, input);
    return strangeSpans(items)
      .filter(({ from, to }) => {
        const [first, last] = [reader.tokens[items[from]!.start]!, reader.tokens[items[to - 1]!.end - 1]!];
        return last.end > remark.from && first.start < remark.to;
      })
      .map((span) => ({
        vector: readSpan(items, span),
        labels: [remark.restricts ? 1 : 0],
        weight: 1,
        group: `${remark.language} ${remark.phrase}`,
        remark,
        isJudged: !saysWhom(items, span),
      }));
  });
  return {
    name: 'remarks',
    file: REMARK_MODEL,
    labels: REMARK_LABELS,
    buckets: SPAN_BUCKETS,
    epochs: 15,
    decay: 1e-4,
    samples,
  };
}

/** A phrase is passed over when all its strange words are. */
function passingOf(held: readonly Held<Sampled>[], temperature: number): Passing {
  const phrases = [...Map.groupBy(held, ({ sample }) => sample.remark)].map(([{ restricts }, parts]) => ({
    restricts,
    passes: parts.every(
      ({ sums, sample }) => sample.isJudged && softmax(sums.map((sum) => sum / temperature))[0]! >= SURE,
    ),
  }));
  const share = (restricts: boolean) => {
    const some = phrases.filter((one) => one.restricts === restricts);
    return some.filter(({ passes }) => passes).length / some.length;
  };
  return { harmless: share(false), restricting: share(true) };
}
