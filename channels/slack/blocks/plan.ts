import type { KnownBlock } from '@slack/types';
import type { PlanPart } from '../../../core/parts.ts';
import { context, header, section, sections } from './elements.ts';

/** A campaign worked out from a brief. */
export function planBlocks(part: PlanPart): KnownBlock[] {
  const { segment } = part;
  const facts = [
    part.objective && `Aim: ${part.objective}`,
    `${segment.name}: ${segment.customers} customers, ${segment.recipients} recipients`,
    segment.words,
    part.offer && `Offer: ${part.offer}`,
    part.scheduleWords,
    part.budget.costWords,
  ];
  return [
    header(part.name),
    section(facts.filter(Boolean).join('\n')),
    ...part.content.flatMap(({ channel, subjects, callsToAction, notes }) => [
      section(
        [
          `By ${channel}`,
          ...subjects.map(({ text }) => `Subject: ${text}`),
          ...callsToAction.map(({ text }) => `Call to action: ${text}`),
        ].join('\n'),
      ),
      ...(notes.length > 0 ? [context(...notes)] : []),
    ]),
    ...(part.assumed.length > 0 ? [context(...part.assumed.map((one) => `Assumed: ${one}`))] : []),
    ...sections(part.questions.map((one) => `• ${one}`).join('\n')),
  ];
}
