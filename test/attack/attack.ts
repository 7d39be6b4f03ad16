import type { LightMyRequestResponse } from 'fastify';

/** One try; `run` answers null when it was refused or did nothing, else what it achieved. */
export type Attack = { kind: string; name: string; run(): Promise<string | null> };

export const answered = ({ statusCode, body }: LightMyRequestResponse): string =>
  `answered ${statusCode}: ${body.slice(0, 120)}`;

/** Fails unless the answer has one of these statuses. */
export const unless = (answer: LightMyRequestResponse, ...statuses: number[]): string | null =>
  statuses.includes(answer.statusCode) ? null : answered(answer);

export type Outcome = { tried: number; successes: { kind: string; name: string; why: string }[] };

/** Tries all, one after the other: some only work when another came before. */
export async function tryAll(attacks: readonly Attack[]): Promise<Outcome> {
  const successes: Outcome['successes'] = [];
  for (const { kind, name, run } of attacks) {
    const why = await run().catch((error: unknown) => `broke: ${String(error)}`);
    if (why !== null) successes.push({ kind, name, why });
  }
  return { tried: attacks.length, successes };
}
