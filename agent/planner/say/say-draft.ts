import type { Schedule } from '../../../core/campaigns/draft.ts';
import { formatDate } from '../../../lib/dates.ts';
import { joinWords, plural } from '../../../lib/text.ts';
import type { CallResult } from '../types.ts';
import { sayChange, sayChosen } from './say-change.ts';
import { inParagraphs, notesOf, sayReach } from './say-found.ts';

const OPENINGS: Record<string, (who: string) => string> = {
  edit_campaign: (who) => `Changed for ${who}.`,
  choose_suggestion: (who) => `Changed for ${who}.`,
  undo_edit: (who) => `Taken back for ${who}.`,
  restore_version: (who) => `Back at that version, for ${who}.`,
  open_campaign: (who) => `Back to the campaign for ${who}.`,
};
const SAID_FIRST: Record<string, (args: Record<string, unknown>) => string> = {
  edit_campaign: sayChange,
  choose_suggestion: sayChosen,
};
export const VOID = 'What was asked or approved before is void: “send it” asks for approval again.';
const prepared = (who: string): string => `Prepared for ${who}.`;

/** The campaign as it now stands: who, how many, by what, when, who is left out, and what to look at. */
export function sayDraft({ name, args, forModel }: CallResult): string {
  const total = Number(forModel.total ?? 0);
  const head = (OPENINGS[name] ?? prepared)(total === 0 ? 'nobody' : plural(total, 'customer'));
  const said = [
    SAID_FIRST[name]?.(args) ?? '',
    head,
    forModel.isVoid ? VOID : '',
    sayReach(forModel),
    Number(forModel.recipients ?? 0) > 0
      ? sayWhen((forModel.schedule ?? args.schedule) as Schedule | undefined)
      : '',
  ];
  // The card has the conditions, who was left out and why; nobody at all needs its reason here.
  return inParagraphs(said, [...(total === 0 ? notesOf(forModel) : []), sayFindings(forModel.findings)]);
}

export function sayWhen(schedule: Schedule | undefined): string {
  if (!schedule) return '';
  if (schedule.kind === 'now') return 'It goes out as soon as it is approved.';
  if (schedule.kind === 'feast')
    return `It goes out on the last working day before ${schedule.occasion ?? 'the feast of each customer’s country'}, at ${schedule.time}, each recipient’s own time.`;
  if (schedule.kind === 'local')
    return `It goes out on ${formatDate(schedule.date)} at ${schedule.time}, each recipient’s own time.`;
  return `It goes out on ${formatDate(schedule.at.slice(0, 10))} at ${schedule.at.slice(11, 16)} UTC.`;
}

function sayFindings(findings: unknown): string {
  const { errors = 0, warnings = 0 } = (findings ?? {}) as { errors?: number; warnings?: number };
  const found = [
    errors > 0 ? plural(errors, 'error') : '',
    warnings > 0 ? plural(warnings, 'warning') : '',
  ].filter(Boolean);
  return found.length > 0 ? `The messages have ${joinWords(found)} to look at.` : '';
}
