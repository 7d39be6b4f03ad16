// What is hashed, and how: RFC 8785 canonical JSON under SHA-256. The proof's verifier uses the same functions.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonical } from '../../lib/canonical.ts';
import { sha256 } from '../../lib/crypto.ts';

/** As channels/contract.ts has it. */
export const renderedContent = z.strictObject({
  subject: z.string().optional(),
  text: z.string(),
  html: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  template: z
    .strictObject({
      name: z.string(),
      language: z.string(),
      parameters: z.array(z.string()),
      buttons: z.array(z.string()).optional(),
      words: z.string().optional(),
    })
    .optional(),
  link: z.strictObject({ url: z.string(), label: z.string() }).optional(),
  image: z.strictObject({ url: z.string(), alternative: z.string() }).optional(),
  language: z.string().optional(),
  card: z.strictObject({ altText: z.string(), contents: z.record(z.string(), z.unknown()) }).optional(),
});
const purpose = z.enum(['service', 'marketing']);

/** The same in a manifest: of an e-mail's HTML only what fills the gaps of the header's `htmlFrame`, where it is made of that. */
const frozenContent = renderedContent.extend({
  html: z.union([z.string(), z.array(z.string())]).optional(),
});
export type FrozenContent = z.infer<typeof frozenContent>;

/** Where the same message goes, and how it reads there, when the channel before did not carry it. */
export const fallbackContent = z.strictObject({
  channel: z.string(),
  address: z.string(),
  addressHash: z.string(),
  rendered: frozenContent,
  consent: z.strictObject({ purpose, basis: z.string(), since: z.string().nullable() }),
});

export type FallbackContent = z.infer<typeof fallbackContent>;

/** What one row of a manifest says: to whom, where, when, what, and why they may be written to. */
export const rowContent = z.strictObject({
  customerId: z.uuid(),
  contactId: z.uuid(),
  channel: z.string(),
  address: z.string(),
  addressHash: z.string(),
  plannedAt: z.iso.datetime(),
  rendered: frozenContent,
  consent: z.strictObject({
    purpose,
    basis: z.string(),
    since: z.string().nullable(),
    /** The end of the contract that the message is about: a later one makes it pointless. */
    contractEnd: z.iso.date().optional(),
  }),
  /** Left out where there are none. */
  fallbacks: z.array(fallbackContent).min(1).optional(),
  /** A to E; left out where the campaign has one wording. */
  variant: z.string().optional(),
});
export type RowContent = z.infer<typeof rowContent>;

/** The salt keeps a hash from telling who it was about, once the row itself is erased. */
export const hashRow = (content: RowContent, salt: string): string => sha256(canonicalRow(content, salt));

/** What is hashed of a row. */
export const canonicalRow = (content: RowContent, salt: string): string => canonical({ ...content, salt });

/** One digest for the header and every row; the order of the rows does not matter. */
export function digestOf(header: unknown, rowHashes: readonly string[]): string {
  const digest = openDigest(header);
  digest.add([...rowHashes].sort());
  return digest.end();
}

/** The same of hashes that are given one after the other, sorted: that of the canonical JSON of `{ header, rows }`. */
export function openDigest(header: unknown) {
  const digest = createHash('sha256').update(`{"header":${canonical(header)},"rows":[`);
  let comma = '';
  return {
    add: (rowHashes: readonly string[]): void => {
      if (rowHashes.length === 0) return;
      digest.update(`${comma}${JSON.stringify(rowHashes).slice(1, -1)}`);
      comma = ',';
    },
    end: (): string => digest.update(']}').digest('hex'),
  };
}
