// How the draft at hand stands, asked in between: "is it formal or casual?", "is it going by e-mail?". It is told, and
// nothing of it is changed.
import { joinWords } from '../../../lib/text.ts';
import type { Frame } from '../frame.ts';
import type { Plan } from '../types.ts';
import { type Form, form, readForms } from './forms.ts';
import { type Reading, saying } from './reading.ts';

const IT = String.raw`(?:it|this|that|they|(?:the|our)\s+(?:letter|message|campaign|draft|tone|text|mail|e-?mail|survey|one)s?)`;
const TONE = `(?:formal|casual|informal|friendly|polite|warm)`;
const WAY = String.raw`(?:e-?mail|mail|whats\s?app|line|sms|text)`;

const FORMS: readonly Form[] = [
  [
    form(
      String.raw`(?:(?:is|are)\s+${IT}\s+(?:now\s+|still\s+|already\s+)?(?:in\s+an?\s+)?${TONE}(?:\s+or\s+(?:in\s+an?\s+)?${TONE})?(?:\s+(?:now|already|style|tone))?|${TONE}\s+or\s+${TONE}(?:\s*[,–-]?\s*which(?:\s+(?:one|is\s+it))*)?|(?:what|which)\s+(?:tone|style)\s+(?:is|are|does|do|has|have)\s+${IT}(?:\s+(?:in|have|written\s+in))?|what(?:['’]s|\s+is)\s+the\s+tone(?:\s+of\s+${IT})?|how\s+(?:formal|casual|friendly)\s+is\s+${IT})`,
    ),
    tone,
  ],
  [
    form(
      String.raw`(?:(?:is|are|will|does|do)\s+${IT}\s+(?:be\s+)?(?:(?:going|go|goes|sent|send|out)\s+)*(?:by|on|via|through|over|as\s+an?)\s+${WAY}(?:\s+(?:or|and)\s+(?:by\s+|on\s+|via\s+)?${WAY})?(?:\s+(?:only|too|now))?|(?:(?:by|on|via|through|over)\s+)?(?:what|which)\s+channels?\s+(?:is|are|does|do|will|would|should|can)\s+${IT}(?:\s+(?:be|go|going|goes|sent|out|on|by|via|use))*|how\s+(?:is|will|does)\s+${IT}\s+(?:be\s+)?(?:sent|(?:go|going)\s+out))`,
    ),
    channels,
  ],
  [
    form(
      String.raw`(?:what|which)\s+(?:kind|type|sort)(?:\s+of\s+(?:a\s+)?(?:campaign|message|letter))?\s+is\s+${IT}|what\s+is\s+${IT}\s+about|what(?:['’]s|\s+is)\s+(?:the|its)\s+topic`,
    ),
    about,
  ],
];

export const readAskedOfDraft: Reading = (frame) =>
  frame.input.thread.campaign && frame.scope.isEmpty ? readForms(frame, FORMS) : null;

function tone(frame: Frame): Plan {
  const { tone: chosen } = frame.input.thread.campaign!.draft;
  const text = chosen ? `It is ${chosen}.` : 'No tone was chosen, so it is by brand and kind.';
  return saying(frame, `${text} “Make it ${chosen === 'formal' ? 'casual' : 'formal'}” changes it.`);
}

function channels(frame: Frame): Plan {
  const { campaign } = frame.input.thread;
  const chosen = frame.input.vocabulary.channels.filter(({ key }) => campaign!.draft.channels.includes(key));
  return saying(
    frame,
    chosen.length > 0
      ? `It goes out by ${joinWords(chosen.map(({ label }) => label))}.`
      : 'No channel was chosen, so each recipient gets it by the first way that reaches them; the preview shows which. “By e-mail only” changes it.',
  );
}

function about(frame: Frame): Plan {
  const { campaign } = frame.input.thread;
  const { type, topic } = campaign!.draft;
  const label = frame.input.vocabulary.types.find(({ key }) => key === type)?.label ?? type;
  return saying(frame, `It is of the kind “${label}”${topic ? `, about “${topic}”` : ''}.`);
}
