// What is said in a call, and what stands beside it for a colleague who makes it.
import type { LetterLanguage } from '../../campaigns/draft.ts';
import type { Letter } from '../letters.ts';
import { type Question, SCRIPT_WORDS, SPOKEN_QUESTIONS } from './questions.ts';
import { speak } from './speak.ts';

export type Call = {
  language: string;
  question: Question;
  purpose: 'service' | 'marketing';
  codes: readonly string[];
  /** Of whoever makes it, where a colleague does. */
  home: string;
};

const questionsOf = (language: string) => SPOKEN_QUESTIONS[language as LetterLanguage] ?? SPOKEN_QUESTIONS.en;

/** What the letter asks for in the end, in place of a written answer. */
export const spokenAsk = ({ language, question }: Pick<Call, 'language' | 'question'>): string => {
  const words = questionsOf(language);
  return [words[question], words.listening].join(joint(language));
};

/** As a machine says it: what it asks comes last, for it listens then. */
export function spokenCall(letter: Letter, call: Call): string {
  const { said, ask } = apart(letter, call);
  const stop = call.purpose === 'marketing' ? questionsOf(call.language).stop : '';
  return [said, stop, ask].filter(Boolean).join('\n');
}

/** For a colleague: what to say, what to ask, and what to note of the answer. */
export function callScript(letter: Letter, call: Call): string {
  const { language, question, purpose, home } = call;
  const words = SCRIPT_WORDS[home.slice(0, 2).toLowerCase() as LetterLanguage] ?? SCRIPT_WORDS.en;
  return [
    `${words.say}:\n${apart(letter, call).said}`,
    `${words.ask}:\n${questionsOf(language)[question]}`,
    `${words.note}:\n${words.notes[question]}`,
    ...(purpose === 'marketing' ? [words.noMore] : []),
  ].join('\n\n');
}

/** The words without what they ask for, where that is the call's own question. */
function apart({ body }: Letter, call: Call): { said: string; ask: string } {
  const ask = spokenAsk(call);
  return body.includes(ask)
    ? { said: speak(body.replace(ask, ''), call), ask }
    : { said: speak(body, call), ask: '' };
}

const joint = (language: string): string => (language === 'ja' || language === 'zh' ? '' : ' ');
