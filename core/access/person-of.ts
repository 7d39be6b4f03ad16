import type { users } from '../../db/schema/index.ts';
import type { Actor, Capability, Closable, Surface } from '../tenants/roles.ts';

type Person = Extract<Actor, { kind: 'person' }>;
type Rest = Partial<Pick<Person, 'scopes' | 'vouchedBy' | 'needsProof'>>;

/** The person of a row as they act on that surface, with the rights that they have now. */
export const personOf = (user: typeof users.$inferSelect, surface: Surface, rest: Rest = {}): Person => ({
  kind: 'person',
  userId: user.id,
  name: user.name,
  role: user.role,
  surface,
  ...(user.rights ? { rights: user.rights as Capability[] } : {}),
  ...(user.closed?.length ? { closed: user.closed as Closable[] } : {}),
  ...rest,
});
