import type { KnownBlock } from '@slack/types';
import type { ApprovalPart } from '../../../core/parts.ts';
import { decisionValue } from '../../press.ts';
import { actions, button, confirming, context, header, section } from './elements.ts';

/** What is asked, with the buttons that decide unless others do; once it is decided, who did and when. */
export function approvalBlocks(part: ApprovalPart, othersDecide = false): KnownBlock[] {
  return [
    header(`${part.isTest ? 'Test of ' : ''}${part.campaign}`),
    section(whatWords(part)),
    ...(part.warnings.length > 0 ? [context(...part.warnings.slice(0, 5))] : []),
    ...(part.status === 'requested' ? asked(part, othersDecide) : [section(endWords(part))]),
  ];
}

function whatWords(part: ApprovalPart): string {
  const channels = Object.entries(part.channels).map(([channel, count]) => `${count} by ${channel}`);
  return [
    `${part.recipients} recipients at ${part.customers} customers: ${channels.join(', ')}`,
    part.scheduleWords,
    part.valueWords && `Worth ${part.valueWords}`,
    part.costWords,
    part.excluded.length > 0 && `${part.excluded.length} left out`,
  ]
    .filter(Boolean)
    .join('\n');
}

const asked = (part: ApprovalPart, othersDecide: boolean): KnownBlock[] => [
  actions(
    ...(othersDecide ? [] : deciding(part)),
    button({ id: 'list', label: 'Everybody as a file', value: part.campaignId }),
    button({ id: 'wording', label: 'Change the text', value: part.campaignId }),
  ),
  context(
    `Asked by ${part.requestedBy ?? 'the agent'}. ${part.policyWords}`,
    `Version ${part.version}, digest ${part.digest.slice(0, 12)}; open until ${part.expiresAt.slice(0, 16).replace('T', ' ')} UTC.`,
  ),
];

const deciding = (part: ApprovalPart) => [
  button({
    id: 'approve',
    label: 'Approve and send',
    value: decisionValue(part),
    style: 'primary',
    confirm: confirming(
      'Send this?',
      `${part.recipients} recipients will get exactly what was shown.`,
      'Approve',
    ),
  }),
  button({ id: 'reject', label: 'Reject', value: decisionValue(part), style: 'danger' }),
];

/** How it ended. */
export function endWords({ status, decidedBy, decidedAt, comment }: ApprovalPart): string {
  const when = decidedAt ? ` on ${decidedAt.slice(0, 16).replace('T', ' ')} UTC` : '';
  const words = {
    requested: 'Waits for a decision.',
    approved: `Approved by ${decidedBy ?? 'somebody'}${when}.`,
    rejected: `Rejected by ${decidedBy ?? 'somebody'}${when}.`,
    voided: 'Changed since it was asked for, so this decides nothing any more.',
    expired: 'Nobody decided in time.',
  }[status];
  return comment ? `${words} “${comment}”` : words;
}
