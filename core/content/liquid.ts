// Wording that a person wrote is Liquid; so are the built-in letters, which compile-letter.ts writes.
import { Liquid, type Template } from 'liquidjs';
import { keepAnswers } from '../../lib/keep-answers.ts';

/** Printed in place of what is not known, so that an empty hole in a sentence is found and refused. */
export const UNKNOWN_MARK = '\uE000';

// Room for a long letter, and for loops over a customer's parts; the time is for a machine that is busy.
const LIMITS = { parseLimit: 10_000, renderLimit: 1000, memoryLimit: 100_000 };

/** For a person's wording: no parts, no raw output, bounded in size, memory and time. */
export const wordingEngine: Liquid = makeWordingEngine();

function makeWordingEngine(): Liquid {
  const engine = new Liquid({
    ...LIMITS,
    templates: {},
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    outputEscape: print,
    // A zone of its own, and dates as letters have them, whatever the machine is set to.
    timezoneOffset: 'UTC',
    locale: 'en-GB',
  });
  for (const tag of ['include', 'render', 'layout', 'block']) delete engine.tags[tag];
  engine.unregisterFilter('raw');
  return engine;
}

/** Lists print as words; what is not known prints a mark. */
export function print(value: unknown): string {
  if (value === null || value === undefined) return UNKNOWN_MARK;
  if (Array.isArray(value)) return value.map(print).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export const renderText = (engine: Liquid, template: Template[], view: object): string =>
  tidy(String(engine.renderSync(template, view)));

/** No blanks at line ends, one empty line between paragraphs, none at the ends. */
export const tidy = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const MOST_SOURCES = 500;

/** A template's fixed words: its tags go, words in quotes inside them stay. Every letter of a campaign asks for the same. */
export const withoutTags = keepAnswers(
  (source): string =>
    source.replace(/\{[{%]([\s\S]*?)[}%]\}/g, (_, code: string) =>
      [...code.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, a, b]) => ` ${a ?? b} `).join(' '),
    ),
  MOST_SOURCES,
);
