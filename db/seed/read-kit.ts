// A kit is a folder beside this file, all of it data: what a workspace of one trade starts with, and the invented world of
// its demonstration.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fieldSchema } from '../../core/fields/field.ts';
import { tenantSettings } from '../../core/tenants/settings.ts';
import { AppError } from '../../lib/errors.ts';
import { joinWords } from '../../lib/text.ts';

export const DEFAULT_KIT = 'hospitality-music';

const settingsSchema = z.strictObject({
  unit: z.object({ one: z.string(), many: z.string() }),
  service: z.string(),
  words: tenantSettings.shape.words,
  casualFor: z.array(z.string()),
  types: z.array(z.object({ value: z.string(), synonyms: z.array(z.string()) })),
  withoutFields: z.array(z.string()).default([]),
});

const brandSchema = z.strictObject({
  name: z.string().min(1),
  parent: z.string().nullable(),
  ownerGroup: z.string().nullable(),
  aliases: z.array(z.string()),
});

/** Who works in the demonstration, and its settings. */
const worldSchema = z.object({
  workspace: z.object({ name: z.string(), settings: z.record(z.string(), z.unknown()) }),
  users: z.array(
    z.object({
      name: z.string(),
      email: z.email(),
      role: z.enum(['viewer', 'manager', 'approver', 'admin']),
    }),
  ),
});

const kitSchema = z.object({
  name: z.string(),
  settings: settingsSchema,
  fields: z.array(fieldSchema),
  brands: z.array(brandSchema),
  world: worldSchema,
  /** Customers as a file that is imported, and what they did (seed-activities.ts); a kit may make its own instead. */
  customers: z.string().nullable(),
  activities: z.string().nullable(),
});
export type Kit = z.infer<typeof kitSchema>;

export const kitNames = (): string[] =>
  readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(entry.parentPath, entry.name, 'settings.json')))
    .map(({ name }) => name)
    .sort();

/** The kit of this name; `input:invalid` names those that there are. */
export function readKit(name: string = DEFAULT_KIT): Kit {
  const known = kitNames();
  if (!known.includes(name))
    throw new AppError('input:invalid', `There is no kit "${name.slice(0, 40)}".`, {
      nextStep: `Use ${joinWords(known, 'or')}.`,
      where: { kit: name.slice(0, 40) },
    });
  const path = (file: string) => join(import.meta.dirname, name, file);
  const text = (file: string) => (existsSync(path(file)) ? readFileSync(path(file), 'utf8') : null);
  const json = (file: string): unknown => JSON.parse(readFileSync(path(file), 'utf8'));
  return kitSchema.parse({
    name,
    settings: json('settings.json'),
    fields: json('fields.json'),
    brands: json('brands.json'),
    world: json('demonstration.json'),
    customers: text('customers.csv'),
    activities: text('activities.csv'),
  });
}
