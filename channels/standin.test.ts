import { describe, expect, it } from 'vitest';
import { memoryStandinStore } from '../test/memory-standin-store.ts';
import { openStandinOf } from '../test/open-standin.ts';
import { outgoing } from './contract.suite.ts';
import { createEmail } from './email/index.ts';

const open = (settings: unknown) => openStandinOf(createEmail, settings);
const rule = (fault: string, times?: number) => ({ to: '*', fault, ...(times ? { times } : {}) });

describe('a stand-in that is told to fail', () => {
  it.each([
    ['rejected', { outcome: 'rejected', code: 'scripted' }],
    ['opted_out', { outcome: 'rejected', suppress: 'opted_out' }],
    ['no_such_address', { outcome: 'rejected', suppress: 'no_such_address' }],
    ['retry', { outcome: 'retry' }],
    ['unreachable', { outcome: 'unreachable' }],
  ])('says %s and keeps nothing', async (fault, expected) => {
    const { sender, arrived } = await open({ faults: [rule(fault)] });
    const message = outgoing('ann@example.com');
    expect(await sender.send([message])).toMatchObject([expected]);
    expect(await arrived()).toEqual([]);
    expect(await sender.lookup?.(message)).toEqual({ outcome: 'absent' });
  });

  it('falls silent after it accepted, keeps the message, and says so when asked', async () => {
    const { sender, arrived } = await open({ faults: [rule('unknown_after_accept', 1)] });
    const message = outgoing('ann@example.com');
    expect(await sender.send([message])).toMatchObject([{ outcome: 'unknown' }]);
    expect(await arrived()).toHaveLength(1);
    const found = await sender.lookup?.(message);
    expect(found).toMatchObject({ outcome: 'submitted' });
    expect(await sender.send([message])).toEqual([found]);
    expect(await arrived()).toHaveLength(1);
  });

  it('fails for the address that is named only, and only so often', async () => {
    const { sender } = await open({
      faults: [
        { to: 'ann@example.com', fault: 'retry', times: 2 },
        { to: 'bo@example.com', fault: 'rejected' },
      ],
    });
    const outcomes = [];
    for (let round = 0; round < 3; round++) {
      const batch = ['ann', 'bo', 'cy'].map((name) => outgoing(`${name}@example.com`));
      outcomes.push((await sender.send(batch)).map(({ outcome }) => outcome));
    }
    expect(outcomes).toEqual([
      ['retry', 'rejected', 'submitted'],
      ['retry', 'rejected', 'submitted'],
      ['submitted', 'rejected', 'submitted'],
    ]);
  });

  it('refuses a script it does not know', () => {
    const { settings } = createEmail(memoryStandinStore()).providers.standin!;
    for (const faults of [
      [{ to: '*', fault: 'explode' }],
      [{ fault: 'retry' }],
      [rule('retry', -1)],
      'retry',
    ])
      expect(settings.safeParse({ faults }).success).toBe(false);
  });
});

describe('a stand-in whose outbox fails', () => {
  it('says unknown of what it tried to keep and nothing else', async () => {
    const { store } = memoryStandinStore();
    const broken = { ...store, accept: () => Promise.reject(new Error('no space left')) };
    const { settings, open: openWith } = createEmail({ store: broken }).providers.standin!;
    const faults = [{ to: 'bo@example.com', fault: 'retry' }];
    const sender = openWith(settings.parse({ faults }));
    const results = await sender.send(['ann', 'bo'].map((name) => outgoing(`${name}@example.com`)));
    expect(results).toMatchObject([
      { outcome: 'unknown', detail: expect.stringContaining('no space left') },
      { outcome: 'retry' },
    ]);
  });
});
