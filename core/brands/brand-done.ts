import { z } from 'zod';

const text = z.string().nullable();

/** A row of the tree as it stands. */
export const brandRow = z.object({
  id: z.uuid(),
  name: z.string(),
  parentId: z.uuid().nullable(),
  ownerGroup: text,
  aliases: z.array(z.string()),
  inferred: z.record(z.string(), z.object({ reason: z.string(), confidence: z.number() })),
});
export type BrandRow = z.infer<typeof brandRow>;

/** What a change did to the tree, with what undoing it needs. */
export const brandDone = z.object({
  /** Null before: the brand is new. Null after: it is gone. */
  rows: z.array(z.object({ before: brandRow.nullable(), after: brandRow.nullable() })),
  /** Customers that got another brand; `mark` is what said so before. */
  moved: z.array(
    z.object({
      id: z.uuid(),
      before: z.uuid().nullable(),
      after: z.uuid().nullable(),
      mark: z.object({ reason: z.string(), confidence: z.number() }).nullable(),
    }),
  ),
  /** Review items that asked for this brand and are answered. */
  items: z.array(z.uuid()),
});
export type BrandDone = z.infer<typeof brandDone>;
export type Moved = BrandDone['moved'][number];
