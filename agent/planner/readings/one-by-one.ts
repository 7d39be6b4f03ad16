// Every recipient's own message, written by a model: asked for, looked at and taken back.
import { type Form, form, readForms } from './forms.ts';
import { onCampaign, type Reading } from './reading.ts';

const FORMS: readonly Form[] = [
  [
    form(
      String.raw`(?:write|have (?:the model|it|ai) write|personali[sz]e|let the model write)\s+(?:(?:each|every|all)(?:\s+(?:one|of them|the|recipient.?s|customer.?s|contact.?s))*\s*)(?:own\s+)?(?:messages?|mails?|e-?mails?|letters?|texts?)?(?:\s+(?:individually|personally|one by one|for (?:each|every)(?:one| customer| recipient)?))?`,
    ),
    (frame) => onCampaign(frame, 'write_messages'),
  ],
  [
    form(
      String.raw`(?:how far (?:is|are) (?:the |your |its )?(?:writing|messages? (?:that are )?being written|model|personal (?:messages|texts))(?:\s+(?:of|for) (?:the |them|it|messages|customers).*)?|how (?:many|much) (?:messages |texts |of them )?(?:are|is|have been|has been) written(?:\s+(?:yet|so far|by now|already))?|(?:are|is) (?:all (?:of )?)?(?:the |they |their )?(?:own )?(?:messages |texts |letters )?(?:all )?written(?:\s+(?:yet|already|by now|one by one))*|(?:is|are) (?:the |it |they )?(?:writing|model) (?:done|finished|ready)(?:\s+yet)?)`,
    ),
    (frame) => onCampaign(frame, 'show_writing'),
  ],
  [
    form(
      String.raw`(?:stop|cancel|abort|end) (?:the )?(?:writing|(?:model|ai) (?:from )?writing)(?:\s+(?:(?:of )?(?:the |their |each |every )?(?:own )?(?:messages?|letters?|texts?)|them|it|one by one))*|(?:go |switch |change |back )*(?:back )?to (?:the )?(?:built-in|standard|usual) (?:letters?|messages?|texts?)|(?:use|take|keep) (?:the )?built-in (?:letters?|messages?|texts?)(?:\s+(?:again|instead|for (?:all|everybody|everyone)))*`,
    ),
    (frame) => onCampaign(frame, 'drop_writing'),
  ],
];

export const readOneByOne: Reading = (frame) => readForms(frame, FORMS);
