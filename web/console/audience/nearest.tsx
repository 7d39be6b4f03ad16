import { plural } from '../words.ts';
import { useAsked } from './use-asked.ts';

type Culprit = {
  words: string;
  without: number;
  instead: { words: string; customers: number }[];
};

/** Where nobody matches: which condition is to blame, and what would leave somebody. */
export function Nearest({ filter }: { filter: string }) {
  const { answer } = useAsked<{ culprits: Culprit[] }>('/targeting/audience/nearest', `{"filter":${filter}}`);
  if (!answer || answer.culprits.length === 0) return null;
  return (
    <ul className="mt-2 list-outside list-disc space-y-1 ps-5" aria-label="What would leave somebody">
      {answer.culprits.map(({ words, without, instead }) => (
        <li key={words} className="wrap-anywhere">
          Without “{words}”: {plural(without, 'customer')}.
          {instead.map((other) => (
            <span key={other.words} className="block">
              Instead “{other.words}”: {plural(other.customers, 'customer')}.
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
