import type { Within } from '../../core/context.ts';
import { orders, replay } from './again.ts';
import { authentication, authorisation, crossSite, secondProof } from './as-somebody.ts';
import { type Attack, type Outcome, tryAll } from './attack.ts';
import { injection, massAssignment, oversized, paths } from './by-content.ts';
import { insideAddresses, slow } from './by-network.ts';
import type { Target } from './target.ts';

type How = {
  within: Within;
  /** Of each kind one in so many; all of them without. */
  every?: number;
  /** How long a request may take there, where slow ones are to be tried. */
  limitMs?: number;
};

/** Every attack there is, or a sample of each kind; what was achieved, changes that nobody had a right to included. */
export async function attackAll(target: Target, { within, every = 1, limitMs }: How): Promise<Outcome> {
  const inside = await insideAddresses(target);
  const proofs = await secondProof(target);
  const kinds: Attack[][] = [
    authentication(target),
    await authorisation(target),
    await crossSite(target),
    await replay(target, within),
    await massAssignment(target),
    paths(target),
    await oversized(target),
    limitMs ? slow(target, limitMs) : [],
    await injection(target),
    await orders(target),
  ];
  const before = await target.read();
  const outcome = await tryAll([
    ...proofs,
    ...kinds.flatMap((attacks) => attacks.filter((_, n) => n % every === 0)),
  ]);
  const after = await target.read();
  if (before !== after)
    outcome.successes.push({ kind: 'state', name: 'all of them', why: `${before} became ${after}` });
  // An admin may set what is set there: nothing of it may be fetched.
  const inner = await tryAll(inside.attacks.filter((_, n) => n % every === 0));
  inside.close();
  return { tried: outcome.tried + inner.tried, successes: [...outcome.successes, ...inner.successes] };
}
