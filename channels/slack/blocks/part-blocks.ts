import type { KnownBlock } from '@slack/types';
import type { Part, PreviewPart, ProgressPart, QuestionPart } from '../../../core/parts.ts';
import { approvalBlocks } from './approval.ts';
import { audienceBlocks } from './audience.ts';
import { actions, button, context, header, section, sections } from './elements.ts';
import { planBlocks } from './plan.ts';
import { replyBlocks } from './reply.ts';

/** Slack takes no more in one message. */
export const MOST_BLOCKS = 50;

export function partBlocks(part: Part): KnownBlock[] {
  switch (part.kind) {
    case 'text':
      return sections(part.text);
    case 'audience':
      return audienceBlocks(part);
    case 'preview':
      return previewBlocks(part);
    case 'approval':
      return approvalBlocks(part);
    case 'progress':
      return progressBlocks(part);
    case 'replies':
      return part.replies
        .slice(0, 8)
        .flatMap((one) => replyBlocks(one, UNTOUCHED, 'Reply'))
        .concat(part.replies.length > 8 ? [context(`${part.replies.length - 8} more are on the page.`)] : []);
    case 'campaigns':
      return lines(part.campaigns.map(({ name, status }) => `${status} · ${name}`));
    case 'segments':
      return lines(
        part.segments.map(({ name, customers, words }) => `${name} · ${customers ?? '–'} · ${words}`),
      );
    case 'change':
      return [
        section(`${part.customer.name}: ${part.status}\n${part.steps.map((step) => `• ${step}`).join('\n')}`),
        ...(part.status === 'proposed' ? [context('Somebody confirms this on the page.')] : []),
      ];
    case 'question':
      return questionBlocks(part);
    case 'plan':
      return planBlocks(part);
    case 'chart':
      return [
        header(part.title),
        ...lines(part.bars.map(({ label, value }) => `${label}: ${value} ${part.unit}`)),
      ];
  }
}

const UNTOUCHED = { assignee: null, isDone: false, answeredBy: null };

const lines = (all: readonly string[]): KnownBlock[] => sections(all.join('\n') || 'There are none.');

// A message each, and a word on how many more: whoever approves sees examples, and the page has them all.
const PREVIEWS = 4;

function previewBlocks({ previews, counts, checked, findings }: PreviewPart): KnownBlock[] {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return [
    ...previews
      .slice(0, PREVIEWS)
      .flatMap(({ customer, contact, channel, subject, body }) => [
        context(`To ${contact}, ${customer}, by ${channel}`),
        ...(subject ? [section(subject)] : []),
        ...sections(body, 3),
        { type: 'divider' } as const,
      ]),
    ...(total > PREVIEWS ? [context(`${total} messages in all, each with its own names and dates.`)] : []),
    ...(checked ? [context(`Checked were ${checked.messages} of ${checked.of} of them so far.`)] : []),
    ...(findings.length > 0
      ? [context(...findings.slice(0, 8).map(({ severity, message }) => `${severity}: ${message}`))]
      : []),
  ];
}

/** How a campaign goes. */
export function progressBlocks(part: ProgressPart): KnownBlock[] {
  const { campaign, status, targeted, submitted, delivered, read, failed, dropped, unknown, replied } = part;
  const gone = targeted - part.queued;
  const counts = [
    ['submitted', submitted],
    ['delivered', delivered],
    ['read', read],
    ['failed', failed],
    ['dropped', dropped],
    ['unknown', unknown],
    ['replied', replied],
  ] as const;
  const reasons = Object.entries(part.reasons).map(
    ([reason, count]) => `${reason.replaceAll('_', ' ')}: ${count}`,
  );
  return [
    section(`${campaign}: ${status}\n${bar(gone, targeted)} ${gone} of ${targeted}`),
    context(
      counts
        .filter(([name, count]) => count > 0 || name === 'submitted')
        .map(([name, count]) => `${count} ${name}`)
        .join(' · '),
      ...(reasons.length > 0 ? [reasons.join(' · ')] : []),
      ...(part.nextAt ? [`More at ${part.nextAt.slice(0, 16).replace('T', ' ')} UTC`] : []),
    ),
  ];
}

const WIDTH = 20;

function bar(done: number, total: number): string {
  const full = total > 0 ? Math.round((done / total) * WIDTH) : 0;
  return '█'.repeat(full) + '░'.repeat(WIDTH - full);
}

const questionBlocks = ({ text, choices }: QuestionPart): KnownBlock[] => [
  section(text),
  ...(choices.length > 0
    ? [
        actions(
          ...choices.slice(0, 8).map(({ label, say }, at) => button({ id: `say:${at}`, label, value: say })),
        ),
      ]
    : []),
];
