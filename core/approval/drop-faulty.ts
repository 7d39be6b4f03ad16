// Customers with a message that must not go out, left out of a campaign that is to go on without them.
import { faultyBecause } from '../content/verify/finding.ts';
import type { PlanPage } from './plan.ts';

/** The page without them: whole customers, because how one there is greeted depends on the others. */
export function dropFaulty(page: PlanPage): PlanPage {
  const left = new Map<string, PlanPage['excluded'][number]>();
  for (const { recipient, findings, made } of page.composed) {
    const { customerId: id } = recipient;
    const reason = left.has(id) ? null : faultyBecause(findings);
    if (reason) left.set(id, { id, name: made?.facts.name ?? id, reason });
  }
  if (left.size === 0) return page;
  const composed = page.composed.filter(({ recipient }) => !left.has(recipient.customerId));
  const contacts = new Set(composed.map(({ recipient }) => recipient.contactId));
  return {
    composed,
    excluded: [...page.excluded, ...left.values()],
    shortLinks: (page.shortLinks ?? []).filter(({ contactId }) => contacts.has(contactId)),
  };
}
