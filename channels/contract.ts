// What a channel is. Types only for everybody outside channels/; the registry is handed to core by wiring.
import type { ZodType } from 'zod';
import type { Inbox } from './mailbox-contract.ts';
import type { ListedTemplate, TemplateDesk } from './template-contract.ts';

/** A message as it goes out, byte for byte; frozen in the manifest. */
export type Rendered = {
  /** Of an e-mail; of a push or an in-app message the title. */
  subject?: string;
  text: string;
  html?: string;
  /** Extra e-mail headers, such as List-Unsubscribe. */
  headers?: Record<string, string>;
  /** WhatsApp: the approved template that carries this text. */
  template?: {
    name: string;
    language: string;
    /** Of its body, in order. */
    parameters: string[];
    /** Shown below it. */
    buttons?: string[];
    /** What it said when the text was written, as a fingerprint. */
    words?: string;
  };
  /** Push and in-app: where a tap leads, by https or an app's own scheme, and what its button says. */
  link?: { url: string; label: string };
  /** A picture above it; the alternative is read in its place. E-mail has its own in `html`, LINE in its card. */
  image?: { url: string; alternative: string };
  /** Voice: what it is spoken in (BCP 47). */
  language?: string;
  /** LINE: the card that shows this text; `altText` is what a list of chats and a reader aloud say. */
  card?: { altText: string; contents: Record<string, unknown> };
};

export type Outgoing = {
  /** Our id of the message; goes along wherever the provider lets us send one back in receipts. */
  messageId: string;
  /** The same for every attempt of one message: providers with idempotency use it. */
  idempotencyKey: string;
  tenantId: string;
  /** Normalised by the channel's own `normalise`. */
  to: string;
  content: Rendered;
  sender: { name: string; email: string };
  /** For `lookup` only: when the attempt began that nobody knows the end of. */
  attemptedAt?: Date;
};

/**
 * - `submitted`: the provider accepted it (not: it arrived)
 * - `rejected`: the provider said no, for good; `suppress` when it says the person opted out or does not exist;
 *   `coolDownMs` when it refuses this person for so long, on this channel only: another channel may carry it
 * - `retry`: the provider said not now; `isTemplate` when it does not take the approved template, whoever it is for
 * - `unreachable`: it never left us (refused connection): safe to try again
 * - `unknown`: it may have gone out (time-out or crash after submitting): never resent silently
 */
export type SendResult =
  | { outcome: 'submitted'; providerId: string }
  | ({ outcome: 'rejected'; code: string; detail: string } & Verdict)
  | { outcome: 'retry'; code: string; detail: string; retryAfterMs?: number; isTemplate?: true }
  | { outcome: 'unreachable'; detail: string }
  | { outcome: 'unknown'; detail: string };

/** What a refusal says of the person; `marketing_stopped` leaves service messages allowed. */
export type Verdict = {
  suppress?: 'opted_out' | 'marketing_stopped' | 'no_such_address';
  coolDownMs?: number;
};

/** At most `max` messages in any moving window of `perMs` milliseconds. */
export type LimitWindow = { perMs: number; max: number };

export type Capabilities = {
  maxTextLength: number;
  /** Shown above the text: an e-mail's subject, a notice's title of up to `maxTitleLength` characters. */
  hasSubject: boolean;
  maxTitleLength?: number;
  hasHtml: boolean;
  /** Everybody reads it: a post of a page, that nobody can be taken off. */
  isPublic?: boolean;
  receipts: readonly ('delivered' | 'read')[];
  /** Free text goes only so long after the person last wrote; beyond that a template must carry it (`TemplateDesk`). */
  answerWindowHours?: number;
  /** Whether a repeated `idempotencyKey` is recognised by the provider. */
  isIdempotent: boolean;
};

/** The result of asking the provider what became of a message whose submit was interrupted. */
export type LookupResult =
  | { outcome: 'submitted'; providerId: string }
  | { outcome: 'absent' }
  | { outcome: 'unknown' };

export type Sender = {
  /** One result per message, in order; never throws for what a provider can do. */
  send(messages: readonly Outgoing[]): Promise<SendResult[]>;
  lookup?(message: Outgoing): Promise<LookupResult>;
  close(): Promise<void>;
};

/** A request that a provider made to us, as it came: signatures are over these bytes and this address. */
export type Inbound = {
  method: 'GET' | 'POST';
  /** Absolute, as the provider called it. */
  url: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  body: Uint8Array;
  /** When it came, for providers that do not say when what they tell happened. */
  receivedAt: Date;
};

/**
 * What a provider tells. `externalId` is its own name for it: the same one twice is one. `samePerson`: two names on the
 * channel that it says are one person's.
 */
export type ChannelEvent = { externalId: string; at: Date; samePerson?: readonly [string, string] } & (
  | ({
      kind: 'receipt';
      /** `bounced`: the address does not exist; `complained`: the person called it spam. */
      status: 'delivered' | 'read' | 'failed' | 'bounced' | 'complained';
      providerId: string;
      /** Our own id, where the provider carries it: settles a message whose submit was interrupted. */
      messageId?: string;
      detail?: string;
    } & Verdict)
  | {
      kind: 'reply';
      from: string;
      text: string;
      /** The `providerId` it answers. */
      inReplyTo?: string;
      /** What we gave a button that was pressed; it comes back from outside. */
      payload?: string;
    }
  /**
   * The person shut the channel, or opened it again, with the provider's own means. `byEveryName`: shut for the person,
   * whatever else the channel calls them.
   */
  | { kind: 'opt_out' | 'opt_in'; address: string; scope: 'all' | 'marketing'; byEveryName?: true }
  /** How much the account may send from now on; null: as much as it likes. `instead`: what was taken for it before. */
  | { kind: 'limit'; perMs: number; max: number | null; instead: number }
  /** What was decided of a text that is approved before it is sent. */
  | ({ kind: 'template' } & Pick<ListedTemplate, 'name' | 'language' | 'status' | 'reason'>)
);

export type Webhook<Settings = unknown> = {
  /** What answers the provider's own check of our address; null when the request is no such check. */
  challenge?(settings: Settings, inbound: Inbound): string | null;
  /** Whether the provider signed exactly these bytes; one whose key is published has to be asked for it first. */
  isSigned(settings: Settings, inbound: Inbound): boolean | Promise<boolean>;
  /** Answers, after the signature, a provider that asks whether it may tell us at all. */
  confirm?(settings: Settings, inbound: Inbound): Promise<void>;
  /** What is told in it. Shapes that nobody knows yet are left out; never throws. */
  parse(inbound: Inbound): ChannelEvent[];
  /** What the provider wants to hear when all went well; `{}` as JSON where nothing is said. */
  thanks?: { type: string; body: string };
};

/** Where an account is reached from outside. */
export type AccountPlace = { webhookUrl: string };

/** One way to carry a channel's messages: "standin", "smtp", a vendor's API. */
export type Provider<Settings = unknown> = {
  key: string;
  settings: ZodType<Settings>;
  defaultLimits: readonly LimitWindow[];
  open(settings: Settings, place?: AccountPlace): Sender;
  webhook?: Webhook<Settings>;
  templates?: TemplateDesk<Settings>;
  /** Null when these settings name no mailbox. */
  openInbox?(settings: Settings): Inbox | null;
};

/** A way a message reaches a contact. `key` = folder = registry key. */
export type Channel = {
  key: string;
  label: string;
  capabilities: Capabilities;
  /** The canonical form of an address, or null when it is none: e-mail lower-cased, phones E.164. */
  normalise(address: string, country?: string): string | null;
  providers: Readonly<Record<string, Provider>>;
};

export type ChannelRegistry = ReadonlyMap<string, Channel>;
