import { describe, expect, it } from 'vitest';
import { type Triage, triageSchema } from '../core/ports.ts';
import { reading } from '../core/replies/reading.ts';
import { nearMissCases, replyCases, type TriageCase, triageCases } from '../evals/cases/triage.ts';
import { createTriager } from './triager.ts';

const triager = createTriager(reading);
const read = ({ say, given }: TriageCase) => triager.triage({ text: say, channel: 'whatsapp', ...given });
const readAll = async (cases: readonly TriageCase[]) =>
  Promise.all(cases.map(async (one) => ({ one, found: await read(one) })));
type Read = { one: TriageCase; found: Triage };
const isRight = ({ one, found }: Read) => one.expect.intent.includes(found.intent);
const share = (all: readonly Read[], right: (read: Read) => boolean) => all.filter(right).length / all.length;
const missed = (all: readonly Read[]) =>
  all.filter((read) => !isRight(read)).map(({ one, found }) => `${one.id} ${one.say} → ${found.intent}`);

const GATE = { all: 0.95, held: 0.9, nearMiss: 0.9 };

describe('the embedded triager, measured by the written cases', () => {
  it('answers in the closed form, whatever it is given', async () => {
    for (const { found } of await readAll(triageCases)) expect(() => triageSchema.parse(found)).not.toThrow();
  });

  it('never misses a wish to stop, and never sees one where there is none', async () => {
    const wrong = (await readAll(triageCases)).filter(
      ({ one, found }) => (found.intent === 'opt_out') !== Boolean(one.expect.optOut),
    );
    expect(wrong.map(({ one }) => `${one.id} ${one.say}`)).toEqual([]);
  });

  it(`reads the intent right in ${GATE.all * 100} % of all replies and ${GATE.held * 100} % of those held back`, async () => {
    const all = await readAll(replyCases);
    const held = all.filter(({ one }) => one.split === 'held');
    const near = await readAll(nearMissCases);
    const numbers = { all: share(all, isRight), held: share(held, isRight), nearMiss: share(near, isRight) };
    console.info('triage intent accuracy', numbers, missed([...all, ...near]));
    for (const key of ['all', 'held', 'nearMiss'] as const)
      expect(numbers[key]).toBeGreaterThanOrEqual(GATE[key]);
  });

  it.each(triageCases.filter((one) => one.expect.action ?? one.expect.urgency ?? one.expect.topic))(
    'says what to do about $id $say',
    async (one) => {
      const { action, urgency, entities } = await read(one);
      const { expect: wanted } = one;
      expect({
        action: wanted.action && action,
        urgency: wanted.urgency && urgency,
        topic: wanted.topic && entities.topic,
      }).toEqual({ action: wanted.action, urgency: wanted.urgency, topic: wanted.topic });
    },
  );

  it.each(triageCases.filter((one) => one.expect.needsHuman))(
    'asks for a person at $id $say',
    async (one) => {
      expect((await read(one)).needsHuman).toBe(true);
    },
  );

  it('is right at least as often as it says where it says that it is sure', async () => {
    const sure = (await readAll(replyCases)).filter(({ found }) => found.confidence >= 0.85);
    expect(sure.length).toBeGreaterThan(100);
    const said = sure.reduce((sum, { found }) => sum + found.confidence, 0) / sure.length;
    expect(share(sure, isRight)).toBeGreaterThanOrEqual(said);
  });
});
