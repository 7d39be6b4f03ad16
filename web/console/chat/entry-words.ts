import { APPROVAL_WORDS, plural } from '../words.ts';
import type { Entry } from './use-conversation.ts';

type Part = Entry['parts'][number];

/** An answer in a sentence or two, for those who hear the page. */
export const entryWords = ({ parts }: Entry): string => parts.map(partWords).filter(Boolean).join(' ');

function partWords(part: Part): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'audience':
      return `Audience: ${plural(part.total, 'customer')}, ${plural(part.recipients, 'recipient')}.`;
    case 'preview':
      return `${plural(part.previews.length, 'example message')}.`;
    case 'approval':
      return `Approval of ${plural(part.recipients, 'message')}: ${APPROVAL_WORDS[part.status].words}.`;
    case 'question':
      return part.text;
    case 'replies':
      return `${plural(part.replies.length, 'reply', 'replies')}.`;
    case 'campaigns':
      return `${plural(part.campaigns.length, 'campaign')}.`;
    case 'segments':
      return `${plural(part.segments.length, 'segment')}.`;
    case 'change':
      return `A change of ${part.customer.name}: ${part.status}.`;
    case 'plan':
      return `Plan: ${plural(part.segment.customers, 'customer')}, ${plural(part.questions.length, 'open question')}.`;
    case 'chart':
      return `${part.title}.`;
    case 'progress':
      return '';
  }
}
