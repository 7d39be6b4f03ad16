import type { ModalView } from '@slack/types';
import type { Reply } from '../surface-contract.ts';
import { clip, sections } from './blocks/elements.ts';
import { whoWords } from './blocks/reply.ts';

/** Where somebody writes the answer to a reply; what was suggested is there to begin with. */
export const answerView = (reply: Reply): ModalView => ({
  type: 'modal',
  callback_id: 'answer',
  private_metadata: reply.id,
  title: { type: 'plain_text', text: 'Answer' },
  submit: { type: 'plain_text', text: 'Send' },
  close: { type: 'plain_text', text: 'Not now' },
  blocks: [
    ...sections(`${whoWords(reply)} wrote:\n${reply.body}`, 1),
    {
      type: 'input',
      block_id: 'answer',
      label: { type: 'plain_text', text: 'Goes out as you write it, in your name' },
      element: {
        type: 'plain_text_input',
        action_id: 'text',
        multiline: true,
        max_length: 3000,
        ...(reply.answer ? { initial_value: clip(reply.answer, 3000) } : {}),
      },
    },
  ],
});
