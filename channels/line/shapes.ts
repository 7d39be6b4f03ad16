// The typed parts in LINE's shapes and within its limits: text of 5,000 signs, a bubble's text of 2,000 and button of 20,
// what a button says of itself of 300. https://developers.line.biz/en/reference/messaging-api/
import type { messagingApi } from '@line/bot-sdk';
import type { Part } from '../../core/parts.ts';
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

const TEXT = 5000;
const BODY = 2000;
const ALT = 400;
const BUTTON = 20;
const DATA = 300;
const BUTTONS = 5;
/** Of a list of replies. */
const REPLIES = 3;

export type Message = messagingApi.TextMessage | messagingApi.FlexMessage;

export const textsOf = (text: string): Message[] =>
  piecesOf(text, TEXT).map((piece) => ({ type: 'text', text: piece }));

/** A bubble whose buttons come back as postbacks; pressing one shows its label as if it had been said. */
function bubble(text: string, choices: readonly Button[]): Message {
  const body: messagingApi.FlexText = { type: 'text', text: clip(text, BODY) || '–', wrap: true };
  const buttons = choices.slice(0, BUTTONS).map(({ id, label }): messagingApi.FlexButton => {
    const words = clip(label, BUTTON);
    return {
      type: 'button',
      height: 'sm',
      action: { type: 'postback', label: words, data: id, displayText: words },
    };
  });
  return {
    type: 'flex',
    altText: clip(text.split('\n')[0] ?? '', ALT) || '–',
    contents: {
      type: 'bubble',
      body: { type: 'box', layout: 'vertical', contents: [body] },
      footer: { type: 'box', layout: 'vertical', contents: buttons },
    } satisfies messagingApi.FlexBubble,
  };
}

export function messagesOf(part: Part): Message[] {
  if (part.kind === 'approval') return [shownOf({ kind: 'approval', part })];
  if (part.kind === 'replies')
    return part.replies.slice(0, REPLIES).map((one) => bubble(replyText(one, 'Reply'), replyButtons(one)));
  if (part.kind === 'question') {
    const said = choiceButtons(part);
    if (said.length > 0 && said.length <= BUTTONS && said.every(({ id }) => id.length <= DATA))
      return [bubble(part.text, said)];
  }
  return textsOfPart(part).flatMap(textsOf);
}

export function shownOf(card: Card): Message {
  const choices = buttonsOf(card);
  return choices.length > 0 ? bubble(cardText(card), choices) : textsOf(cardText(card))[0]!;
}
