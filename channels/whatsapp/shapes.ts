// The typed parts in WhatsApp's shapes and within its limits: text of 4,096 signs, a body with buttons of 1,024, three
// buttons of 20, a list of ten rows of 24. https://developers.facebook.com/documentation/business-messaging/whatsapp
import type { Part, QuestionPart } from '../../core/parts.ts';
import {
  type Button,
  buttonsOf,
  cardText,
  choiceButtons,
  clip,
  piecesOf,
  replyButtons,
  replyText,
  textsOfPart,
} from '../part-text.ts';
import type { Card } from '../surface-contract.ts';

const TEXT = 4096;
const BODY = 1024;
const BUTTON = 20;
const ROW = 24;
const ROWS = 10;
const ID = 200;
/** Of a list of replies. */
const REPLIES = 3;

export type Message = { type: 'text' | 'interactive' | 'document' } & Record<string, unknown>;

/** A text of any length, in as many messages as it takes; without previews of links. */
export const textsOf = (text: string): Message[] =>
  piecesOf(text, TEXT).map((body) => ({ type: 'text', text: { preview_url: false, body } }));

function buttons(body: string, choices: readonly Button[]): Message {
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

const list = (body: string, choices: readonly Button[]): Message => ({
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
  if (part.kind === 'question') return questionMessages(part);
  if (part.kind === 'approval') return [shownOf({ kind: 'approval', part })];
  if (part.kind === 'replies')
    return part.replies.slice(0, REPLIES).map((one) => buttons(replyText(one, 'Reply'), replyButtons(one)));
  return textsOfPart(part).flatMap(textsOf);
}

function questionMessages(part: QuestionPart): Message[] {
  const said = choiceButtons(part);
  // A longer sentence than a button carries is typed by the person.
  if (said.length === 0 || said.some(({ id }) => id.length > ID)) return textsOfPart(part).flatMap(textsOf);
  return [said.length <= 3 ? buttons(part.text, said) : list(part.text, said)];
}

export function shownOf(card: Card): Message {
  const choices = buttonsOf(card);
  if (choices.length > 0) return buttons(cardText(card), choices);
  return textsOf(cardText(card))[0]!;
}
