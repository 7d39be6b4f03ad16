import type { Part } from '../../../core/parts.ts';
import { inEnglish, t } from '../words/t.ts';

const AFTER: { kinds: Part['kind'][]; words: string; say: string[] }[] = [
  {
    kinds: ['approval'],
    words: t('Or change it first'),
    say: [t('Only by e-mail'), t('Make it more casual'), t('Send it on Monday at 9am')],
  },
  { kinds: ['progress'], words: t('Next'), say: [t('Show the replies'), t('How many have been delivered?')] },
  {
    kinds: ['preview'],
    words: t('Next'),
    say: [t('Send a test to the first customer only'), t('Send it'), t('Make it more casual')],
  },
];

/** What the agent does not understand in every language that the page speaks: pressed, it is said in English. */
const IN_ENGLISH: ReadonlySet<string> = new Set([
  t('Show the replies'),
  t('How many have been delivered?'),
  t('Send a test to the first customer only'),
]);

/** What people say next, one press away. */
export function Suggestions({ parts, onSay }: { parts: readonly Part[]; onSay: (text: string) => void }) {
  const next = AFTER.find(({ kinds }) => parts.some((part) => kinds.includes(part.kind) && isOpen(part)));
  if (!next) return null;
  return (
    <div className="my-3 flex flex-wrap items-center gap-2">
      <span className="quiet text-xs">{next.words}:</span>
      {next.say.map((sentence) => (
        <button
          key={sentence}
          type="button"
          className="btn btn-sm rounded-full font-normal"
          onClick={() => onSay(IN_ENGLISH.has(sentence) ? inEnglish(sentence) : sentence)}
        >
          {sentence}
        </button>
      ))}
    </div>
  );
}

const isOpen = (part: Part) => part.kind !== 'approval' || part.status === 'requested';
