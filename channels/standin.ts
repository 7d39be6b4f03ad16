// The provider inside Refrain: what it accepts lands in the visible outbox, where a person reads it as its recipient
// would. A provider like any other: it keeps what it was given before, and fails as its settings script it.
import { z } from 'zod';
import type {
  LimitWindow,
  LookupResult,
  Outgoing,
  Provider,
  Rendered,
  Sender,
  SendResult,
} from './contract.ts';

export type StandinDelivery = { channel: string; messageId: string; address: string; content: Rendered };

/** Where accepted messages are kept, each once by its message id; a second accept of one changes nothing. */
export type StandinStore = {
  accept(tenantId: string, deliveries: readonly StandinDelivery[]): Promise<void>;
  /** Which of these message ids it has. */
  find(tenantId: string, messageIds: readonly string[]): Promise<ReadonlySet<string>>;
};

/** What can go wrong, by the words of SendResult; `unknown_after_accept` keeps the message and then falls silent. */
const FAULTS = [
  'rejected',
  'opted_out',
  'no_such_address',
  'retry',
  'unreachable',
  'unknown_after_accept',
] as const;

export const standinSettings = z.strictObject({
  /** For rehearsals: the first rule that names an address decides, `times` times (always, when left out). */
  faults: z
    .array(
      z.strictObject({
        /** A normalised address, or "*" for every one. */
        to: z.string(),
        fault: z.enum(FAULTS),
        times: z.int().positive().optional(),
      }),
    )
    .default([]),
});
type StandinSettings = z.infer<typeof standinSettings>;
type Fault = StandinSettings['faults'][number]['fault'];

type Options = { store: StandinStore; channel: string; limits: readonly LimitWindow[] };

export const standinProvider = ({ store, channel, limits }: Options): Provider<StandinSettings> => ({
  key: 'standin',
  settings: standinSettings,
  defaultLimits: limits,
  open: ({ faults }) => openStandin({ store, channel, nextFault: scripted(faults) }),
});

type Standin = { store: StandinStore; channel: string; nextFault(address: string): Fault | null };

function openStandin({ store, channel, nextFault }: Standin): Sender {
  async function send(messages: readonly Outgoing[]): Promise<SendResult[]> {
    const planned = messages.map((message) => ({ message, fault: nextFault(message.to) }));
    const kept = planned.filter(({ fault }) => fault === null || fault === 'unknown_after_accept');
    try {
      for (const [tenantId, own] of Map.groupBy(kept, ({ message }) => message.tenantId))
        await store.accept(
          tenantId,
          own.map(({ message }) => toDelivery(message, channel)),
        );
    } catch (error) {
      // The write may have been committed all the same; `lookup` can tell.
      const detail = `The outbox did not answer: ${error instanceof Error ? error.message : String(error)}`;
      return planned.map(({ fault, message }) =>
        kept.some((one) => one.message === message)
          ? { outcome: 'unknown', detail }
          : resultOf(message.messageId, fault),
      );
    }
    return planned.map(({ message, fault }) => resultOf(message.messageId, fault));
  }

  async function lookup({ tenantId, messageId }: Outgoing): Promise<LookupResult> {
    const known = await store.find(tenantId, [messageId]);
    return known.has(messageId)
      ? { outcome: 'submitted', providerId: providerId(messageId) }
      : { outcome: 'absent' };
  }

  return { send, lookup, close: async () => {} };
}

const toDelivery = ({ messageId, to, content }: Outgoing, channel: string): StandinDelivery => ({
  channel,
  messageId,
  address: to,
  content,
});

const providerId = (messageId: string) => `standin-${messageId}`;

function resultOf(messageId: string, fault: Fault | null): SendResult {
  const detail = 'The stand-in was told to do this.';
  switch (fault) {
    case null:
      return { outcome: 'submitted', providerId: providerId(messageId) };
    case 'rejected':
      return { outcome: 'rejected', code: 'scripted', detail };
    case 'opted_out':
    case 'no_such_address':
      return { outcome: 'rejected', code: 'scripted', detail, suppress: fault };
    case 'retry':
      return { outcome: 'retry', code: 'scripted', detail };
    case 'unreachable':
      return { outcome: 'unreachable', detail };
    case 'unknown_after_accept':
      return { outcome: 'unknown', detail };
  }
}

function scripted(rules: StandinSettings['faults']): (address: string) => Fault | null {
  const left = rules.map(({ times }) => times ?? Number.POSITIVE_INFINITY);
  return (address) => {
    const at = rules.findIndex((rule, i) => left[i]! > 0 && (rule.to === '*' || rule.to === address));
    if (at < 0) return null;
    left[at]! -= 1;
    return rules[at]!.fault;
  };
}
