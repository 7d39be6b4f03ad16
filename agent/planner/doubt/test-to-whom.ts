// "send me a test", without an address: by itself a test goes to the first customer, who is somebody else.
import type { Frame } from '../frame.ts';
import type { Question } from '../types.ts';

const ME = '(?:me|myself|us|ourselves)';
const TO_ME = new RegExp(
  String.raw`\b(?:to|for|at)\s+(?:${ME}|(?:my|our)(?:\s+own)?\s+(?:e-?mail|mail|address|inbox|number|phone|team))\b|\b(?:send|mail|e-?mail|text|give|get|forward)\s+${ME}\b`,
  'iu',
);

export function testToWhom({ cues, address, sentence }: Frame): Question | null {
  if (!cues.has('test') || address || !TO_ME.test(sentence)) return null;
  return {
    text: 'To which address or number shall the test go? Say “send a test to you@example.com”.',
    choices: [{ label: 'Show it here instead', say: 'show me the messages' }],
  };
}
