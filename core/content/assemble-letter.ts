// A letter from its pieces: greeting, opening, offer, the list of units, what is asked, sign-off.
import { builtInType } from './built-in-types.ts';
import { FAMILIES, type Family } from './channel-form.ts';
import type { Speech } from './speech.ts';
import type { LetterPieces } from './types.ts';
import type { Tone } from './view.ts';

/** `greets` is how the greeting stands in the letter. */
type Shape = { family: Family; tone: Tone; listsUnits: boolean; greets?: string };

/** `part` gives the source of a part that every letter has, or what includes it. */
export function assembleLetter(
  { subject, opening, ask }: LetterPieces,
  { family, tone, listsUnits, greets }: Shape,
  part: (name: string) => string,
): { subject: string | null; body: string } {
  if (family === 'glance') return { subject, body: `${opening}\n\n${part('part-offer')}` };
  const isEmail = family === 'email';
  const body = [
    greets ?? `{{ greeting }}${!isEmail && tone === 'casual' ? '!' : ','}`,
    opening,
    part('part-offer'),
    ...(listsUnits ? [part('part-units')] : []),
    ask,
    part('part-link'),
    part(isEmail ? `part-sign-${tone}` : 'part-sign-chat'),
  ].join('\n\n');
  return { subject: isEmail ? subject : null, body };
}

const SECTION = /^--- (formal|casual) (opening|ask)\n/m;

/** The letters of a file that holds a type's pieces in both tones, by "family.tone". */
export function readPieces(
  source: string,
  { listsUnits }: Pick<Shape, 'listsUnits'>,
): Record<string, string> {
  const [head = '', ...rest] = source.split(SECTION);
  const subject = head.replace(/^Subject: /, '').trim();
  const sections = new Map<string, string>();
  for (let at = 0; at + 2 < rest.length + 1; at += 3)
    sections.set(`${rest[at]} ${rest[at + 1]}`, (rest[at + 2] ?? '').trim());
  const include = (name: string) => `{% include '${name}' %}`;
  const letters = (['formal', 'casual'] as const).flatMap((tone) =>
    FAMILIES.map((family) => {
      const pieces = {
        subject,
        opening: need(sections, `${tone} opening`),
        ask: need(sections, `${tone} ask`),
      };
      const made = assembleLetter(pieces, { family, tone, listsUnits }, include);
      return [
        `${family}.${tone}`,
        made.subject ? `Subject: ${made.subject}\n\n${made.body}` : made.body,
      ] as const;
    }),
  );
  return Object.fromEntries(letters);
}

function need(sections: ReadonlyMap<string, string>, name: string): string {
  const text = sections.get(name);
  if (!text) throw new Error(`A letter lacks its section "${name}".`);
  return text;
}

/** The letters and parts of a file that holds a whole language, by name: "=== renewal", "-- opening", "-- formal" … */
export function readSections(source: string, speech: Speech): Record<string, string> {
  const [, ...rest] = source.split(/^=== (.+)\n/m);
  const named: [string, string][] = [];
  for (let at = 0; at + 1 < rest.length; at += 2) {
    const [name, text] = [rest[at] ?? '', (rest[at + 1] ?? '').trimEnd()];
    if (text.startsWith('Subject: ')) named.push(...lettersOf(name, text, speech));
    else named.push([name, text]);
  }
  return Object.fromEntries(named);
}

const FORM = /^Subject: (.*)\n-- opening\n([\s\S]*?)\n-- formal\n([\s\S]*?)\n-- casual\n([\s\S]*)$/;

// A feast is named in each language's own words; whatever else it is about follows.
const BESIDE_FEAST = '{% if occasion_topic %} {{ topic_said }}{% endif %}';

function lettersOf(name: string, text: string, speech: Speech): [string, string][] {
  const [, subject = '', opening, formal, casual] = FORM.exec(text) ?? [];
  if (!opening || !formal || !casual) throw new Error(`The letter "${name}" lacks one of its parts.`);
  const include = (part: string) => `{% include '${part}' %}`;
  const listsUnits = builtInType(name)?.listsUnits ?? false;
  return (['formal', 'casual'] as const).flatMap((tone) =>
    FAMILIES.map((family): [string, string] => {
      const pieces = {
        subject,
        opening: `${opening}${name === 'seasonal' ? BESIDE_FEAST : include('part-topic')}`,
        ask: tone === 'formal' ? formal : casual,
      };
      const greets = `{{ greeting }}${speech.end[tone]}`;
      const made = assembleLetter(pieces, { family, tone, listsUnits, greets }, include);
      return [
        `${name}.${family}.${tone}`,
        made.subject ? `Subject: ${made.subject}\n\n${made.body}` : made.body,
      ];
    }),
  );
}
