import { z } from 'zod';
import { linkSchema } from '../../lib/link-schema.ts';
import { everybody, filterSchema } from '../audience/filter.ts';
import { CONTACT_ROLES } from '../customers/roles.ts';

const calendarDate = z.iso.date();
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/**
 * When a campaign goes out.
 * - `now`: as soon as it is approved
 * - `at`: one instant for everybody (ISO with offset)
 * - `local`: this clock time on this day in each recipient's own zone
 * - `feast`: the last working day there before the feast that a greeting is for, the first after `from`: of `occasion`, or of each
 *   customer's own country; on `date` where that has no day
 */
export const scheduleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('now') }),
  z.strictObject({ kind: z.literal('at'), at: z.iso.datetime({ offset: true }) }),
  z.strictObject({ kind: z.literal('local'), date: calendarDate, time: clockTime }),
  z.strictObject({
    kind: z.literal('feast'),
    occasion: z.string().min(1).max(80).nullable().default(null),
    from: calendarDate,
    date: calendarDate,
    time: clockTime,
  }),
]);
export type Schedule = z.infer<typeof scheduleSchema>;

export const toneSchema = z.enum(['formal', 'casual']);

/** A person's own words for one channel, Liquid over the same fields as the built-in templates; what is left out is theirs. */
export const wordingSchema = z
  .strictObject({
    subject: z.string().max(200).optional(),
    body: z.string().min(1).max(8000).optional(),
    /** What the built-in letter asks for in the end; a body of one's own has its own. */
    ask: z.string().trim().min(1).max(500).optional(),
  })
  .refine((given) => Object.values(given).some((one) => one !== undefined), 'says nothing');

export const budgetSchema = z.strictObject({
  minor: z.int().nonnegative(),
  currency: z.string().regex(/^[A-Z]{3}$/),
});

/** A code for each recipient, redeemed once: up to `limit` of them, from one day to the end of another, within a budget. */
export const offerTermsSchema = z.strictObject({
  /** Before each code, such as "SPA". */
  prefix: z
    .string()
    .regex(/^[A-Z0-9]{2,8}$/)
    .nullable()
    .default(null),
  limit: z.int().positive().nullable().default(null),
  /** Of a customer's codes, which are their contacts', one alone is redeemed. */
  oncePerCustomer: z.boolean().default(false),
  /** The first day and the last, in the workspace's zone. */
  validFrom: calendarDate.nullable().default(null),
  validUntil: calendarDate.nullable().default(null),
  /** What one redemption costs; needed for a budget. */
  value: budgetSchema.nullable().default(null),
  budget: budgetSchema.nullable().default(null),
});
export type OfferTerms = z.infer<typeof offerTermsSchema>;

/** What the recipients are offered, as a sentence of the person's; with codes where each redeems one of their own. */
export const offerSchema = z.strictObject({
  kind: z.enum(['discount', 'free_item', 'voucher', 'points', 'other']),
  says: z.string().trim().min(3).max(300),
  code: offerTermsSchema
    .refine(
      ({ budget, value }) => !budget || value?.currency === budget.currency,
      'has a budget without a value in its currency',
    )
    .refine(
      ({ validFrom, validUntil }) => !validFrom || !validUntil || validFrom <= validUntil,
      'ends before it begins: validUntil is before validFrom',
    )
    .nullable()
    .default(null),
});

/** The languages that there are letters in. */
export const LETTER_LANGUAGES = ['en', 'th', 'ja', 'zh', 'de', 'fr', 'es', 'pt'] as const;
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];

export const translationSchema = z.strictObject({
  topic: z.string().trim().min(1).max(500).optional(),
  offer: z.string().trim().min(3).max(300).optional(),
});

/** Comes again, day by day of its schedule, up to `until`; each time it is frozen and asked for anew. */
export const repeatSchema = z.strictObject({
  every: z.enum(['day', 'week', 'month']),
  until: calendarDate.nullable().default(null),
  /** The day of the first, from which the others are counted; the schedule's own when it is left out. */
  since: calendarDate.optional(),
});
export type Repeat = z.infer<typeof repeatSchema>;

/** Begins with the first few; the rest follows `waitMinutes` after them if at most `maxFailedPercent` of them failed. */
export const canarySchema = z.strictObject({
  first: z.int().min(1).max(100_000),
  waitMinutes: z
    .int()
    .min(0)
    .max(7 * 1440),
  maxFailedPercent: z.number().min(0).max(100),
});
export type Canary = z.infer<typeof canarySchema>;

const hidden = z.enum(['price', 'date', 'units']);
export type Hidden = z.infer<typeof hidden>;
/** What the letters leave out; of those whom the filter means, or of everybody. */
export const hideSchema = z
  .array(z.strictObject({ what: hidden, filter: filterSchema.nullable().default(null) }))
  .max(20);

/** The same campaign said otherwise, for its share of the customers: what is left out is the draft's own. */
export const variantSchema = z
  .strictObject({
    /** What people call it; nobody who is written to reads it. */
    name: z.string().trim().min(1).max(60),
    tone: toneSchema,
    topic: z.string().trim().min(1).max(500),
    length: z.enum(['short', 'full']),
    address: z.enum(['polite', 'familiar']),
    /** Beside the draft's: of a channel that is named here, this. */
    wording: z.record(z.string(), wordingSchema),
  })
  .partial()
  .refine((variant) => Object.keys(variant).some((key) => key !== 'name'), 'says nothing otherwise');
export type VariantOf = z.infer<typeof variantSchema>;

/**
 * The same campaign said otherwise to those whom a filter means, or only to their contacts in some roles; of several
 * groups the last that says a thing counts.
 */
export const groupSchema = z
  .strictObject({
    filter: filterSchema,
    roles: z.array(z.enum(CONTACT_ROLES)).min(1).optional(),
    tone: toneSchema.optional(),
    topic: z.string().trim().min(1).max(500).optional(),
    length: z.enum(['short', 'full']).optional(),
    address: z.enum(['polite', 'familiar']).optional(),
    language: z.enum(LETTER_LANGUAGES).optional(),
    /** By channel, or by channel and language; of a channel that is named here the draft and its variants say nothing. */
    wording: z
      .record(z.string(), wordingSchema)
      .refine((own) => Object.keys(own).length > 0, 'says nothing')
      .optional(),
  })
  .refine(
    (group) => Object.keys(group).some((key) => key !== 'filter' && key !== 'roles'),
    'says nothing otherwise',
  );
export type Group = z.infer<typeof groupSchema>;

/** With the draft itself, A, there are up to five. */
export const MOST_VARIANTS = 5;

/** Everything a person can change about a campaign before it is frozen. Each change makes a new version. */
export const draftSchema = z.strictObject({
  name: z.string().min(1).max(120),
  /** A key of the campaign types (core/content/types.ts). */
  type: z.string(),
  filter: filterSchema.default(everybody),
  /** Customers taken out by hand; shown as excluded with that reason. */
  excludedCustomerIds: z.array(z.uuid()).default([]),
  /** Empty means: each contact's preferred channel, else the tenant's order. */
  channels: z.array(z.string()).default([]),
  schedule: scheduleSchema.default({ kind: 'now' }),
  /** Customers with a message that must not go out are left out, each with the reason; else they hold up the others. */
  leaveOutFaulty: z.boolean().default(false),
  /** Null means: by brand and type. */
  tone: toneSchema.nullable().default(null),
  /** Contact roles to reach instead of the type's own; empty means the type's. */
  roles: z.array(z.string()).default([]),
  /** Contacts chosen by hand for one customer: customer id → contact ids. */
  contactIds: z.record(z.uuid(), z.array(z.uuid())).default({}),
  /** What an announcement, a seasonal greeting or a survey is about, in the person's words. */
  topic: z.string().max(500).nullable().default(null),
  /** What it is to achieve, in the person's words; nobody else reads it. */
  objective: z.string().max(500).nullable().default(null),
  offer: offerSchema.nullable().default(null),
  /** Where its call to action leads. */
  link: linkSchema.nullable().default(null),
  /** A picture of the library, above the letter where the channel shows one. */
  image: z.uuid().nullable().default(null),
  /** What it may cost. */
  budget: budgetSchema.nullable().default(null),
  repeat: repeatSchema.nullable().default(null),
  /** Null: as the workspace's settings have it. */
  canary: canarySchema.nullable().default(null),
  /** How one reader is addressed where the language has two forms: Sie or du, usted or tú. */
  address: z.enum(['polite', 'familiar']).default('polite'),
  hide: hideSchema.default([]),
  /** `short`: an e-mail has the few lines of a chat message. */
  length: z.enum(['short', 'full']).default('full'),
  /** By channel, or by channel and language: "email", "email/th". */
  wording: z.record(z.string(), wordingSchema).default({}),
  /** In which language everybody is written to; null means each reader's own. */
  language: z.enum(LETTER_LANGUAGES).nullable().default(null),
  /** Topic and offer in other languages than their own, by language. */
  translations: z.partialRecord(z.enum(LETTER_LANGUAGES), translationSchema).default({}),
  groups: z.array(groupSchema).max(10).default([]),
  /** B, C, D and E: the campaign's customers are dealt out evenly among them and the draft itself. */
  variants: z
    .array(variantSchema)
    .max(MOST_VARIANTS - 1)
    .default([]),
});
export type Draft = z.infer<typeof draftSchema>;
/** A draft as it comes from outside; what is left out has its default. */
export type DraftInput = z.input<typeof draftSchema>;
export type DraftPatch = Partial<DraftInput>;

/** A test sends the first customer's messages only, or every message to one address of the tester. */
export const testModeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('first_customer') }),
  z.strictObject({ kind: z.literal('address'), channel: z.string(), address: z.string().min(3).max(200) }),
]);
export type TestMode = z.infer<typeof testModeSchema>;

export const CAMPAIGN_STATUSES = [
  'draft',
  'waiting',
  'scheduled',
  'sending',
  'paused',
  'stopped',
  'done',
] as const;
export type CampaignStatus = (typeof CAMPAIGN_STATUSES)[number];
