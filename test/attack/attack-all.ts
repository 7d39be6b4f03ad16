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
  const sample = (attacks: readonly Attack[]) => attacks.filter((_, n) => n % every === 0);
  const inside = await insideAddresses(target);
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
  const first = await tryWatched(target, kinds.flatMap(sample));
  // Not before: whoever asks what is an admin's alone deletes and changes what they may, and the others need it there.
  const proofs = await tryWatched(target, await secondProof(target));
  // An admin may set what is set there: nothing of it may be fetched.
  const inner = await tryAll(sample(inside.attacks));
  inside.close();
  const all = [first, proofs, inner];
  return {
    tried: all.reduce((sum, { tried }) => sum + tried, 0),
    successes: all.flatMap(({ successes }) => successes),
  };
}

/** What no attack may change is read before and after. */
async function tryWatched(target: Target, attacks: readonly Attack[]): Promise<Outcome> {
  const before = await target.read();
  const outcome = await tryAll(attacks);
  const after = await target.read();
  if (before !== after)
    outcome.successes.push({ kind: 'state', name: 'all of them', why: `${before} became ${after}` });
  return outcome;
}
