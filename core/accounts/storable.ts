import type { Rendered } from '../../channels/contract.ts';

/** The database keeps neither U+0000 nor half a surrogate pair; a person sees the replacement character instead. */
export const storable = (content: Rendered): Rendered =>
  JSON.parse(JSON.stringify(content), (_key, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\u0000', '\ufffd').toWellFormed() : value,
  ) as Rendered;
