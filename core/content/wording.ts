import type { Template } from 'liquidjs';
import { AppError } from '../../lib/errors.ts';
import { joinWords } from '../../lib/text.ts';
import type { Draft } from '../campaigns/draft.ts';
import type { Family } from './channel-form.ts';
import type { Letter } from './letters.ts';
import { renderText, tidy, wordingEngine } from './liquid.ts';
import type { View } from './view.ts';

export type Wording = {
  channel: string;
  subject: Template[] | null;
  body: Template[] | null;
  ask: Template[] | null;
  /** What the person wrote; its numbers and names are theirs. */
  source: string;
};

type Field = 'subject' | 'body' | 'ask';

/** Parses a person's own wording for one channel; `template:invalid` names the line and what to do. */
export function parseWording(channel: string, given: Draft['wording'][string]): Wording {
  const parse = (field: Field, text: string) => {
    try {
      return wordingEngine.parse(text);
    } catch (error) {
      throw explain(error, { channel, field });
    }
  };
  return {
    channel,
    subject: given.subject === undefined ? null : parse('subject', given.subject),
    body: given.body === undefined ? null : parse('body', given.body),
    ask: given.ask === undefined ? null : parse('ask', given.ask),
    source: [given.subject, given.body, given.ask].map((text) => text ?? '').join('\n'),
  };
}

/**
 * A person's words for one recipient; what they did not give, subject or body, is the built-in one. `template:invalid` when
 * they name a field that there is not, or do not come to an end.
 */
export function writeWording(
  wording: Wording,
  view: View & { own_ask?: string | null },
  builtIn: Letter,
): Letter {
  const render = (field: Field, template: Template[]) => {
    try {
      return renderText(wordingEngine, template, view);
    } catch (error) {
      throw explain(error, { channel: wording.channel, field, view });
    }
  };
  const subject = wording.subject ? oneLine(render('subject', wording.subject)) : builtIn.subject;
  return {
    ...(subject === undefined ? {} : { subject }),
    body: wording.body ? render('body', wording.body) : builtIn.body,
  };
}

/** The fields that the body of a wording names. */
export const namedFields = ({ body }: Wording): string[] => [
  ...new Set(wordingEngine.globalFullVariablesSync(body ?? [])),
];

/** What the built-in letter asks for instead; null where the wording leaves it as it is. */
export function writeAsk({ ask, channel }: Wording, view: View): string | null {
  try {
    return ask && tidy(renderText(wordingEngine, ask, view));
  } catch (error) {
    throw explain(error, { channel, field: 'ask', view });
  }
}

/** The fields that a wording prints and that are not known here. */
export function unknownFields(wording: Wording, view: View, family: Family): string[] {
  const templates = [wording.body ?? [], wording.ask ?? [], family === 'chat' ? [] : (wording.subject ?? [])];
  const named = templates.flatMap((template) => wordingEngine.globalFullVariablesSync(template));
  return [...new Set(named)].filter((path) => valueAt(view, path) === null);
}

const oneLine = (text: string): string => tidy(text).replace(/\s+/g, ' ');

const valueAt = (view: View, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (at, key) => (at !== null && typeof at === 'object' ? Reflect.get(at, key) : undefined),
      view,
    );

type Place = { channel: string; field: Field; view?: View };

// liquidjs writes the reason and the place into one message: "undefined variable: zoness, line:1, col:4".
function explain(error: unknown, { channel, field, view }: Place): AppError {
  const message = error instanceof Error ? error.message : String(error);
  const [, reason = message, line, column] =
    /^([\s\S]*?)(?:, file:[^,]*)?(?:, line:(\d+), col:(\d+))?$/.exec(message) ?? [];
  const at = line ? ` in line ${line}` : '';
  const unknown = /^undefined variable: (.+)$/.exec(reason)?.[1];
  const known = view ? joinWords(fieldNames(view), 'or') : null;
  return new AppError(
    'template:invalid',
    unknown
      ? `The wording for ${channel} names "${unknown.slice(0, 60)}"${at}, and there is no such field.`
      : `The wording for ${channel} cannot be used${at}: ${saying(reason)}.`,
    {
      nextStep:
        unknown && known
          ? `Use ${known}.`
          : `Correct the ${field} of the wording, or drop it for the built-in one.`,
      where: {
        path: `wording.${channel}.${field}`,
        ...(line ? { line: Number(line), column: Number(column) } : {}),
      },
      cause: error,
    },
  );
}

function saying(reason: string): string {
  if (/render limit/.test(reason)) return 'it does not come to an end in time';
  if (/memory/.test(reason)) return 'it makes too much text';
  if (/parse length/.test(reason)) return 'it is too long';
  return reason.slice(0, 160).replace(/[.\s]+$/, '');
}

/** Every name that a wording may print, such as contract.ends_on. */
export function fieldNames(view: View): string[] {
  return Object.entries(view).flatMap(([key, value]) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.keys(value).map((inner) => `${key}.${inner}`)
      : [key],
  );
}
