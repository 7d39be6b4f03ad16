import type { Rendered } from '../../channels/contract.ts';
import { storable } from '../../lib/text.ts';

/** The database keeps neither U+0000 nor half a surrogate pair; a person sees the replacement character instead. */
export const storableContent = (content: Rendered): Rendered =>
  JSON.parse(JSON.stringify(content), (_key, value: unknown) =>
    typeof value === 'string' ? storable(value) : value,
  ) as Rendered;
