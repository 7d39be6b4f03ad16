// A draft of the template that would carry a message: what is the recipient's own becomes a parameter.
import { sha256 } from '../../../lib/crypto.ts';
import { escapePattern } from '../../../lib/text.ts';
import type { ShownImage } from '../../images/read-images.ts';
import type { Composed } from '../compose-one.ts';
import type { View } from '../view.ts';

export type DraftedTemplate = {
  name: string;
  language: string;
  category: 'marketing' | 'utility';
  body: string;
  footer: string | null;
  /** A picture heads it, of which this one of the library is the example. */
  hasPicture: boolean;
  pictureId: string | null;
  /** What each parameter says, and an invented example of it: nobody's own facts are handed in. */
  fields: string[];
  samples: string[];
  /** What the platform would refuse. */
  problems: string[];
};

type Field = { field: string; value: (view: View) => string | null };
const number = (value: number | null): string | null => (value === null ? null : String(value));

const FIELDS: readonly Field[] = [
  { field: 'contact.name', value: (view) => view.contact.name },
  { field: 'customer.name', value: (view) => view.customer.name },
  { field: 'unit_list', value: (view) => view.unit_list },
  { field: 'unit_count', value: (view) => number(view.unit_count) },
  { field: 'contract.sum', value: (view) => view.contract.sum },
  { field: 'contract.ends_on', value: (view) => view.contract.ends_on },
  { field: 'contract.days_left', value: (view) => number(view.contract.days_left) },
  { field: 'contract.since_year', value: (view) => view.contract.since_year },
  { field: 'contract.price', value: (view) => view.contract.price },
  { field: 'contract.total', value: (view) => view.contract.total },
  { field: 'contract.offer', value: (view) => view.contract.offer },
  { field: 'offer_code', value: (view) => view.offer_code },
  { field: 'occasion', value: (view) => view.occasion },
  { field: 'occasion_on', value: (view) => view.occasion_on },
];

/** What a parameter of that name says; null where it is not known. */
export const fieldValue = (view: View, name: string): string | null =>
  FIELDS.find(({ field }) => field === name)?.value(view) ?? null;

/** Whether platforms take such a picture above a template: they show no GIF there. */
export const showsInTemplate = (image: Pick<ShownImage, 'url'> | null): boolean =>
  image !== null && !image.url.endsWith('.gif');

/** `sample` is the view of an invented customer in the same language; `pictureId` the campaign's picture. */
export function draftTemplate(
  { letter, made }: Composed,
  { sample, pictureId = null }: { sample: View; pictureId?: string | null },
): DraftedTemplate {
  const { body, fields } = parametrise(letter.body, made.view);
  const hasPicture = showsInTemplate(made.frame.image);
  const { language, purpose, footer } = made.frame;
  const samples = fields.map((field) => fieldValue(sample, field) ?? fieldValue(made.view, field) ?? '');
  return {
    name: `${made.type}_${sha256(`${body}\n${footer}${hasPicture ? '\npicture' : ''}`).slice(0, 8)}`
      .toLowerCase()
      .replace(/[^a-z0-9_]/g, '_'),
    language: CODES[language] ?? language,
    category: purpose === 'marketing' || offers(made.view) ? 'marketing' : 'utility',
    body,
    footer: footer || null,
    hasPicture,
    pictureId: hasPicture ? pictureId : null,
    fields,
    samples,
    problems: problemsOf(body, footer),
  };
}

/** What offers something is marketing, whatever else it says. */
const offers = ({ offer, contract }: View): boolean => Boolean(offer || contract.offer);

const CODES: Readonly<Record<string, string>> = { zh: 'zh_CN', pt: 'pt_BR' };

/** The body with `{{1}}`, `{{2}}` … for what differs by recipient, the longest values first. */
function parametrise(text: string, view: View): { body: string; fields: string[] } {
  const known = new Map(
    FIELDS.flatMap(({ field, value }): [string, string][] => {
      const said = value(view);
      return said ? [[said, field]] : [];
    }).reverse(),
  );
  const words = [...known.keys()].sort((a, b) => b.length - a.length).map(asWord);
  if (words.length === 0) return { body: text, fields: [] };
  const fields: string[] = [];
  const body = text.replace(new RegExp(words.join('|'), 'gu'), (value) => {
    fields.push(known.get(value) ?? '');
    return `{{${fields.length}}}`;
  });
  return { body, fields };
}

// A name is a whole word where words are parted: Thai and Japanese write on beside it.
const asWord = (value: string): string =>
  `(?<![\\p{Script=Latin}\\p{N}])${escapePattern(value)}(?![\\p{Script=Latin}\\p{N}])`;

const BODY_ROOM = 1024;
const FOOTER_ROOM = 60;

/** What the platform refuses of a body and a footer. */
export function problemsOf(body: string, footer: string): string[] {
  const problems: [boolean, string][] = [
    [/^\s*\{\{|\}\}\s*$/.test(body), 'A template must not begin or end with a parameter.'],
    [/\}\}\s*\{\{/.test(body), 'Between two parameters there must be words.'],
    [body.length > BODY_ROOM, `The body is longer than ${BODY_ROOM} characters.`],
    [footer.length > FOOTER_ROOM, `The footer is longer than ${FOOTER_ROOM} characters.`],
  ];
  return problems.filter(([isSo]) => isSo).map(([, words]) => words);
}
