// When, how much and for how much money a workspace sends.
import { z } from 'zod';
import { budgetSchema } from '../campaigns/draft.ts';
import { clockTime } from './setting-fields.ts';

export const sendingSettings = {
  /** Recipient-local hours in which nothing is sent. */
  quietHours: z.object({ from: clockTime.default('21:00'), to: clockTime.default('08:00') }).prefault({}),
  /**
   * When campaigns go out, by the recipient's clock and calendar: on which days (1 is Monday), between which times (null:
   * any), and whether on public holidays of their country. Answers to people who wrote do not wait for it.
   */
  sendWindow: z
    .object({
      days: z.array(z.int().min(1).max(7)).min(1).default([1, 2, 3, 4, 5, 6, 7]),
      from: clockTime.nullable().default(null),
      to: clockTime.nullable().default(null),
      skipsHolidays: z.boolean().default(false),
    })
    .prefault({})
    .refine(({ from, to }) => from === null || to === null || from < to, 'ends before it begins'),
  /**
   * Campaigns above so many recipients (null: none) begin with the first few: the rest follows once `waitMinutes` have
   * passed since and at most `maxFailedPercent` of them failed, else the campaign is paused for a person.
   */
  canary: z
    .object({
      above: z.int().nonnegative().nullable().default(null),
      first: z.int().positive().default(50),
      waitMinutes: z.int().nonnegative().default(15),
      maxFailedPercent: z.number().min(0).max(100).default(5),
    })
    .prefault({}),
  /** What all messages of a calendar month may cost; above it nothing is claimed until the next month, or until it is raised. */
  monthlyBudget: budgetSchema.nullable().default(null),
  /** At most `max` marketing messages per contact in `days` days. */
  frequencyCap: z
    .object({ max: z.int().positive().default(3), days: z.int().positive().default(7) })
    .prefault({}),
  /** How people prove who they are. */
  access: z
    .object({
      /**
       * Approving and administering take a second proof. `remote`: a sign-in link that was made on the machine itself is
       * one, for who has no other. `always`: only an authenticator app or a passkey is.
       */
      secondFactor: z.enum(['remote', 'always']).default('remote'),
      /** For how long a second proof counts. */
      elevatedMinutes: z.int().min(1).max(480).default(30),
    })
    .prefault({}),
};

type Hours = {
  quietHours: { from: string; to: string };
  sendWindow: { from: string | null; to: string | null };
};

/** Whether no minute of any day is both in the sending window and outside the quiet hours: then nothing could ever be sent. */
export function isNeverOpen({ quietHours: { from, to }, sendWindow }: Hours): boolean {
  const isQuiet = (at: string) => (from > to ? at >= from || at < to : at >= from && at < to);
  const [opens, closes] = [sendWindow.from ?? '00:00', sendWindow.to ?? '24:00'];
  const minutes = Array.from(
    { length: 1440 },
    (_, at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`,
  );
  return minutes.every((at) => at < opens || at >= closes || isQuiet(at));
}
