// Names as files bring them: what is no name is said to nobody, whatever it could do to a template or a page (nothing).
import { type CustomerFacts, NAMELESS } from '../facts.ts';
import type { Finding } from './finding.ts';

// A template's mark, or a page's: "<Rooftop>" is a name.
const CODE =
  /\{\{|\}\}|\{%|%\}|\$\{|<\/?(?:script|style|iframe|object|embed|img|svg|form|input|html|body|link|meta|div|span|br|[abipu])(?=[\s/>])|\bon(?:error|load|click|mouseover)\s*=/i;
const MAY_BE_CODE = /[{<$=]/;

/** Longer than any name of a house, a person or a room. */
const LONGEST = 150;

type Given = { facts: CustomerFacts; contactName: string | null; text: string };

/** Names in `text` that hold code or are far too long, and a customer whose name says nothing. */
export function checkGiven({ facts, contactName, text }: Given): Finding[] {
  const names: [what: string, name: string | null][] = [
    ['customer', facts.name],
    ['contact', contactName],
    ...facts.units.map((unit): [string, string] => ['unit', unit]),
    ...Object.values(facts.attributes).map((value): [string, string | null] => [
      'field',
      typeof value === 'string' && MAY_BE_CODE.test(value) ? value : null,
    ]),
  ];
  return [
    ...(facts.name === NAMELESS ? [wrong('The customer has no name.', '')] : []),
    ...names.flatMap(([what, name]) => {
      if (name === null) return [];
      const shown = `“${name.slice(0, 60)}${name.length > 60 ? '…' : ''}”`;
      const isCode = MAY_BE_CODE.test(name) && CODE.test(name) && text.includes(name);
      if (isCode) return [wrong(`The ${what} is called ${shown}, which is code and no name.`, name)];
      const isLong = name.length > LONGEST && what !== 'field';
      return isLong ? [wrong(`The name of the ${what}, ${shown}, has ${name.length} characters.`, name)] : [];
    }),
  ];
}

const wrong = (message: string, words: string): Finding => ({
  severity: 'error',
  place: 'body',
  message,
  repair: 'Mend it at the customer, or leave this customer out.',
  ...(words ? { words } : {}),
  fix: { do: 'open', page: 'customer' },
});
