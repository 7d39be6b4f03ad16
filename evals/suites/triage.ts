// Replies as the embedded triager reads them: intent, and that a wish to stop is neither missed nor invented.
import { createTriager } from '../../agent/triager.ts';
import type { Triage } from '../../core/ports.ts';
import { reading } from '../../core/replies/reading.ts';
import { type TriageCase, triageCases } from '../cases/triage.ts';
import { splitOf } from '../split.ts';
import type { Suite } from '../suite.ts';
import { shownAs, stopOf } from './stop-of.ts';

const triager = createTriager(reading);

export const triageSuite: Suite = {
  name: 'triage',
  async run({ mind, wants, record }) {
    // The embedded triager is measured; what a model reads depends on no tool and no prompt of the agent.
    if (mind.provenance.mind !== 'planner') return;
    for (const one of triageCases) {
      const origin = { id: one.id, author: 'rules', split: splitOf(one.split) } as const;
      if (!wants(origin)) continue;
      const began = performance.now();
      const found = await triager.triage({ text: one.say, channel: 'whatsapp', ...one.given });
      record({
        ...origin,
        suite: 'triage',
        say: [one.say],
        problems: problemsOf(one, found),
        ...labelOf(one, found),
        stop: { isDue: Boolean(one.expect.optOut), got: stopOf(found) },
        isSilentSuperset: false,
        precision: null,
        recall: null,
        ms: [performance.now() - began],
        wanted: one.expect,
        got: {
          intent: found.intent,
          action: found.action,
          needsHuman: found.needsHuman,
          because: found.because,
        },
      });
    }
  },
};

function problemsOf({ expect }: TriageCase, found: Triage): string[] {
  const stops = found.intent === 'opt_out';
  const isRead = expect.intent.length === 0 || expect.intent.includes(found.intent);
  return [
    ...(stops === Boolean(expect.optOut) ? [] : [stops ? 'a stop where there is none' : 'a stop was missed']),
    ...(isRead ? [] : [`intent: ${found.intent}, not ${expect.intent.join(' or ')}`]),
    ...(expect.action && expect.action !== found.action
      ? [`action: ${found.action}, not ${expect.action}`]
      : []),
    ...(expect.needsHuman && !found.needsHuman ? ['no person was asked for'] : []),
  ];
}

function labelOf({ expect: { intent } }: TriageCase, found: Triage) {
  const shown = shownAs(found);
  return intent[0] ? { label: { wanted: intent.includes(shown.got) ? shown.got : intent[0], ...shown } } : {};
}
