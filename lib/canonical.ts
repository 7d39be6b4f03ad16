import canonicalize from 'canonicalize';

/** RFC 8785 canonical JSON: what is hashed and signed; throws for what has none (undefined, a function). */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('This value has no canonical JSON.');
  return text;
}
