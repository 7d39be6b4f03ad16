// How the readers are addressed, and where a message leads: changes of the draft in hand.
import { linkSchema } from '../../../lib/link-schema.ts';
import type { Frame } from '../frame.ts';
import type { Plan } from '../types.ts';
import { type Form, form, type Said } from './forms.ts';
import { toGroup } from './group.ts';
import { onCampaign, saying } from './reading.ts';

const FORM_WORD = '(?:[- ]?form)?(?: of address)?';
const FAMILIAR = `(?:(?:the )?(?:informal|familiar|you|du|tu|tú|first[- ]name)${FORM_WORD}|first names|(?:(?:we|i) (?:are|am)|be )?\\s*on (?:first[- ]name|du|tu|tú) terms(?: with (?:them|everybody|the \\w+))?|(?:call|address) (?:them|everybody|everyone|the \\w+) (?:informally(?: with)?|by)? ?(?:du|tu|tú|first names?|informally)|nǐ|你|คุณ)`;
const POLITE = `(?:(?:the )?(?:formal|polite|respectful|sie|vous|usted|honorific)${FORM_WORD}|nín|您|ท่าน|敬語|keigo)`;
/** "formal please" is the tone; a form of address is named as one. */
const NO_TONE = String.raw`(?!(?:formal|informal|polite|respectful)(?:\s+please)?$)`;
const ADDRESSING = String.raw`(?:(?:use|switch to|go with|write (?:it |them )?(?:in|with)|put (?:it|them) in(?:to)?|change (?:it )?to|with)\s+|(?:address|speak to|talk to)\s+(?:them|everybody|everyone|the (?:readers|contacts|customers|recipients))\s+(?:as|with|in|by)\s+)`;
const SAY = String.raw`(?:say|write)\s+`;
const TAIL = String.raw`(?:\s+(?:with|for|to|in)\s+(?:them|all|everybody|everyone|it|the (?:letters?|mails?|e-?mails?|messages?|texts?|contacts?|readers?)))?(?:\s+(?:please|instead|this time|again|here))?`;

const URL = String.raw`(?<url>[a-z][a-z0-9+.-]+:\/\/\S+|www\.\S+)`;
const WHAT =
  '(?:it|them|this|the (?:button|link|call to action|mail|e-?mail|message|letter|text|campaign)s?|a tap)';

const EITHER = `(?:(?<polite>formal|polite|respectful|honorific|sie|vous|usted)|(?:informal|familiar|you|du|tu|tú))[- ]?(?:form|address|way|manner)(?: of address)?`;
const WHO = '(?<who>.{3,100}?)';

export const ADDRESS_FORMS: readonly Form[] = [
  [
    form(
      `(?:write|speak|talk) to ${WHO} (?:in|with|using) (?:the |an? )?${EITHER}|(?:use|switch to|keep) (?:the |an? )?${EITHER.replace('<polite>', '<formal>')} (?:for|with|to) ${WHO.replace('<who>', '<whom>')}`,
    ),
    addressedForSome,
  ],
  [
    form(
      `${NO_TONE}(?:${ADDRESSING}|${SAY})?${FAMILIAR}${TAIL}|(?:bitte )?duzen|duze sie|tutoyer|tutoie(?:z)?-les|tutear(?:los)?|tutéalos`,
    ),
    (frame) => addressed(frame, 'familiar'),
  ],
  [
    form(
      `${NO_TONE}(?:${ADDRESSING}|${SAY})?${POLITE}${TAIL}|(?:bitte )?siezen|sieze sie|vouvoyer|vouvoie(?:z)?-les|trátalos de usted`,
    ),
    (frame) => addressed(frame, 'polite'),
  ],
  [
    form(
      String.raw`(?:(?:link|point|lead|make)\s+${WHAT}\s+(?:link\s+|lead\s+|go\s+|point\s+)?(?:to|at)|(?:add|put(?: in)?|include|insert|with|use)\s+(?:a\s+|the\s+|this\s+)?(?:link|button|address)(?:\s+(?:in|there))?(?:\s+(?:to|for))?:?|${WHAT}\s+(?:should\s+|must\s+|has to\s+)?(?:(?:leads?|links?|goes|go|points?|takes? them)\s+to|opens?)|(?:let|have)\s+${WHAT}\s+(?:(?:lead|link|go|point)\s+to|open)|(?:send|take|lead)\s+(?:people|them|readers|everybody|everyone|the (?:readers|recipients|contacts|customers))\s+to|(?:the\s+)?(?:link|button)\s+(?:goes|leads|is)(?:\s+to)?|link:?|(?:add|include|insert|put in|use))\s+${URL}`,
    ),
    linked,
  ],
  [
    form(
      String.raw`(?:(?:drop|remove|take out|leave out|delete|without)\s+)(?:the|that|its|any)\s+(?:link|button)|(?:take|leave)\s+(?:the|that|its|any)\s+(?:link|button)\s+(?:out|off|away)|no link(?:\s+please)?`,
    ),
    (frame) => edit(frame, { link: null }),
  ],
];

const edit = (frame: Frame, patch: object): Plan =>
  onCampaign(frame, 'edit_campaign', { patch, change: frame.sentence.trim().slice(0, 200) });

function addressed(frame: Frame, address: 'polite' | 'familiar'): Plan {
  const plan = edit(frame, { address });
  return address === 'polite'
    ? plan
    : {
        ...plan,
        say: 'German, French, Spanish, Chinese and Thai letters have such a form; it is for readers who are greeted by name, teams keep the polite one.',
      };
}

const EVERYBODY =
  /^(?:all|everybody|everyone|them|all of them|the (?:readers|contacts|customers|recipients))$/i;

function addressedForSome(frame: Frame, { who, whom = who ?? '', polite, formal }: Said): Plan {
  const address = polite || formal ? 'polite' : 'familiar';
  return EVERYBODY.test(whom) ? addressed(frame, address) : toGroup(frame, { who: whom, patch: { address } });
}

/** An address as it was typed: the sentence keeps its capitals. */
function linked(frame: Frame, { url = '' }: Said): Plan {
  const link = linkSchema.safeParse(url.startsWith('www.') ? `https://${url}` : url);
  return link.success
    ? edit(frame, { link: link.data })
    : saying(
        frame,
        `“${url.slice(0, 80)}” is no address that a message may lead to: use one that begins with https.`,
      );
}
