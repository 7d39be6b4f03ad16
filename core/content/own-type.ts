// A campaign type of a workspace's own: what a form or a sentence may say of it, checked.
import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import type { CampaignType } from './types.ts';
import { hasCallToAction } from './verify/check-form.ts';
import { parseWording } from './wording.ts';

const key = z
  .string()
  .regex(/^[a-z][a-z0-9_]{1,39}$/, 'is small letters, digits and underscores, such as spa_opening');
const roles = z
  .array(z.string().regex(/^[a-z][a-z0-9_]{1,39}$/))
  .max(10)
  .default([]);

export const ownTypeSchema = z.strictObject({
  /** Made from the label where it is left out. */
  key: key.optional(),
  label: z.string().trim().min(2).max(60),
  purpose: z.enum(['service', 'marketing']).describe('marketing unless it serves an agreement or an order'),
  roles: z.strictObject({ required: roles, recommended: roles }).prefault({}),
  defaultTone: z.enum(['formal', 'casual']).default('formal'),
  callToAction: z.string().trim().min(3).max(200),
  needsTopic: z.boolean().default(false),
  answersLike: z
    .enum(['renewal', 'survey', 'announcement', 'seasonal', 'technical'])
    .optional()
    .describe('the built-in type as whose answers its answers are read: survey where a score is asked for'),
  listsUnits: z.boolean().default(true).describe('whether its letter names every unit of the customer'),
  /** Keys of fields without which it makes no sense. */
  needsFields: z.array(z.string().max(60)).max(10).default([]),
  defaultSchedule: z
    .strictObject({
      inDays: z.int().min(0).max(365),
      time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    })
    .nullable()
    .default(null),
  /** What people call it, beside its label. */
  words: z.array(z.string().trim().min(2).max(60)).max(20).default([]),
  /** Liquid over the fields of a wording; the greeting and the sign-off are added, and the units where they are listed. */
  letter: z.strictObject({
    subject: z.string().trim().min(1).max(200),
    opening: z.string().trim().min(1).max(4000),
    ask: z.string().trim().min(1).max(1000),
  }),
});
export type OwnTypeInput = z.input<typeof ownTypeSchema>;
export type OwnType = z.output<typeof ownTypeSchema>;

/** The key that a label stands for: "Spa opening!" is spa_opening. Empty when it has no Latin letter. */
export const keyOf = (label: string): string =>
  label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, 40);

export function toCampaignType(typeKey: string, own: OwnType): CampaignType {
  const { key: _, words, ...rest } = own;
  return { ...rest, key: typeKey, words: { en: [...new Set([own.label.toLowerCase(), ...words])] } };
}

/** Throws `template:invalid` for Liquid that cannot be read, `input:invalid` where the letter asks for nothing. */
export function checkOwnLetter({ letter }: OwnType): void {
  parseWording('email', { subject: letter.subject, body: `${letter.opening}\n\n${letter.ask}` });
  if (hasCallToAction(letter.ask)) return;
  throw new AppError('input:invalid', 'The letter does not ask its reader for anything.', {
    nextStep: 'Say in "ask" what the reader should do, such as "Please reply with a date."',
    where: { path: 'letter.ask' },
  });
}
