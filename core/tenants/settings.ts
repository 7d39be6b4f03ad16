import { z } from 'zod';
import { isTimeZone } from '../../lib/dates.ts';
import { ownPlaceSchema } from '../places/own-places.ts';
import { approvalSettings } from './approval-settings.ts';
import { letterSettings } from './letter-settings.ts';
import { replySettings } from './reply-settings.ts';
import { sendingSettings } from './sending-settings.ts';
import { widgetSettings } from './widget-settings.ts';

export const timeZone = z.string().refine(isTimeZone, 'is not a time zone, such as "Asia/Bangkok"');

const days = z.int().min(1).max(3650).nullable().default(null);

/** A tenant's settings; every value has a default, so that an empty workspace works at once. */
export const tenantSettings = z.object({
  timeZone: timeZone.default('Asia/Bangkok'),
  locale: z.string().default('en'),
  currency: z.string().length(3).default('THB'),
  /** First channel of a contact who prefers none, then the fallbacks. */
  channelOrder: z.array(z.string()).default(['whatsapp', 'line', 'email', 'sms']),
  /** Whether a message that its channel does not carry goes on to the contact's other ones, as it was approved. */
  channelFallback: z.boolean().default(true),
  /** Whether e-mails carry links and a picture that tell who clicked and opened; approvers are told. */
  tracking: z
    .object({
      opens: z.boolean().default(false),
      clicks: z.boolean().default(false),
      /** Whether pages that a click leads to are told by whom (`rfr` in their address), so that they can tell of an order. */
      conversions: z.boolean().default(false),
    })
    .prefault({}),
  ...letterSettings,
  ...sendingSettings,
  ...approvalSettings,
  /** The business types of this trade, with the words that files and people use for each. */
  types: z
    .array(z.object({ value: z.string().min(1), synonyms: z.array(z.string()).default([]) }))
    .default([]),
  /** Names of places that only this workspace knows, or means differently; the customers' places are inferred with them. */
  places: z.array(ownPlaceSchema).max(2000).default([]),
  /** Keys of built-in fields that this trade does not have (no contracts, no units): nobody is asked for them. */
  withoutFields: z.array(z.string()).default([]),
  /** Tokens a month that models may use for this workspace, both ways; null: no limit. The planner needs none. */
  model: z
    .object({
      monthlyTokens: z.int().nonnegative().nullable().default(null),
      /** Of them, what one person may use; null: no limit of their own. */
      monthlyTokensPerPerson: z.int().nonnegative().nullable().default(null),
      /** Up to as many recipients a campaign's messages are written one by one, where somebody asks for it. */
      writeUpTo: z.int().nonnegative().max(5000).default(200),
    })
    .prefault({}),
  mail: z
    .object({
      /**
       * The name under which our own receiving mail server writes Authentication-Results (RFC 8601); it must take such
       * headers of others away. Without it no mail proves who sent it.
       */
      authServer: z.string().trim().toLowerCase().min(3).nullable().default(null),
    })
    .prefault({}),
  replies: replySettings,
  widget: widgetSettings,
  /** After how many days what is kept by kind goes (null: never). What was sent and approved stays as its proof. */
  retention: z
    .object({
      /** Conversations with the agent. */
      conversations: days,
      /** The texts of what customers wrote; what triage made of them stays. */
      replies: days,
      /** What customers did. */
      activities: days,
      /** The files of imports; their reports stay. */
      imports: days,
      /** What webhooks were told. */
      webhooks: days.default(30),
    })
    .prefault({}),
  supportUrl: z.url().nullable().default(null),
});

export type TenantSettings = z.infer<typeof tenantSettings>;
