import type { KnownBlock } from '@slack/types';
import { DOUBT } from '../../part-text.ts';
import type { Reply, ReplyState } from '../../surface-contract.ts';
import { actions, button, context, section, sections } from './elements.ts';

/** A message of a customer: what it says, how it was read, and what to do with it. */
export function replyBlocks(reply: Reply, state: ReplyState, title = 'A customer has written'): KnownBlock[] {
  const { id, answer, answerInEnglish, mentions = [] } = reply;
  const suggestion = reply.isInDoubt
    ? [section(DOUBT)]
    : answer
      ? [section(`Suggested answer:\n${answer}${answerInEnglish ? `\n(${answerInEnglish})` : ''}`)]
      : [];
  const buttons = state.isDone
    ? []
    : [
        actions(
          ...(reply.isInDoubt
            ? [
                button({ id: 'stop', label: 'Yes, they asked', value: id, style: 'primary' }),
                button({ id: 'no_stop', label: 'No, they did not', value: id }),
                button({ id: 'assign', label: 'Take it', value: id }),
              ]
            : [
                button({ id: 'answer', label: 'Answer', value: id, style: 'primary' }),
                button({ id: 'assign', label: 'Take it', value: id }),
                button({ id: 'done', label: 'Done', value: id }),
              ]),
          ...(reply.customer ? [button({ id: 'contact', label: 'Somebody new there', value: id })] : []),
        ),
      ];
  return [
    section(`${title}: ${whoWords(reply)}`),
    ...sections(reply.body, 2),
    context(
      readWords(reply),
      ...(mentions.length > 0 ? [mentions.join(' · ')] : []),
      ...reply.effects.slice(0, 3),
      ...(stateWords(state) ? [stateWords(state)] : []),
    ),
    ...suggestion,
    ...buttons,
  ];
}

export const whoWords = ({ contact, customer, channel }: Reply): string =>
  `${[contact, customer].filter(Boolean).join(', ') || 'somebody unknown'} by ${channel}`;

export const readWords = ({ intent, urgency, because, campaign }: Reply): string =>
  [
    intent ? `Read as ${intent.replaceAll('_', ' ')}` : 'Not read yet',
    urgency === 'high' && 'urgent',
    because,
    campaign && `on “${campaign}”`,
  ]
    .filter(Boolean)
    .join(' · ');

export const stateWords = ({ assignee, isDone, answeredBy }: ReplyState): string =>
  [answeredBy && `Answered by ${answeredBy}`, assignee && `${assignee} has it`, isDone && 'Done']
    .filter(Boolean)
    .join(' · ');
