import type { Inferred } from '../../db/schema/index.ts';
import { countryName } from './countries.ts';
import { countryRegion } from './regions.ts';

export type InferredRegion = { region: string; reason: string; confidence: number };

/** The region follows from the country, and is as sure as that is; null without one. */
export function inferRegion({
  country,
  inferred,
}: {
  country: string | null;
  inferred: Inferred;
}): InferredRegion | null {
  const region = country && countryRegion(country);
  if (!region) return null;
  const { confidence = 1 } = inferred.country ?? {};
  return { region, reason: `${countryName(country)} is in ${region}`, confidence };
}
