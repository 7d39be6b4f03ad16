// Who works at a customer, and how they are reached: "Rudolf left", "Jane Doe is the new GM", "her email is …".
import { type Form, type Step, strict } from './said-change.ts';

const NAME = String.raw`(?:\p{Lu}|\p{Lo})[\p{L}\p{M}'’.-]*?(?<!['’]s)`;
const NAMES = String.raw`${NAME}(?:\s+(?:${NAME}|de|van|von|da|bin|al)){0,4}`;
const person = (name: string): string => `(?<${name}>${NAMES})`;
const ROLE = String.raw`(?<role>[\p{L}&/ -]{2,40}?)`;
/** Somebody by name, or by what they are: "the GM of Hilton Pattaya". */
const WHO = String.raw`(?:${person('who')}|[Tt]he(?:ir)?\s+(?<as>[\p{L}&/ -]{2,40}?)(?:\s+(?:of|at)\s+(?<customer>.+?))?)`;
const NOT_A_ROLE =
  /\b(?:customers?|contracts?|price|e-?mails?|address|phone|number|name|offer|campaign|message|zones?|well)\b/iu;

type Groups = Record<string, string | undefined>;

const contactOf = ({ who, as }: Groups) => (who ? { name: who } : { role: as });
const isRole = (words: string | undefined): boolean => !words || !NOT_A_ROLE.test(words);

const left = (name: string): Step => ({ do: 'contact_left', contact: { name } });
const added = (name: string, role?: string): Step => ({
  do: 'add_contact',
  name,
  ...(role ? { role: role.trim() } : {}),
});

const IS_NEW = String.raw`(?:(?:is|becomes|became|will be)\s+(?:the|their|our|a)\s+new|(?:is\s+now|becomes|became|(?:was|got|has been)\s+(?:made|promoted\s+to))\s+(?:the|their|our)?)`;

export const PEOPLE: readonly Form[] = [
  [
    strict(
      String.raw`${person('who')}\s+(?:(?:has|have|is)\s+)?(?:now\s+)?(?:left|gone|leaving|quit|resigned|retired|moved on|no longer works?|no longer (?:there|with (?:them|us))|does not work|doesn['’]t work|been let go|was let go|stopped working)(?:\s+(?:there|the company|the hotel|the team|anymore|any more|for them))*`,
      String.raw`${person('who')}\s+(?:no longer works|does not work|doesn['’]t work)(?:\s+(?:there|anymore|any more|for them))*`,
      String.raw`(?:[Rr]emove|[Tt]ake)\s+${person('who')}\s+(?:from|off|out of)\s+(?:the|their|our)\s+contacts?(?:\s+list)?`,
    ),
    ({ who }) => ({ steps: [left(who!)] }),
  ],
  [
    strict(
      String.raw`${person('who')}\s+(?:has\s+)?(?:left|quit|resigned from|retired from|is leaving)\s+(?<customer>.+)`,
    ),
    ({ who, customer }) => ({ steps: [left(who!)], customer }),
  ],
  [
    strict(
      String.raw`${person('who')}\s+(?:has\s+|is\s+)?(?:replaced|replaces|replacing|succeeds|succeeded|takes over from|took over from|taken over from|follows|followed)\s+${person('old')}(?:\s+as\s+(?:the\s+)?(?:new\s+)?${ROLE})?`,
      String.raw`${person('old')}\s+(?:was|has been|is|got)\s+(?:being\s+)?(?:replaced|succeeded)\s+by\s+${person('who')}(?:\s+as\s+(?:the\s+)?(?:new\s+)?${ROLE})?`,
      String.raw`[Rr]eplace\s+${person('old')}\s+(?:with|by)\s+${person('who')}(?:\s+as\s+(?:the\s+)?(?:new\s+)?${ROLE})?`,
    ),
    ({ who, old, role }) => ({ steps: [left(old!), added(who!, role)] }),
  ],
  [
    strict(
      String.raw`(?:[Tt]he\s+)?(?:new\s+)?${ROLE}\s+(?:of|at)\s+(?<customer>.+?)\s+is\s+(?:now|from\s+now\s+on|called|named)\s+(?:called\s+)?${person('who')}`,
    ),
    ({ who, role, customer }) => (isRole(role) ? { steps: [added(who!, role)], customer } : null),
  ],
  [
    strict(
      String.raw`(?:[Tt]he(?:ir)?|[Oo]ur)\s+new\s+${ROLE}(?:\s+there)?\s+(?:is|will be)(?:\s+(?:called|named))?\s+${person('who')}`,
      String.raw`(?:(?:[Tt]hey|[Ii]t|[Tt]he customer|[Tt]here)(?:\s+now)?\s+(?:ha(?:ve|s)(?:\s+got)?|is|got)\s+)?[Aa]?\s*new\s+${ROLE}(?:\s+there)?\s*(?:(?:is\s+)?(?:called|named)|:|,|is)\s+${person('who')}`,
      String.raw`(?<customer>.+?)(?:\s+now)?\s+(?:has|have|got)(?:\s+got)?\s+a\s+new\s+${ROLE}\s*(?:called|named|:|,)\s*${person('who')}`,
      String.raw`${person('who')}\s+(?:has\s+)?(?:joined|started|begins|starts|joins)(?:\s+(?:there|them|the team))?\s+as\s+(?:the\s+|their\s+)?(?:new\s+)?${ROLE}`,
      String.raw`${person('who')}\s+(?:has\s+)?(?:joined|joins)\s+(?<customer>.+?)\s+as\s+(?:the\s+|their\s+)?(?:new\s+)?${ROLE}`,
      String.raw`[Aa]dd\s+(?:a\s+)?(?:new\s+)?(?:contact\s+)?${person('who')}\s+as\s+(?:the\s+|their\s+|an?\s+)?(?:new\s+)?${ROLE}`,
      String.raw`${person('who')}\s+${IS_NEW}\s*${ROLE}`,
    ),
    ({ who, role, customer }) => (isRole(role) ? { steps: [added(who!, role)], customer } : null),
  ],
  [
    strict(String.raw`[Aa]dd\s+(?:a\s+|the\s+)?(?:new\s+)?contact:?\s+${person('who')}`),
    ({ who }) => ({ steps: [added(who!)] }),
  ],
  [
    strict(
      String.raw`${WHO}\s+(?:prefers|likes|wants|would\s+(?:like|rather))(?:\s+to\s+be\s+(?:contacted|reached|written\s+to)(?:\s+(?:by|on|via|over))?)?\s+(?<channel>[Ee]-?mail|[Ww]hats\s?[Aa]pp|LINE|[Ll]ine|SMS|sms|[Tt]ext(?:\s+messages?)?)`,
    ),
    ({ channel, customer, ...who }) => ({
      steps: [{ do: 'change_contact', contact: contactOf(who), preferredChannel: channelOf(channel!) }],
      customer,
    }),
  ],
  [
    strict(
      String.raw`${WHO}\s+(?:only\s+)?(?:speaks|reads|writes|prefers)\s+(?:only\s+)?(?<language>\p{Lu}[\p{L}]{2,20})`,
    ),
    ({ language, customer, ...who }) => ({
      steps: [{ do: 'change_contact', contact: contactOf(who), language }],
      customer,
    }),
  ],
  [
    strict(
      String.raw`${person('who')}\s+is\s+(?:now\s+)?(?:called|named)\s+${person('name')}`,
      String.raw`${person('who')}['’]s\s+(?:new\s+)?(?:sur|last\s+|full\s+)?name\s+is\s+(?:now\s+|spell?ed\s+)?${person('name')}`,
    ),
    ({ who, name }) => ({ steps: [{ do: 'change_contact', contact: { name: who }, name }] }),
  ],
];

const channelOf = (said: string): string => {
  const word = said.toLowerCase().replaceAll(/[\s-]/g, '');
  return word.startsWith('text') ? 'sms' : word;
};

const KIND = String.raw`(?<kind>e-?mail|phone|mobile|cell|tel(?:ephone)?|whats\s?app|line|sms|contact)(?:\s+(?:address|number|id))?`;
const AT = '(?<at>‹\\d+›)';
const SET = '(?:change|update|set|correct)';
const loose = (...sources: string[]): RegExp => new RegExp(`^(?:${sources.join('|')})$`, 'iu');

/** Addresses stand as ‹0›, ‹1› … in the words; `who` is a person by name, or what they are. */
export const REACHED: readonly [RegExp, boolean][] = [
  [
    loose(
      String.raw`(?:the\s+)?(?<who>[^‹]+?)['’]s?\s+(?:new\s+|current\s+|right\s+)?${KIND}\s*(?:is|:|should\s+be|changed\s+to|has\s+changed\s+to)?\s*(?:now\s+)?${AT}`,
      String.raw`${SET}\s+(?:the\s+)?(?<who>[^‹]+?)['’]s?\s+${KIND}\s+(?:to|into)\s+${AT}`,
      String.raw`${SET}\s+(?:the\s+)?${KIND}\s+(?:of|for)\s+(?:the\s+)?(?<who>[^‹]+?)\s+(?:to|into)\s+${AT}`,
      String.raw`(?:the\s+)?(?:new\s+)?${KIND}\s+(?:of|for)\s+(?:the\s+)?(?<who>[^‹]+?)\s+(?:is|:|has\s+changed\s+to)\s*(?:now\s+)?${AT}`,
      String.raw`(?<who>[^‹]+?)\s+(?:now\s+)?has\s+a\s+new\s+${KIND}\s*(?:,|:|\s)\s*${AT}`,
      String.raw`(?:the(?:ir)?|her|his|its)\s+(?:new\s+|current\s+|right\s+)?${KIND}\s*(?:is|:|has\s+changed\s+to|changed\s+to)?\s*(?:now\s+)?${AT}`,
      String.raw`${SET}\s+(?:the(?:ir)?|her|his|its)\s+${KIND}\s+(?:to|into)\s+${AT}`,
      String.raw`(?:the\s+)?new\s+${KIND}\s*(?:is|:)?\s*${AT}`,
    ),
    true,
  ],
  [
    loose(
      String.raw`(?:the\s+)?(?<who>[^‹]+?)\s+(?:is|can\s+be|may\s+be)\s+(?:now\s+|also\s+)?(?:reach(?:ed|able)|contacted)\s+(?:at|on|via|by|under)\s+(?:${KIND}\s+)?${AT}`,
      String.raw`add\s+(?:the\s+)?(?:${KIND}\s+)?${AT}\s+(?:to|for)\s+(?:the\s+)?(?<who>[^‹]+?)`,
    ),
    false,
  ],
];

export const isPerson = (words: string): boolean => new RegExp(`^${NAMES}$`, 'u').test(words);
