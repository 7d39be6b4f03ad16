// The typed parts in WhatsApp's shapes and within its limits: text of 4,096 signs, a body with buttons of 1,024, three
// buttons of 20, a list of ten rows of 24. https://developers.facebook.com/documentation/business-messaging/whatsapp
import type { ApprovalPart, AudiencePart, Part, ProgressPart, QuestionPart } from '../../core/parts.ts';
import { decisionValue } from '../press.ts';
import type { Card, Reply } from '../surface-contract.ts';

const TEXT = 4096;
const BODY = 1024;
const BUTTON = 20;
const ROW = 24;
const ROWS = 10;
const ID = 200;
/** Of an audience; the others go as a document. */
export const LONG_LIST = 10;
/** Of a list of previews. */
const PREVIEWS = 2;

export type Message = { type: 'text' | 'interactive' | 'document' } & Record<string, unknown>;
type Choice = { id: string; label: string };

const clip = (text: string, most: number): string =>
  text.length > most
    ? `${text
        .slice(0, most - 1)
        .toWellFormed()
        .replace(/\ufffd$/u, '')}…`
    : text;

/** A text of any length, in as many messages as it takes; without previews of links. */
export function textsOf(text: string): Message[] {
  const messages: Message[] = [];
  for (let rest = text.trim(); rest; ) {
    const at = rest.length <= TEXT ? rest.length : cutAt(rest);
    messages.push({ type: 'text', text: { preview_url: false, body: rest.slice(0, at) } });
    rest = rest.slice(at).trimStart();
  }
  return messages;
}

const cutAt = (text: string): number => {
  const at = Math.max(text.lastIndexOf('\n', TEXT), text.lastIndexOf(' ', TEXT));
  return at > TEXT / 2 ? at : TEXT;
};

function buttons(body: string, choices: readonly Choice[]): Message {
  return {
    type: 'interactive',
    interactive: {
      type: 'button',
      body: { text: clip(body, BODY) || '–' },
      action: {
        buttons: choices
          .slice(0, 3)
          .map(({ id, label }) => ({ type: 'reply', reply: { id, title: clip(label, BUTTON) } })),
      },
    },
  };
}

const list = (body: string, choices: readonly Choice[]): Message => ({
  type: 'interactive',
  interactive: {
    type: 'list',
    body: { text: clip(body, BODY) || '–' },
    action: {
      button: 'Choose',
      sections: [
        {
          rows: choices.slice(0, ROWS).map(({ id, label }) => ({ id, title: clip(label, ROW) })),
        },
      ],
    },
  },
});

export function messagesOf(part: Part): Message[] {
  switch (part.kind) {
    case 'text':
      return textsOf(part.text);
    case 'question':
      return questionMessages(part);
    case 'audience':
      return textsOf(audienceText(part));
    case 'approval':
      return [approvalMessage(part)];
    case 'progress':
      return textsOf(progressText(part));
    case 'preview': {
      const total = Object.values(part.counts).reduce((sum, count) => sum + count, 0);
      const shown = part.previews.slice(0, PREVIEWS);
      return [
        ...shown.flatMap(({ contact, customer, channel, subject, body }) =>
          textsOf([`To ${contact}, ${customer}, by ${channel}:`, subject, body].filter(Boolean).join('\n')),
        ),
        ...(total > PREVIEWS ? textsOf(`${total} messages in all; the page shows each.`) : []),
      ];
    }
    case 'replies':
      return part.replies.slice(0, 3).map((one) => replyMessage(one, 'Reply'));
    case 'campaigns':
      return textsOf(lines(part.campaigns.map(({ name, status }) => `${status} · ${name}`)));
    case 'segments':
      return textsOf(lines(part.segments.map(({ name, customers }) => `${name} · ${customers ?? '–'}`)));
    case 'change':
      return textsOf([part.customer.name, ...part.steps, 'Somebody confirms this on the page.'].join('\n'));
    case 'plan':
      return textsOf(
        [
          part.name,
          part.segment.words,
          `${part.segment.recipients} recipients`,
          part.offer,
          ...part.questions,
        ]
          .filter(Boolean)
          .join('\n'),
      );
    case 'chart':
      return textsOf(
        [part.title, ...part.bars.map(({ label, value }) => `${label}: ${value} ${part.unit}`)].join('\n'),
      );
  }
}

const lines = (all: readonly string[]): string => all.join('\n') || 'There are none.';

function questionMessages({ text, choices }: QuestionPart): Message[] {
  const said = choices.map(({ label, say }) => ({ id: `say ${say}`, label }));
  // A longer sentence than a button carries is typed by the person.
  if (said.length === 0 || said.some(({ id }) => id.length > ID))
    return textsOf([text, ...choices.map(({ say }) => `• ${say}`)].join('\n'));
  return [said.length <= 3 ? buttons(text, said) : list(text, said)];
}

const audienceText = ({ total, reachable, recipients, words, customers, notes }: AudiencePart): string =>
  [
    `${total} customers, ${reachable} reachable, ${recipients} recipients`,
    words,
    ...customers
      .slice(0, LONG_LIST)
      .map(
        ({ name, contractEnd, unreachable }) =>
          `• ${[name, contractEnd, unreachable].filter(Boolean).join(' · ')}`,
      ),
    ...notes,
  ].join('\n');

const when = (at: string | null): string => (at ? ` on ${at.slice(0, 16).replace('T', ' ')} UTC` : '');

function approvalMessage(part: ApprovalPart): Message {
  const channels = Object.entries(part.channels).map(([channel, count]) => `${count} by ${channel}`);
  const what = [
    `${part.isTest ? 'Test of ' : ''}${part.campaign}`,
    `${part.recipients} recipients: ${channels.join(', ')}`,
    part.scheduleWords,
    part.costWords,
    ...part.warnings.slice(0, 3),
  ];
  if (part.status !== 'requested') {
    const who = part.decidedBy ? ` by ${part.decidedBy}` : '';
    return textsOf(`${part.campaign}: ${part.status}${who}${when(part.decidedAt)}.`)[0]!;
  }
  const value = decisionValue(part);
  return buttons([...what, part.policyWords].join('\n'), [
    { id: `approve ${value}`, label: 'Approve and send' },
    { id: `reject ${value}`, label: 'Reject' },
    { id: `list ${part.campaignId}`, label: 'Everybody as a file' },
  ]);
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

function replyMessage(reply: Reply, title: string): Message {
  const { id, contact, customer, channel, body, intent, urgency, answer } = reply;
  const text = [
    `${title}: ${[contact, customer].filter(Boolean).join(', ') || 'somebody unknown'} by ${channel}`,
    clip(body, 500),
    `(${[intent?.replaceAll('_', ' ') ?? 'not read yet', urgency === 'high' && 'urgent'].filter(Boolean).join(', ')})`,
    answer && `Suggested: ${clip(answer, 300)}`,
  ];
  return buttons(text.filter(Boolean).join('\n'), [
    { id: `answer ${id}`, label: 'Answer' },
    { id: `assign ${id}`, label: 'Take it' },
    { id: `done ${id}`, label: 'Done' },
  ]);
}

const TITLES = {
  reply: 'A customer has written',
  late: 'Still waiting',
  escalated: 'Nobody has answered yet',
};

export function shownOf(card: Card): Message {
  if (card.kind === 'approval') return approvalMessage(card.part);
  if (card.kind === 'progress') return textsOf(progressText(card.part))[0]!;
  return replyMessage(card.part, TITLES[card.kind]);
}
