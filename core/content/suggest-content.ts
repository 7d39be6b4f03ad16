// Several subjects and calls to action for one channel, each tried on a real recipient and checked as the letter is.
import { keepAnswers } from '../../lib/keep-answers.ts';
import type { Composed } from './compose-one.ts';
import { ALTERNATIVES, type Alternatives, GENERAL } from './types/alternatives.ts';
import { SPOKEN_ALTERNATIVES } from './types/alternatives-spoken.ts';
import { hasCallToAction } from './verify/check-form.ts';
import { verifyMessage } from './verify/verify-message.ts';
import { parseWording, unknownFields, writeWording } from './wording.ts';

/** `text` as the sample's recipient would read it, `wording` what a draft takes to say it to everybody. */
export type Suggestion = { text: string; wording: string };
/** `language`: that of the sample's reader, in which all of it is; a draft takes it as its wording for `channel/language`. */
export type Suggested = { language: string; subjects: Suggestion[]; callsToAction: Suggestion[] };

const MOST = 5;

/** The letter's own subject first. What prints a fact that is not known here, or fails a check, is not among them. */
export function suggestContent(sample: Composed): Suggested {
  const { language } = sample.made.frame;
  const { subjects, asks } = alternativesFor(sample.made.type, language);
  const written = sample.letter.subject;
  return {
    language,
    subjects:
      written === undefined
        ? []
        : [{ text: written, wording: '' }, ...usable(sample, subjects, 'subject')].slice(0, MOST),
    callsToAction: usable(sample, asks, 'ask').slice(0, MOST),
  };
}

/** Those of every type last; in another language than the types' own there are no others. */
function alternativesFor(type: string, language: string): Alternatives {
  const spoken = SPOKEN_ALTERNATIVES[language];
  if (spoken) return spoken;
  const { subjects = [], asks = [] } = ALTERNATIVES[type] ?? {};
  return { subjects: [...subjects, ...GENERAL.subjects], asks: [...asks, ...GENERAL.asks] };
}

function usable(sample: Composed, forms: readonly string[], as: 'subject' | 'ask'): Suggestion[] {
  return forms.flatMap((wording) => {
    const text = write(sample, wording);
    if (text === null || (as === 'ask' && !hasCallToAction(text))) return [];
    return isSound(sample, { text, as }) ? [{ text, wording }] : [];
  });
}

const MOST_FORMS = 1000;
/** The forms are ours, and as many as there are. */
const parsedForm = keepAnswers((form) => parseWording('suggestion', { body: form }), MOST_FORMS);

/** The form with this recipient's facts; null where one of them is not known. */
function write({ made }: Composed, form: string): string | null {
  const parsed = parsedForm(form);
  if (unknownFields(parsed, made.view, 'chat').length > 0) return null;
  return writeWording(parsed, made.view, { body: '' }).body;
}

function isSound({ letter, rendered, made }: Composed, { text, as }: { text: string; as: string }): boolean {
  const changed =
    as === 'subject' ? { ...letter, subject: text } : { ...letter, body: `${letter.body}\n\n${text}` };
  const source = [...made.check.sources, text];
  const found = verifyMessage({ ...made.check, sources: source, letter: changed, rendered: { ...rendered } });
  return found.every(({ severity, place }) => severity !== 'error' || place === 'footer');
}
