import { fromServer, inLanguage, t } from '../words/t.ts';
import { APPROVAL_WORDS } from '../words.ts';
import type { Entry } from './use-conversation.ts';

type Part = Entry['parts'][number];

/** An answer in a sentence or two, for those who hear the page. */
export const entryWords = ({ parts }: Entry): string => parts.map(partWords).filter(Boolean).join(' ');

function partWords(part: Part): string {
  switch (part.kind) {
    case 'text':
      return fromServer(part.text);
    case 'audience':
      return t('Audience: {n} {n|customer|customers}, {n2} {n2|recipient|recipients}.', {
        n: part.total,
        n2: part.recipients,
      });
    case 'preview':
      return `${t('{n} {n|example message|example messages}', { n: part.previews.length })}.`;
    case 'approval':
      return t('Approval of {n} {n|message|messages}: {words}.', {
        n: part.recipients,
        words: APPROVAL_WORDS[part.status].words,
      });
    case 'question':
      return fromServer(part.text);
    case 'replies':
      return `${t('{n} {n|reply|replies}', { n: part.replies.length })}.`;
    case 'campaigns':
      return `${t('{n} {n|campaign|campaigns}', { n: part.campaigns.length })}.`;
    case 'segments':
      return `${t('{n} {n|segment|segments}', { n: part.segments.length })}.`;
    case 'change':
      return t('A change of {name}: {status}.', {
        name: part.customer.name,
        status: inLanguage(part.status),
      });
    case 'plan':
      return t('Plan: {n} {n|customer|customers}, {n2} {n2|open question|open questions}.', {
        n: part.segment.customers,
        n2: part.questions.length,
      });
    case 'chart':
      return `${part.title}.`;
    case 'progress':
      return '';
  }
}
