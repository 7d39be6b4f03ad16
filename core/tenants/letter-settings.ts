// How what is sent reads and looks.
import { z } from 'zod';
import { contrast } from '../../lib/contrast.ts';
import { voiceSchema } from '../content/voice.ts';
import { language, origin } from './setting-fields.ts';

export const letterSettings = {
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
      /** Whether surveys carry a link to a page on which their reader presses a number. */
      answers: z.boolean().default(true),
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
  /** The style guide. */
  voice: voiceSchema.prefault({}),
  /** Brand or type names that take the casual tone; everybody else is addressed formally. */
  casualFor: z.array(z.string()).default([]),
  /** What a renewal offers, by the customer's history: the first one whose conditions all hold. */
  renewalOffers: z
    .array(
      z.strictObject({
        /**
         * Whole years since the first agreement began; renewals so far; units; what they come to a year, in the workspace's
         * currency; whether the agreement is over; whether they went without one for more than a month before; and what a
         * field of one's own says, such as "late payer".
         */
        when: z
          .strictObject({
            minYears: z.int().nonnegative().optional(),
            minRenewals: z.int().nonnegative().optional(),
            minUnits: z.int().nonnegative().optional(),
            minYearlyMinor: z.int().nonnegative().optional(),
            hasEnded: z.boolean().optional(),
            hasLapsed: z.boolean().optional(),
            field: z
              .strictObject({
                key: z.string().min(1).max(60),
                is: z.union([z.boolean(), z.number(), z.string().max(200)]),
              })
              .optional(),
          })
          .prefault({}),
        /** A sentence, as it stands in the letter; and in other languages. */
        says: z.string().trim().min(3).max(300),
        in: z.record(language, z.string().trim().min(3).max(300)).default({}),
      }),
    )
    .max(20)
    .default([]),
};
