import type { AskAnswer } from '../core/ask-answer.ts';
import { safe } from './print-part.ts';

/** One answer for a person at a terminal, without --json. */
export function printAnswer({ reply, questions, audience, previews, approval, thread }: AskAnswer): void {
  const lines = [safe(reply)];
  for (const question of questions)
    lines.push('', safe(question.text), ...question.choices.map((choice) => `  · ${safe(choice)}`));
  if (audience && audience.customers.length > 0) {
    lines.push('', ...audience.customers.slice(0, 20).map((customer) => `  ${safe(customer.name)}`));
    if (audience.customers.length > 20) lines.push(`  … and ${audience.customers.length - 20} more`);
  }
  const [first] = previews;
  if (first)
    lines.push(
      '',
      `To ${safe(first.contact)}, ${safe(first.customer)} (${first.channel}):`,
      ...first.body.split('\n').map((line) => `  ${safe(line)}`),
    );
  if (approval) {
    lines.push(
      '',
      `Waiting for approval ${approval.id}: ${approval.recipients} messages, digest ${approval.digest.slice(0, 16)}…`,
    );
    if (approval.code) lines.push(`Approve with: refrain ask ${approval.code} --thread ${thread}`);
  }
  lines.push('', `thread ${thread}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}
