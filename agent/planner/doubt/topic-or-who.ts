// "a message to all customers about Soundtrack": what it says, or who gets it? Everybody is never taken for somebody.
import type { Frame } from '../frame.ts';
import { isWord } from '../items.ts';
import { readItems } from '../read-items.ts';
import { tokenise } from '../tokens.ts';
import { toReader } from '../topic/to-reader.ts';
import type { Question } from '../types.ts';

export function topicOrWho(frame: Frame): Question | null {
  const { topic, scope, isEverybody, sentence, reader } = frame;
  if (!topic || !scope.isEmpty || !isEverybody || new RegExp(`["“]${escaped(topic)}`, 'u').test(sentence))
    return null;
  const items = readItems({ ...reader, sentence: topic, tokens: tokenise(topic) });
  const isWho =
    items.some(({ kind }) => kind === 'clause' || kind === 'customer') &&
    items.every((item) => ['clause', 'customer', 'mark'].includes(item.kind) || isWord(item, 'skip'));
  if (!isWho || !sentence.includes(topic)) return null;
  return {
    text: `Is “${topic}” what the message is about, or who gets it?`,
    choices: [
      { label: 'What it is about', say: sentence.replace(topic, `"${toReader(topic)}"`) },
      {
        label: 'Who gets it',
        say: sentence.replace(
          new RegExp(`\\b(?:about|regarding|concerning|on)\\s+${escaped(topic)}`, 'iu'),
          `(${topic})`,
        ),
      },
    ],
  };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
