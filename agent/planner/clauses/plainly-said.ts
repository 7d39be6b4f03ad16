// A sentence before its words are read: without its courtesies, with hours in figures and verbs in one part.
import { plainClock } from '../languages/clock-words.ts';
import { withItsVerb } from '../languages/short-turns.ts';
import { joinedInGerman } from '../languages/split-verbs-de.ts';
import { withoutCourtesy } from './courtesy.ts';

export const plainlySaid = (said: string): string =>
  withoutReason(
    meant(
      anyThere(onlyThose(joinedInGerman(plainClock(withItsVerb(channelsInOrder(withoutCourtesy(said))))))),
    ),
  );

/** "anything in Chiang Mai?" */
const anyThere = (said: string): string =>
  said.replace(
    /^(\W*(?:(?:and|so|ok|okay|but)\s+)?)(?:is there\s+|do we have\s+|have we got\s+)?any(?:thing|one|body)(?:\s+left)?\s+(?=(?:in|on|from|with|at|without)\b.*\?)/iu,
    '$1are there any ',
  );

/** "I said Hua Hin but meant Cha-Am" */
const meant = (said: string): string =>
  said.replace(
    /^\W*i (?:said|wrote|typed|put) [^,;.]{2,60}?[,;]? (?:but |and )?(?:i )?meant (?=\S)/iu,
    'sorry, I meant ',
  );

/** "no, not all of them, the ones with more than 20 zones": only those. */
const onlyThose = (said: string): string =>
  said.replace(
    /^\W*(?:(?:no|well|actually|hm+|wait|sorry|but)[\s,]+)*not (?:all|every one|everyone|everybody)(?: of (?:them|these|those))?[\s,;–-]+(?:but |just |only )*(?=(?:the|those|these|ones?|hotels?|customers?)\b)/iu,
    'only ',
  );

/** "stop the newsletter to the Hyatts, they're complaining": why is no part of its name. */
const withoutReason = (said: string): string =>
  said.replace(
    /^(\W*(?:(?:please|pls|can you|could you)\s+)?(?:stop|pause|halt|cancel)\b[^,;:]{4,120}?)\s*[,;–-]+\s*(?:they|he|she|it|there|we|because|since|as|the (?:client|customer|boss))(?:['’]\w+)?\s[^.!?]*[.!\s]*$/iu,
    '$1',
  );

const CHANNEL = String.raw`(?:e-?mail|mail|whats\s?app|line|sms|text)`;
const IN_ORDER = new RegExp(
  String.raw`^(?<lead>.*?)\b(?:by |on |via )?(?<first>${CHANNEL}) first,?\s+(?:and |then |and then |or |else )?(?:by |on |via )?(?<then>${CHANNEL})(?: (?:otherwise|if not|else|second|after that|as (?:an? |the )?(?:fallback|back-?up)|for the (?:rest|others)))?[.!\s]*$`,
  'iu',
);
/** "WhatsApp first, email otherwise" */
const channelsInOrder = (said: string): string =>
  said.replace(IN_ORDER, (...found) => {
    const { lead, first, then } = found.at(-1) as Record<string, string>;
    return `${lead}by ${first}, otherwise ${then}`;
  });
