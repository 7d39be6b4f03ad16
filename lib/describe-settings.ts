// The settings as a person reads them: the reference in docs/ and the example to copy.
import { z } from 'zod';
import { SETTINGS } from './config.ts';

type Setting = { name: string; does: string; example: string; initial: string };

const groups = Object.entries(SETTINGS).map(([title, settings]) => ({
  title,
  settings: Object.entries(settings).map(([name, schema]) => describe(name, schema)),
}));

/** A page for docs/: one table for each group. */
export const settingsPage = (): string =>
  [
    '# Settings',
    '',
    'All are optional: with none set, everything is embedded and nothing leaves the machine. They come from the environment or',
    'from a file `.env` beside the program (`.env.example` is one to copy); the environment wins. A wrong one stops the start',
    'with a sentence that names it. This page is made from `lib/config.ts` by `node scripts/write-settings.ts`.',
    ...groups.flatMap(({ title, settings }) => [
      '',
      `## ${title}`,
      '',
      '| setting | what it does | without it |',
      '|---|---|---|',
      ...settings.map(
        ({ name, does, initial }) => `| \`${name}\` | ${does} | ${initial && `\`${initial}\``} |`,
      ),
    ]),
    '',
  ].join('\n');

/** The file to copy to .env: every setting, none of them set. */
export const settingsExample = (): string =>
  [
    '# Every setting of Refrain. All are optional: with none set, everything is embedded and nothing leaves the machine.',
    '# Copy to .env and remove the "#" of what you set.',
    ...groups.flatMap(({ title, settings }) => [
      '',
      `# ${title}`,
      ...settings.flatMap(({ name, does, example }) => [
        ...wrap(does).map((line) => `# ${line}`),
        `#${name}=${example}`,
      ]),
    ]),
    '',
  ].join('\n');

function describe(name: string, schema: z.ZodType): Setting {
  const { default: initial = '' } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' });
  const { description = '', example = initial } = schema.meta() ?? {};
  return { name, does: description, initial: String(initial), example: String(example) };
}

const WIDTH = 116;
const wrap = (text: string) =>
  text.match(new RegExp(`.{1,${WIDTH}}(?= |$)`, 'g'))!.map((line) => line.trim());
