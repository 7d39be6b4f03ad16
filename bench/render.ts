// How fast messages are written and checked, beside the bare rendering of their templates (the floor), interleaved, on
// one thread: what freezing does for each recipient, without the database. No two recipients are alike.

import { builtInType } from '../core/content/built-in-types.ts';
import { composeOne } from '../core/content/compose-one.ts';
import { emailShell } from '../core/content/email-shell.ts';
import { planLetters } from '../core/content/letter-plan.ts';
import { writeLetter } from '../core/content/letters.ts';
import { addDays } from '../lib/dates.ts';
import type { TestCustomer } from '../test/add-customer.ts';
import { CONTENT_CASES, readerOf } from '../test/content-cases.ts';
import { factsOfCase, TEST_DESK } from '../test/write-letter.ts';
import type { Bench } from './run.ts';

const TYPES = ['renewal', 'announcement', 'loyalty'];
const ROUNDS = 5;

export const bench: Bench = async ({ rows, quick }) => {
  const count = rows ?? (quick ? 600 : 5000);
  const shell = await emailShell();
  const measured = TYPES.flatMap((type) =>
    ['email', 'whatsapp'].map((channel) => measure({ type, channel, count, shell })),
  );
  const perSecond = measured.map((one) => one['messages/s']);
  // As many of each: what one campaign of them all would take.
  const mix = Math.round(measured.length / perSecond.reduce((sum, one) => sum + 1 / one, 0));
  return {
    title: `Messages written and checked, ${count} of each kind, one thread; the floor only renders the template`,
    rows: measured,
    summary: {
      aim: 'freezing 50,000 recipients renders ≥ 5,000 messages/s on two cores',
      ...{ 'messages/s of all kinds': mix, threads: 1, slowest: Math.min(...perSecond) },
      ...{ node: process.version, rounds: ROUNDS },
    },
  };
};

type Asked = { type: string; channel: string; count: number; shell: Awaited<ReturnType<typeof emailShell>> };

function measure({ type: key, channel, count, shell }: Asked) {
  const type = builtInType(key)!;
  const people = Array.from({ length: count }, (_, at) => {
    const facts = factsOfCase(customerAt(at), '2026-11-21');
    const name = `Arthit Sample ${at % 700}`;
    return { facts, recipient: readerOf(facts.customerId, { channel, name, purpose: type.purpose }) };
  });
  const draft = { type: key, tone: null, topic: 'the new app', wording: {} };
  const recipients = people.map(({ recipient }) => recipient);
  const plan = planLetters(TEST_DESK, { type, draft, recipients });
  const family = channel === 'email' ? 'email' : 'chat';
  const composed = people.map((one) => composeOne(TEST_DESK, { plan, ...one, shell: null }));
  const letter = { language: 'en', type: key, family, tone: 'formal' } as const;
  const times = { whole: [] as number[], floor: [] as number[], processor: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.floor.push(
      timed(() => {
        for (const { made } of composed) writeLetter(letter, made.view);
      }),
    );
    const before = process.cpuUsage();
    times.whole.push(
      timed(() => {
        for (const one of people) composeOne(TEST_DESK, { plan, ...one, shell });
      }),
    );
    const { user, system } = process.cpuUsage(before);
    times.processor.push((user + system) / count);
  }
  const [whole, floor] = [median(times.whole), median(times.floor)];
  return {
    type: key,
    channel,
    'messages/s': Math.round((1000 * count) / whole),
    'floor/s': Math.round((1000 * count) / floor),
    // What other work on the machine spoils least.
    'µs of processor': Math.round(median(times.processor)),
    ratio: Math.round((10 * whole) / floor) / 10,
  };
}

const { contracts, ...COMPLETE } = CONTENT_CASES.complete;
const UNITS = ['Pool', 'Lobby', 'Sky Bar', 'Spa', 'Gym', 'Beach', 'Café', 'Garden', 'Ballroom'];

/** Whoever differs from all others in what a letter says: the name, the units, the end and the price of the contract. */
function customerAt(at: number): TestCustomer {
  const units = [UNITS[at % 9]!, `${UNITS[(at + 4) % 9]} ${at % 31}`, `Zone ${at}`];
  const agreed = {
    ...contracts?.[0],
    endsOn: addDays('2027-01-01', at % 360),
    unitCount: units.length,
    pricePerUnitMinor: 1_000_000 + 10_000 * (at % 997),
  };
  return { ...COMPLETE, name: `Hotel ${at} Bay`, units, contracts: [agreed] };
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
