// Replies of the independent author: intent, stop or not, and whatever else a case names.
import { createTriager } from '../../agent/triager.ts';
import { reading } from '../../core/replies/reading.ts';
import { triageCaseSchema } from '../case.ts';
import { loadCases } from '../load-cases.ts';
import type { Suite } from '../suite.ts';
import { shownAs, stopOf } from './stop-of.ts';

const triager = createTriager(reading);

export const independentTriageSuite: Suite = {
  name: 'triage',
  async run({ mind, wants, record }) {
    if (mind.provenance.mind !== 'planner') return;
    const { cases, wrong } = loadCases('triage', triageCaseSchema);
    for (const one of wrong) record(one);
    for (const { id, author, split, variant, text, expect } of cases.filter((each) => wants(each))) {
      const began = performance.now();
      const found = await triager.triage({ text, channel: 'whatsapp' });
      const ms = [performance.now() - began];
      const got = { ...found, optOut: found.intent === 'opt_out' };
      const keys = Object.keys(expect) as (keyof typeof expect)[];
      record({
        ...{ id, author, split, variant, suite: 'triage', say: [text], ms, wanted: expect },
        problems: keys
          .filter((key) => expect[key] !== got[key])
          .map((key) => `${key}: ${String(got[key])}, not ${String(expect[key])}`),
        ...{ isSilentSuperset: false, precision: null, recall: null },
        stop: { isDue: expect.optOut, got: stopOf(found) },
        ...(expect.intent ? { label: { wanted: expect.intent, ...shownAs(found) } } : {}),
        got: Object.fromEntries([...keys, 'because' as const].map((key) => [key, got[key]])),
      });
    }
  },
};
