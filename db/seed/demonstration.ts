// The world of the demonstration: invented people, a messy book of about 600 sites, all made from this data.
import { z } from 'zod';
import data from './hospitality-music/demonstration.json' with { type: 'json' };

const names = z.array(z.string()).min(1);

const demonstrationSchema = z.object({
  brands: z.array(
    z.object({
      brand: z.string().nullable(),
      type: z.string(),
      sites: z.int().positive(),
      regions: names,
      patterns: names,
      areas: z.string(),
      platform: z.string(),
    }),
  ),
  regions: z.record(
    z.string(),
    z.object({
      places: names,
      language: z.string(),
      /** #### becomes a running number: numbers that exist in form only. */
      phone: z.string(),
      currency: z.string(),
      price: z.number(),
    }),
  ),
  areas: z.record(z.string(), names),
  people: z.record(z.string(), names),
  managers: names,
  notCustomers: names,
});

export type Demonstration = z.infer<typeof demonstrationSchema>;
export const demonstration: Demonstration = demonstrationSchema.parse(data);
