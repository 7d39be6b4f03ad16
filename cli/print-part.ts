// The typed parts as plain text for a terminal. Names and texts come from files and people: control characters
// are shown, never obeyed.
import type {
  ApprovalPart,
  AudiencePart,
  Part,
  PlanPart,
  PreviewPart,
  ProgressPart,
  RepliesPart,
} from '../core/parts.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters a terminal would obey
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
export const safe = (text: string): string =>
  text.replace(CONTROL, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

const ROWS = 20;

export function describePart(part: Part): string {
  switch (part.kind) {
    case 'text':
      return safe(part.text);
    case 'audience':
      return audience(part);
    case 'preview':
      return preview(part);
    case 'approval':
      return approval(part);
    case 'progress':
      return progress(part);
    case 'replies':
      return replies(part);
    case 'campaigns':
      return part.campaigns
        .map((one) => `  ${one.status.padEnd(10)} ${safe(one.name)}  (${one.id})`)
        .join('\n');
    case 'segments':
      return part.segments
        .map(
          (one) =>
            `  ${safe(one.name)} · ${one.customers ?? 'not counted'} · ${safe(one.words)}  (${one.id})`,
        )
        .join('\n');
    case 'change':
      return [
        `  ${safe(part.customer.name)} · ${part.status}  (${part.id})`,
        ...part.steps.map((step) => `  - ${safe(step)}`),
      ].join('\n');
    case 'question':
      return [safe(part.text), ...part.choices.map((choice, i) => `  ${i + 1}. ${safe(choice.label)}`)].join(
        '\n',
      );
    case 'plan':
      return plan(part);
    case 'chart':
      return [
        safe(part.title),
        ...part.bars.map((bar) => `  ${safe(bar.label).padEnd(24)} ${bar.value} ${part.unit}`),
      ].join('\n');
  }
}

function audience(part: AudiencePart): string {
  const rows = part.customers.slice(0, ROWS).map((one) => {
    const place = [one.city, one.country].filter(Boolean).join(', ');
    const end = one.contractEnd ? `until ${one.contractEnd}` : 'no end date known';
    return `  ${safe(one.name)} · ${[place, end, one.unreachable && `not reachable: ${one.unreachable}`]
      .filter(Boolean)
      .map((text) => safe(String(text)))
      .join(' · ')}`;
  });
  const more = part.total > ROWS ? [`  … and ${part.total - ROWS} more (--json lists all)`] : [];
  const out = part.excluded
    .slice(0, ROWS)
    .map((one) => `  left out: ${safe(one.name)} (${safe(one.reason)})`);
  return [
    `${part.total} customers, ${part.estimated ? 'about ' : ''}${part.reachable} reachable, ${part.recipients} recipients: ${safe(part.words)}`,
    ...rows,
    ...more,
    ...out,
    ...part.notes.map((note) => `  ! ${safe(note)}`),
  ].join('\n');
}

function preview(part: PreviewPart): string {
  const messages = part.previews.map((one) => {
    const head = `┌ ${one.channel} to ${safe(one.contact)}, ${safe(one.customer)}`;
    const lines = [...(one.subject ? [`Subject: ${one.subject}`, ''] : []), ...one.body.split('\n')];
    return [head, ...lines.map((line) => `│ ${safe(line)}`), '└'].join('\n');
  });
  const findings = part.findings.map((one) => `  ${one.severity}: ${safe(one.message)}`);
  const { checked } = part;
  const some = checked ? [`  ! Checked were ${checked.messages} of ${checked.of} messages.`] : [];
  return [...messages, ...findings, ...some].join('\n');
}

function approval(part: ApprovalPart): string {
  const what = `${part.isTest ? 'Test of' : 'Approval of'} "${safe(part.campaign)}", version ${part.version}: ${part.status}`;
  const who = `  ${part.recipients} messages to ${part.customers} customers · ${Object.entries(part.channels)
    .map(([channel, n]) => `${channel} ${n}`)
    .join(', ')}`;
  const code =
    part.status === 'requested' && part.shortCode
      ? [`  To approve exactly this, type ${part.shortCode}. To reject it: reject ${part.shortCode} <why>.`]
      : [];
  const decided = part.decidedBy ? [`  ${part.status} by ${safe(part.decidedBy)} at ${part.decidedAt}`] : [];
  return [
    what,
    who,
    `  ${safe(part.scheduleWords)} · ${safe(part.costWords)}`,
    `  digest ${part.digest.slice(0, 16)}… · ${safe(part.policyWords)}`,
    ...part.warnings.map((warning) => `  ! ${safe(warning)}`),
    ...code,
    ...decided,
  ].join('\n');
}

function plan(part: PlanPart): string {
  const { segment, budget } = part;
  const among = ({ low, high }: { low: number; high: number }) => `${low} to ${high}`;
  return [
    `Plan: ${safe(part.name)}`,
    ...(part.objective ? [`  To achieve: ${safe(part.objective)}`] : []),
    `  Segment: ${safe(segment.name)} · ${segment.customers} customers, ${segment.recipients} recipients`,
    ...segment.advice.map((advice) => `    ${safe(advice)}`),
    ...(part.offer ? [`  Offer: ${safe(part.offer)}`] : []),
    `  When: ${safe(part.scheduleWords)}`,
    `  Cost: ${safe(budget.costWords)}${budget.given ? ` Budget: ${safe(budget.given)}.` : ''}`,
    ...part.expected.map(
      (one) =>
        `  ${one.channel}: ${one.recipients} messages${one.delivered ? `, ${among(one.delivered)} delivered` : ''}${one.replied ? `, ${among(one.replied)} answers` : ''}`,
    ),
    ...part.content.flatMap((one) => [
      ...one.subjects.map(({ text }, at) => `  ${one.channel} subject ${at + 1}: ${safe(text)}`),
      ...one.callsToAction.map(({ text }, at) => `  ${one.channel} request ${at + 1}: ${safe(text)}`),
    ]),
    ...part.assumed.map((words) => `  Taken: ${safe(words)}`),
    ...part.questions.map((words) => `  Open: ${safe(words)}`),
  ].join('\n');
}

function progress(part: ProgressPart): string {
  const counts = (
    ['queued', 'submitted', 'delivered', 'read', 'failed', 'dropped', 'unknown', 'replied'] as const
  )
    .filter((key) => part[key] > 0)
    .map((key) => `${key} ${part[key]}`);
  const reasons = Object.entries(part.reasons).map(([reason, n]) => `  ${safe(reason)}: ${n}`);
  return [
    `${safe(part.campaign)}: ${part.status}, ${part.targeted} targeted${counts.length > 0 ? `, ${counts.join(', ')}` : ''}`,
    ...reasons,
    ...(part.survey && part.survey.score !== null
      ? [
          `  NPS ${part.survey.score} (95 %: ${part.survey.low} to ${part.survey.high}) of ${part.survey.answers} answers`,
        ]
      : []),
  ].join('\n');
}

function replies(part: RepliesPart): string {
  if (part.replies.length === 0) return 'No answers.';
  return part.replies
    .map((one) => {
      const who = [one.contact, one.customer].filter(Boolean).join(', ') || 'somebody unknown';
      const tags = [one.intent, one.urgency === 'high' ? 'urgent' : null, ...one.effects]
        .filter(Boolean)
        .join(', ');
      return `  ${safe(who)} (${one.channel}) [${safe(tags)}]: ${safe(one.body.slice(0, 400))}`;
    })
    .join('\n');
}
