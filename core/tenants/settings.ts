import { z } from 'zod';
import { contrast } from '../../lib/contrast.ts';
import { isTimeZone } from '../../lib/dates.ts';
import { voiceSchema } from '../content/voice.ts';
import { ownPlaceSchema } from '../places/own-places.ts';
import { sendingSettings } from './sending-settings.ts';

const timeZone = z.string().refine(isTimeZone, 'is not a time zone, such as "Asia/Bangkok"');
// As it goes into a policy of ours: nothing but a scheme, a name and a port.
const origin = z
  .string()
  .regex(
    /^(?:https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+|http:\/\/localhost)(?::\d{1,5})?$/,
    'is an address such as "https://crm.example.com"',
  );
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is a time such as "09:00"');

const language = z.string().regex(/^[a-z]{2,3}$/, 'is a language such as "de"');

const days = z.int().min(1).max(3650).nullable().default(null);

const deciding = z.enum(['approver', 'admin']);

/** Which campaigns need more than the usual yes; the first rule all of whose conditions hold counts. */
const approvalRule = z.strictObject({
  name: z.string().trim().min(1).max(80),
  when: z
    .strictObject({
      /** At least so many recipients; contracts worth at least so much, in minor units of the workspace's currency. */
      recipients: z.int().nonnegative().optional(),
      valueMinor: z.int().nonnegative().optional(),
      /** Any of these channels; any of these campaign types. */
      channels: z.array(z.string()).min(1).optional(),
      types: z.array(z.string()).min(1).optional(),
    })
    .default({}),
  /** One after the other, each by somebody else: such as manager, compliance, legal. */
  stages: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1).max(60),
        roles: z.array(deciding).min(1).default(['approver', 'admin']),
        people: z.array(z.uuid()).max(50).default([]),
      }),
    )
    .min(1)
    .max(5),
  /** Whether neither who asked nor who wrote it may decide. */
  secondPerson: z.boolean().default(true),
});
export type ApprovalRule = z.infer<typeof approvalRule>;

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
  sender: z
    .object({
      company: z.string().default('Your company'),
      /** What customers get, as in "your music service at the hotel". */
      service: z.string().default('service'),
      signature: z.string().default('Your account team'),
      email: z.email().default('team@example.com'),
      postalAddress: z.string().default(''),
    })
    .prefault({}),
  /** Whether LINE shows a letter as a card with its facts in rows, instead of bare text. */
  lineCards: z.boolean().default(false),
  links: z
    .object({
      /** Addresses that messages may lead to, with all below them; "sampleapp://" for what opens in an app. */
      allowed: z
        .array(
          z
            .string()
            .max(200)
            .regex(
              /^(?:https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?(?:\/[^\s<>"'?#]*)?|(?!https?:|javascript:|data:|file:|vbscript:)[a-z][a-z0-9+.-]{1,30}:\/\/[^\s<>"'?#]*)$/,
              'is an address such as "https://www.example.com"',
            ),
        )
        .max(50)
        .default([]),
      /** Whether SMS carry short addresses of ours; `domain` is another name under which this server is reached. */
      short: z
        .object({ isOn: z.boolean().default(true), domain: origin.nullable().default(null) })
        .prefault({}),
    })
    .prefault({}),
  /** How e-mails and cards look. */
  branding: z
    .object({
      /** Links and the head of a card; dark enough for white words on it. */
      accent: z
        .string()
        .regex(/^#[0-9a-f]{6}$/i)
        .refine(
          (colour) => contrast(colour, '#ffffff') >= 4.5,
          'has too little contrast with white (4.5 to 1)',
        )
        .default('#1b5e8c'),
      /** Above the letter of an e-mail; `alternative` is read where pictures are off. */
      logo: z
        .object({ url: z.url({ protocol: /^https$/ }), alternative: z.string().trim().min(1).max(80) })
        .nullable()
        .default(null),
    })
    .prefault({}),
  ...sendingSettings,
  approval: z
    .object({
      roles: z.array(deciding).default(['approver', 'admin']),
      rules: z.array(approvalRule).max(20).default([]),
      /** Above this many recipients a second person decides, never the one who asked. */
      secondPersonAboveRecipients: z.int().nonnegative().nullable().default(100),
      /** Above this renewal value (minor units of the tenant's currency) likewise. */
      secondPersonAboveMinor: z.int().nonnegative().nullable().default(null),
      expiresAfterHours: z.number().positive().default(72),
    })
    .prefault({}),
  /** What one customer's parts are called. */
  unit: z.object({ one: z.string().default('zone'), many: z.string().default('zones') }).prefault({}),
  /** What letters in other languages call the service and the units, by language ("de"); a service is a masculine noun. */
  words: z
    .record(
      language,
      z.strictObject({
        service: z.string().trim().min(1).max(80).optional(),
        /** Of the word for the service; masculine without. */
        gender: z.enum(['masculine', 'feminine', 'neuter']).optional(),
        unit: z.strictObject({ one: z.string().trim().min(1), many: z.string().trim().min(1) }).optional(),
      }),
    )
    .default({}),
  /** The business types of this trade, with the words that files and people use for each. */
  types: z
    .array(z.object({ value: z.string().min(1), synonyms: z.array(z.string()).default([]) }))
    .default([]),
  /** Names of places that only this workspace knows, or means differently; the customers' places are inferred with them. */
  places: z.array(ownPlaceSchema).max(2000).default([]),
  /** Keys of built-in fields that this trade does not have (no contracts, no units): nobody is asked for them. */
  withoutFields: z.array(z.string()).default([]),
  /** The style guide. */
  voice: voiceSchema.prefault({}),
  /** Brand or type names that take the casual tone; everybody else is addressed formally. */
  casualFor: z.array(z.string()).default([]),
  /** What a renewal offers, by the customer's history: the first one whose conditions all hold. */
  renewalOffers: z
    .array(
      z.strictObject({
        /** Whole years since the first agreement began; renewals so far; units; whether the agreement is over. */
        when: z
          .strictObject({
            minYears: z.int().nonnegative().optional(),
            minRenewals: z.int().nonnegative().optional(),
            minUnits: z.int().nonnegative().optional(),
            hasEnded: z.boolean().optional(),
          })
          .prefault({}),
        /** A sentence, as it stands in the letter; and in other languages. */
        says: z.string().trim().min(3).max(300),
        in: z.record(language, z.string().trim().min(3).max(300)).default({}),
      }),
    )
    .max(20)
    .default([]),
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
  /** What happens with what customers write, besides what a person does. */
  replies: z
    .object({
      /** When the workspace is at work, in its own time zone; days as 1 (Monday) to 7. */
      businessHours: z
        .object({
          days: z.array(z.int().min(1).max(7)).default([1, 2, 3, 4, 5]),
          from: clockTime.default('09:00'),
          to: clockTime.default('18:00'),
        })
        .prefault({}),
      /** Working minutes without an answer after which the owner is told again; null: never. */
      remindAfterMinutes: z.int().positive().nullable().default(120),
      /** Working minutes without an answer after which the lead is told; null: never. */
      escalateAfterMinutes: z.int().positive().nullable().default(480),
      /** Whether everybody is told, when work begins, what came in since the day before. */
      digest: z.boolean().default(true),
      /** The lead; null: every approver and admin. */
      leadId: z.uuid().nullable().default(null),
      /** Value tiers whose customers are always looked at by a person. */
      highValueTiers: z.array(z.string().trim().min(1)).default([]),
      /** What is always looked at by a person, as triage reads it. */
      personFor: z.array(z.string()).default(['complaint']),
      /** What nobody is told of at once. */
      quietFor: z.array(z.string()).default(['auto_reply', 'bounce', 'acknowledge', 'survey_answer']),
    })
    .prefault({}),
  /** The panel in other sites. */
  widget: z
    .object({
      isEnabled: z.boolean().default(false),
      /** The sites that may frame it. */
      origins: z.array(origin).max(20).default([]),
      /** Of the secret that identities are signed with: another number is another secret. */
      keyNumber: z.int().positive().default(1),
      /** Whether customers may write on those sites too: announcements, answers, their preferences; no agent. */
      forVisitors: z.boolean().default(false),
      /** What visitors read first, newest in front, until that day. */
      announcements: z
        .array(
          z.strictObject({
            text: z.string().trim().min(1).max(500),
            until: z.iso.date().nullable().default(null),
          }),
        )
        .max(10)
        .default([]),
    })
    .prefault({}),
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
