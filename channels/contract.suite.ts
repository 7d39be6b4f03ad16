// What every channel and every provider has to keep; each channel's test calls these with its own addresses.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../lib/ids.ts';
import type { Channel, Outgoing, Provider, Rendered, Sender, SendResult } from './contract.ts';

type Address = { given: string; country?: string; canonical: string };
type ChannelCases = { channel: Channel; addresses: readonly Address[]; invalid: readonly string[] };

export function describeChannel({ channel, addresses, invalid }: ChannelCases): void {
  describe(`the channel ${channel.key}`, () => {
    it.each(addresses)('knows $given ($country) as $canonical', ({ given, country, canonical }) => {
      expect(channel.normalise(given, country)).toBe(canonical);
      expect(channel.normalise(`  ${given}\t`, country)).toBe(canonical);
    });

    it('leaves an address that is normalised as it is, with and without a country', () => {
      for (const { canonical, country } of addresses) {
        expect(channel.normalise(canonical)).toBe(canonical);
        expect(channel.normalise(canonical, country)).toBe(canonical);
        expect(channel.normalise(canonical, 'not a country')).toBe(canonical);
      }
    });

    it.each(['', ' ', '-', '—', 'n/a', '\0', ...invalid])('takes %j for no address', (text) => {
      expect(channel.normalise(text)).toBeNull();
    });

    it('neither throws nor answers anything but a fixed point or null, whatever it is given', () => {
      const seeds = addresses.map(({ given }) => fc.constant(given));
      const text = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc
          .tuple(fc.oneof(...seeds), fc.string({ unit: 'binary', maxLength: 4 }), fc.nat(40))
          .map(([whole, more, at]) => whole.slice(0, at) + more + whole.slice(at)),
      );
      fc.assert(
        fc.property(text, fc.option(fc.string({ maxLength: 3 }), { nil: undefined }), (given, country) => {
          const normalised = channel.normalise(given, country);
          if (normalised === null) return;
          expect(normalised).toMatch(/^[\x21-\x7e]+$/);
          expect(channel.normalise(normalised)).toBe(normalised);
        }),
        { numRuns: 200, examples: [['090 000 0001', 'IM']] },
      );
    });

    it('says what it carries, and each provider how much', () => {
      const { maxTextLength, receipts } = channel.capabilities;
      expect(maxTextLength).toBeGreaterThan(0);
      expect(new Set(receipts).size).toBe(receipts.length);
      expect(Object.keys(channel.providers)).toContain('standin');
      for (const [key, provider] of Object.entries(channel.providers)) expectProvider(key, provider);
    });
  });
}

function expectProvider(key: string, provider: Provider): void {
  expect(provider.key).toBe(key);
  expect(provider.defaultLimits.length).toBeGreaterThan(0);
  for (const { perMs, max } of provider.defaultLimits)
    for (const figure of [perMs, max]) expect(Number.isSafeInteger(figure) && figure > 0).toBe(true);
  expect(provider.settings.safeParse({ surprise: true }).success).toBe(false);
  expect(provider.settings.safeParse(null).success).toBe(false);
}

/** One opened provider, with a world behind it that can be looked into. */
export type Opened = {
  sender: Sender;
  /** What arrived at the other side, in any order. */
  arrived(): Promise<{ messageId: string; to: string; content: Rendered }[]>;
  close(): Promise<void>;
};
type ProviderCases = {
  name: string;
  /** Whether a message that is sent again arrives once. */
  isIdempotent: boolean;
  /** A normalised address for each number. */
  address(n: number): string;
  open(): Promise<Opened>;
  /** What of a text gets through, where a channel has less than an e-mail. */
  carries?(content: Rendered): Partial<Rendered>;
  /** Whose messages they are, where the world behind the provider asks. */
  tenantId?(): string;
};

export const outgoing = (to: string, changes: Partial<Outgoing> = {}): Outgoing => {
  const messageId = newId();
  return {
    messageId,
    idempotencyKey: messageId,
    tenantId: newId(),
    to,
    content: { subject: 'สัญญาของคุณ · renewal', text: 'เรียน คุณอาทิตย์\n\nFour zones: Lobby & Bar.' },
    sender: { name: 'Anong, Bright Rooms', email: 'anong@example.com' },
    ...changes,
  };
};

const HOSTILE: Rendered[] = [
  {
    subject: 'Hello\r\nBcc: all@example.com\r\n\r\nInjected',
    text: '.\r\n.\r\nQUIT\r\n',
    headers: { 'List-Unsubscribe': '<https://a.example/u>\r\nTo: b@example.com', Bcc: 'c@example.com' },
  },
  { subject: '=?utf-8?q?=0ABcc:_x@example.com?=', text: '', html: '<script>alert(1)</script>' },
  { subject: `\u202eevil ${'x'.repeat(5000)}`, text: `${'ก'.repeat(9000)}\u0000 end` },
  { subject: '{{ 7 | times: 6 }} %s <%= HOME %>', text: '../../etc/passwd\n--==_boundary\n' },
];

export function describeProvider(cases: ProviderCases): void {
  const { name, isIdempotent, address, open, carries = (content) => content, tenantId } = cases;
  const message = (n: number, changes: Partial<Outgoing> = {}) =>
    outgoing(address(n), { ...(tenantId ? { tenantId: tenantId() } : {}), ...changes });

  describe(`the provider ${name}`, () => {
    let opened: Opened;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());
    const send = (...messages: Outgoing[]) => opened.sender.send(messages);
    const arrivedIds = async () => (await opened.arrived()).map(({ messageId }) => messageId).sort();

    it('answers every message, in order, and each arrives at its own address', async () => {
      const batch = Array.from({ length: 25 }, (_, n) => message(n));
      const results = await send(...batch);
      expect(results.map(({ outcome }) => outcome)).toEqual(batch.map(() => 'submitted'));
      const arrived = new Map((await opened.arrived()).map((one) => [one.messageId, one]));
      expect(batch.map(({ messageId }) => arrived.get(messageId)?.to)).toEqual(batch.map(({ to }) => to));
      expect(new Set(results.map(providerIdOf)).size).toBe(batch.length);
    });

    it('answers nothing for nothing', async () => {
      expect(await send()).toEqual([]);
      expect(await opened.arrived()).toEqual([]);
    });

    it('carries the text as it was frozen, in every script', async () => {
      const sent = message(0);
      await send(sent);
      expect((await opened.arrived())[0]?.content).toMatchObject(carries(sent.content));
    });

    it('carries hostile content as content: nothing throws and nobody else gets it', async () => {
      const batch = HOSTILE.map((content, n) => message(n, { content }));
      const named = message(9, {
        sender: { name: 'A"\r\nBcc: d@example.com\r\nX-Evil: 1', email: 'a@example.com' },
      });
      const results = await send(...batch, named);
      expect(results.map(({ outcome }) => outcome)).toEqual([...batch, named].map(() => 'submitted'));
      expect((await opened.arrived()).map(({ to }) => to).sort()).toEqual(
        [...batch, named].map(({ to }) => to).sort(),
      );
    });

    it(
      isIdempotent ? 'knows a message that is sent again' : 'does not pretend to know messages',
      async () => {
        const sent = message(0);
        const results = [...(await send(sent)), ...(await send(sent))];
        expect(results.map(({ outcome }) => outcome)).toEqual(['submitted', 'submitted']);
        expect(await arrivedIds()).toHaveLength(isIdempotent ? 1 : 2);
      },
    );

    it('tells, where it can be asked, what it has and what it never got', async () => {
      const [sent, never] = [message(0), message(1)];
      const [result] = await send(sent);
      if (!opened.sender.lookup) return;
      const attemptedAt = new Date();
      expect(await opened.sender.lookup({ ...sent, attemptedAt })).toEqual(result);
      expect(await opened.sender.lookup({ ...never, attemptedAt })).toEqual({ outcome: 'absent' });
    });

    it('does not throw after it was closed', async () => {
      await opened.sender.close();
      const [result] = await send(message(0));
      const wasSent = result?.outcome === 'submitted';
      expect(await arrivedIds()).toHaveLength(wasSent ? 1 : 0);
    });
  });
}

const providerIdOf = (result: SendResult) => (result.outcome === 'submitted' ? result.providerId : null);
