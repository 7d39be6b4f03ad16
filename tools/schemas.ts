// Shapes that several tools share.
import { z } from 'zod';
import { filterSchema } from '../core/audience/filter.ts';
import {
  canarySchema,
  draftSchema,
  hideSchema,
  offerSchema,
  repeatSchema,
  scheduleSchema,
  toneSchema,
  wordingSchema,
} from '../core/campaigns/draft.ts';
import type { Ctx } from '../core/context.ts';
import { findImageNamed } from '../core/images/find-named.ts';
import { linkSchema } from '../lib/link-schema.ts';

export const campaignId = z
  .uuid()
  .describe('The campaign, by the id that draft_campaign or list_campaigns answered.');

export const filter = filterSchema.describe(
  'Who: clauses {op,field,…} under {all:[…]}, {any:[…]}, {not:…}. {all:[]} is everybody. ' +
    '“did” is for events (ordered, replied, opened_message …), with days, a campaign, how often, for how much; ' +
    '“top” takes the highest or lowest of a field, only in the outermost all; “like” forgives typing. ' +
    'Days are yyyy-mm-dd, or move along (today-30d, month-start, quarter-end+1q) where the person wants that.',
);

/** What a person may ask of a campaign in words; everything but `type` may be left open. */
export const draftFields = {
  type: z.string().describe('A campaign type of this workspace, such as renewal.'),
  name: z
    .string()
    .max(120)
    .optional()
    .describe('A short name; one is made from the type and the audience otherwise.'),
  filter,
  excludedCustomerIds: z.array(z.uuid()).max(5000).optional().describe('Customers taken out by name, by id.'),
  channels: z
    .array(z.string())
    .optional()
    .describe('Only if the person named channels; empty means each contact’s own.'),
  leaveOutFaulty: z
    .boolean()
    .optional()
    .describe(
      'true only if the person wants customers whose messages must not go out left out, so that the others get theirs.',
    ),
  schedule: scheduleSchema
    .optional()
    .describe(
      'now; at (one instant); local (date and clock time in each recipient’s own zone); feast (before the feast of each country, from a day on; `occasion` names one for all, `date` is for whom it has no day).',
    ),
  tone: toneSchema.nullable().optional().describe('Only if the person asked for a tone.'),
  topic: z.string().max(500).nullable().optional().describe('What it is about, in the person’s own words.'),
  roles: z.array(z.string()).optional().describe('Contact roles to reach instead of the type’s own.'),
  repeat: repeatSchema
    .omit({ since: true })
    .nullable()
    .optional()
    .describe(
      'Only if it is to come again: every day, week or month from its schedule on. Each one asks anew.',
    ),
  canary: canarySchema
    .nullable()
    .optional()
    .describe(
      'Only if the person wants it to begin with a few: how many go first, how long to wait after them, and the share of failures (percent) above which it stops. 15 minutes and 5 % unless they say.',
    ),
  hide: hideSchema
    .optional()
    .describe('What the letters leave out, for everybody (filter null) or for some; the whole list.'),
  address: draftSchema.shape.address
    .unwrap()
    .optional()
    .describe('familiar only if the person asks for it (du, tu, tú, first-name form).'),
  link: linkSchema
    .nullable()
    .optional()
    .describe('Only if the person gives an address: where the call to action leads.'),
  length: z
    .enum(['short', 'full'])
    .optional()
    .describe('short: without what can go; its facts and its request stay.'),
  offer: offerSchema
    .nullable()
    .optional()
    .describe('Only if the person offers something: their sentence, with its numbers as they said them.'),
  language: draftSchema.shape.language
    .unwrap()
    .optional()
    .describe('Only if the person wants one language for everybody; null: each reader’s own.'),
  translations: draftSchema.shape.translations
    .unwrap()
    .optional()
    .describe(
      'Topic and offer in other languages, by language, where the person asks for a translation; the whole record.',
    ),
  picture: z
    .string()
    .max(120)
    .nullable()
    .optional()
    .describe(
      'Only if the person wants a picture of the library above the letters: its name, or what it shows, in their words; null takes it away.',
    ),
  groups: draftSchema.shape.groups
    .unwrap()
    .optional()
    .describe(
      'What is said otherwise to those whom a filter means: tone, topic, length, address, language, or the person’s own words by channel.',
    ),
  variants: draftSchema.shape.variants
    .unwrap()
    .optional()
    .describe(
      'Only if the person wants to compare wordings: up to four others beside the draft itself, each with what it says otherwise; the whole list.',
    ),
  wording: z
    .record(z.string(), wordingSchema)
    .optional()
    .describe('The person’s own subject and body, by channel; Liquid over the documented fields.'),
};

export const sinceDay = z.iso
  .date()
  .describe('Only from the beginning of that day on, where the workspace is.');

/** The fields with the picture that the person meant instead of their words for it. */
export async function withPicture<Fields extends { picture?: string | null | undefined }>(
  ctx: Ctx,
  { picture, ...fields }: Fields,
): Promise<Omit<Fields, 'picture'> & { image?: string | null }> {
  if (picture === undefined) return fields;
  return { ...fields, image: picture === null ? null : await findImageNamed(ctx, picture) };
}
