// The typed parts as plain text, for platforms that show nothing else.
import type { ApprovalPart, AudiencePart, Part, ProgressPart, QuestionPart } from '../core/parts.ts';
import type { Card, Reply } from './surface-contract.ts';

/** Of an audience; the others go as a file, where the platform takes one. */
export const LISTED = 10;
/** Of a list of previews. */
const PREVIEWS = 2;

/** Not longer than `most`, and never half a sign. */
export const clip = (text: string, most: number): string =>
  text.length > most
    ? `${text
        .slice(0, most - 1)
        .toWellFormed()
        .replace(/\ufffd$/u, '')}…`
    : text;

/** A text of any length in pieces of at most `most`, cut between lines or words. */
export function piecesOf(text: string, most: number): string[] {
  const pieces: string[] = [];
  for (let rest = text.trim(); rest; ) {
    const at = rest.length <= most ? rest.length : cutAt(rest, most);
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at).trimStart();
  }
  return pieces;
}

const cutAt = (text: string, most: number): number => {
  const at = Math.max(text.lastIndexOf('\n', most), text.lastIndexOf(' ', most));
  return at > most / 2 ? at : most;
};

/** What a part says, in one or several texts; the parts that can be pressed have shapes of their own. */
export function textsOfPart(part: Part): string[] {
  switch (part.kind) {
    case 'text':
      return [part.text];
    case 'question':
      return [[part.text, ...part.choices.map(({ say }) => `• ${say}`)].join('\n')];
    case 'audience':
      return [audienceText(part)];
    case 'approval':
      return [approvalText(part)];
    case 'progress':
      return [progressText(part)];
    case 'preview': {
      const total = Object.values(part.counts).reduce((sum, count) => sum + count, 0);
      const shown = part.previews.slice(0, PREVIEWS);
      return [
        ...shown.map(({ contact, customer, channel, subject, body }) =>
          [`To ${contact}, ${customer}, by ${channel}:`, subject, body].filter(Boolean).join('\n'),
        ),
        ...(total > PREVIEWS ? [`${total} messages in all; the page shows each.`] : []),
      ];
    }
    case 'replies':
      return part.replies.slice(0, LISTED).map((one) => replyText(one, 'Reply'));
    case 'campaigns':
      return [lines(part.campaigns.map(({ name, status }) => `${status} · ${name}`))];
    case 'segments':
      return [lines(part.segments.map(({ name, customers }) => `${name} · ${customers ?? '–'}`))];
    case 'change':
      return [[part.customer.name, ...part.steps, 'Somebody confirms this on the page.'].join('\n')];
    case 'plan':
      return [
        [
          part.name,
          part.segment.words,
          `${part.segment.recipients} recipients`,
          part.offer,
          ...part.questions,
        ]
          .filter(Boolean)
          .join('\n'),
      ];
    case 'chart':
      return [
        [part.title, ...part.bars.map(({ label, value }) => `${label}: ${value} ${part.unit}`)].join('\n'),
      ];
  }
}

const lines = (all: readonly string[]): string => all.join('\n') || 'There are none.';

/** Of a large audience whom it reaches is an estimate. */
export const figuresOf = ({ total, reachable, recipients, estimated }: AudiencePart): string =>
  `${total} customers, ${estimated ? 'about ' : ''}${reachable} reachable, ${recipients} recipients`;

const audienceText = (part: AudiencePart): string =>
  [
    figuresOf(part),
    part.words,
    ...part.customers
      .slice(0, LISTED)
      .map(
        ({ name, contractEnd, unreachable }) =>
          `• ${[name, contractEnd, unreachable].filter(Boolean).join(' · ')}`,
      ),
    ...part.notes,
  ].join('\n');

const when = (at: string | null): string => (at ? ` on ${at.slice(0, 16).replace('T', ' ')} UTC` : '');

/** What is asked, or what became of it. */
export function approvalText(part: ApprovalPart): string {
  if (part.status !== 'requested') {
    const who = part.decidedBy ? ` by ${part.decidedBy}` : '';
    return `${part.campaign}: ${part.status}${who}${when(part.decidedAt)}.`;
  }
  const channels = Object.entries(part.channels).map(([channel, count]) => `${count} by ${channel}`);
  return [
    `${part.isTest ? 'Test of ' : ''}${part.campaign}`,
    `${part.recipients} recipients: ${channels.join(', ')}`,
    part.scheduleWords,
    part.costWords,
    ...part.warnings.slice(0, 3),
    part.policyWords,
  ].join('\n');
}

const progressText = ({
  campaign,
  status,
  submitted,
  targeted,
  failed,
  unknown,
  replied,
}: ProgressPart): string =>
  [
    `${campaign}: ${status}, ${submitted} of ${targeted} submitted`,
    failed > 0 && `${failed} failed`,
    unknown > 0 && `${unknown} unknown`,
    replied > 0 && `${replied} replied`,
  ]
    .filter(Boolean)
    .join(', ');

export function replyText(reply: Reply, title: string): string {
  const { contact, customer, channel, body, intent, urgency, answer, isInDoubt } = reply;
  return [
    `${title}: ${[contact, customer].filter(Boolean).join(', ') || 'somebody unknown'} by ${channel}`,
    clip(body, 500),
    `(${[intent?.replaceAll('_', ' ') ?? 'not read yet', urgency === 'high' && 'urgent'].filter(Boolean).join(', ')})`,
    isInDoubt ? DOUBT : answer && `Suggested: ${clip(answer, 300)}`,
  ]
    .filter(Boolean)
    .join('\n');
}

const TITLES = {
  reply: 'A customer has written',
  late: 'Still waiting',
  escalated: 'Nobody has answered yet',
};

export const cardText = (card: Card): string =>
  card.kind === 'approval'
    ? approvalText(card.part)
    : card.kind === 'progress'
      ? progressText(card.part)
      : replyText(card.part, TITLES[card.kind]);

export type Button = { id: string; label: string };

/** Each choice of a question as a button that says its sentence. */
export const choiceButtons = ({ choices }: QuestionPart): Button[] =>
  choices.map(({ label, say }) => ({ id: `say ${say}`, label }));

/** What can be pressed on a card as it stands. */
export function buttonsOf(card: Card): Button[] {
  if (card.kind === 'progress') return [];
  if (card.kind !== 'approval') return replyButtons(card.part);
  const { part, othersDecide } = card;
  if (part.status !== 'requested') return [];
  const decide = [
    { id: `approve ${part.id} ${part.digest}`, label: 'Approve and send' },
    { id: `reject ${part.id} ${part.digest}`, label: 'Reject' },
  ];
  return [...(othersDecide ? [] : decide), { id: `list ${part.campaignId}`, label: 'Everybody as a file' }];
}

/** Before it is said whether they asked for no more messages, nothing else can be done. */
export const replyButtons = ({ id, isInDoubt }: Reply): Button[] =>
  isInDoubt
    ? [
        { id: `stop ${id}`, label: 'Yes, they asked' },
        { id: `no_stop ${id}`, label: 'No, they did not' },
        { id: `assign ${id}`, label: 'Take it' },
      ]
    : [
        { id: `answer ${id}`, label: 'Answer' },
        { id: `assign ${id}`, label: 'Take it' },
        { id: `done ${id}`, label: 'Done' },
      ];

/** What a person is asked about a message that may be a stop. */
export const DOUBT = 'Did they ask not to be written to? Nothing goes to them until you say.';
