// What a surface is: a place of another platform where people of the workspace talk to the agent. Types only for
// everybody outside channels/; the registry is handed to core by wiring.
import type { ZodType } from 'zod';
import type { ApprovalPart, Part, ProgressPart, RepliesPart } from '../core/parts.ts';
import type { Inbound } from './contract.ts';

export type Reply = RepliesPart['replies'][number];

/** Somebody pressed something that we showed. What it says is checked anew: it came from outside. */
export type Press =
  | { name: 'approve' | 'reject'; approvalId: string; digest: string }
  /** A choice of a question: as if they had said it. */
  | { name: 'say'; text: string }
  | { name: 'answer' | 'assign' | 'done' | 'contact' | 'stop' | 'no_stop'; replyId: string }
  /** The text of a campaign, to be written anew. */
  | { name: 'wording'; campaignId: string }
  /** A form of ours, filled in. */
  | { name: 'submit'; form: FormName; about: string; values: Record<string, string> }
  /** The whole audience of a campaign, as a file. */
  | { name: 'list'; campaignId: string };

export type FormName = 'answer' | 'contact' | 'wording';

/** What somebody is asked to fill in. `about` goes along and comes back; texts are shown as they are. */
export type Form = {
  name: FormName;
  about: string;
  title: string;
  submit: string;
  intro: string;
  fields: FormField[];
};
export type FormField = {
  key: string;
  label: string;
  value?: string;
  hint?: string;
  most: number;
  isLong?: boolean;
  isOptional?: boolean;
  choices?: readonly { value: string; label: string }[];
};
/** Why a form that was filled in is not taken, at the field that it is about; it stays open. */
export type FormRefusal = { field: string; message: string };

/**
 * What a platform tells. `from` is a person as the platform names them; `place` a conversation in its own words, and
 * `ref` a message in it. `externalId` is the platform's name of the event: told again, it is the same one.
 */
export type SurfaceEvent =
  | {
      kind: 'said';
      externalId: string;
      from: string;
      place: string;
      text: string;
      ref?: string;
      /** The message of ours that it quotes. */
      inReplyTo?: string;
    }
  | { kind: 'pressed'; externalId: string; from: string; place: string; press: Press; trigger?: string }
  /** They look at what the surface shows of itself: `place` is where, when it is a new conversation. */
  | { kind: 'opened'; from: string; what: 'home' | 'assistant'; place: string };

/** Something that is shown and kept as it stands. */
export type Card =
  | { kind: 'approval'; part: ApprovalPart /** Its only reader may not decide. */; othersDecide?: boolean }
  | { kind: 'progress'; part: ProgressPart }
  | {
      kind: 'reply' | 'late' | 'escalated';
      part: Reply /** Who has it, whether it is done. */;
      state: ReplyState;
    };
export type ReplyState = { assignee: string | null; isDone: boolean; answeredBy: string | null };

export type Home = { name: string; waiting: ApprovalPart[]; replies: Reply[]; campaigns: HomeCampaign[] };
export type HomeCampaign = { id: string; name: string; status: string };

/** Where an answer of the agent is shown while it is made. */
export type Answering = {
  write(text: string): Promise<void>;
  show(part: Part): Promise<void>;
  /** All is shown that was written. */
  end(): Promise<void>;
};

/** One app of a platform, as us. Every function rejects when the platform does not take what it is given. */
export type SurfaceClient = {
  /** An audience of more customers than that is also handed out as a file. */
  longList: number;
  /** Where a conversation goes on that begins at `place`: a command typed anywhere begins one in private. */
  settle?(place: string, said: { from: string; text: string }): Promise<string>;
  answer(place: string, to: string): Answering;
  say(place: string, text: string): Promise<void>;
  /** For one person's eyes, where the platform can. */
  whisper(place: string, to: string, text: string): Promise<void>;
  /** The place where we are alone with somebody. */
  privately(to: string): Promise<string>;
  /** Answers the message that it is. */
  post(place: string, card: Card): Promise<string>;
  /** Shows another state of it; a platform without edits has none. */
  change?(shown: { place: string; ref: string }, card: Card): Promise<void>;
  /** Says at a message that it waits for the one before, or no longer. */
  mark?(message: { place: string; ref: string }, waits: boolean): Promise<void>;
  sendFile(place: string, file: { name: string; title: string; content: string }): Promise<void>;
  /** Where the platform has forms. */
  openForm?(trigger: string, form: Form): Promise<void>;
  showHome?(to: string, home: Home): Promise<void>;
  greet?(place: string, prompts: readonly string[]): Promise<void>;
};

/** A platform's own way in: signed requests, and what they tell. */
export type SurfaceWebhook<Settings = unknown> = {
  challenge?(settings: Settings, inbound: Inbound): string | null;
  isSigned(settings: Settings, inbound: Inbound): boolean;
  /** Never throws: what nobody knows yet is left out. */
  parse(inbound: Inbound): SurfaceEvent[];
  /** The answer, as JSON, that keeps a form open and says why. */
  refuse?(refusal: FormRefusal): Record<string, unknown>;
};

export type Surface<Settings = unknown> = {
  key: string;
  label: string;
  settings: ZodType<Settings>;
  /** A platform whose messages come by a channel's webhook has none of its own. */
  webhook?: SurfaceWebhook<Settings>;
  open(settings: Settings): SurfaceClient;
  /** Listens by a connection of its own, where the settings name one; null where the platform comes to us. */
  connect?(
    settings: Settings,
    tell: (event: SurfaceEvent) => Promise<FormRefusal | null>,
  ): Promise<{ close(): Promise<void> } | null>;
  /** What a button of ours says, where presses come as messages of a channel. */
  readPress?(payload: string): Press | null;
  /** Which conversation a message of a channel belongs to; without it all with one person is one. */
  placeOf?(message: { from: string; headers: Record<string, string> }): string;
  /** Where nothing can be pressed: whose eyes alone a place is for. An approval shown there carries their short code. */
  readerOf?(place: string): string;
  /** How the places begin that several people see. */
  sharedPlaces?: readonly string[];
  /** Unasked messages reach somebody only so long after they last said something. */
  windowHours?: number;
};

export type SurfaceRegistry = ReadonlyMap<string, Surface>;
