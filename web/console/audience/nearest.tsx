import { fromServer, t } from '../words/t.ts';
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
    <ul className="mt-2 list-outside list-disc space-y-1 ps-5" aria-label={t('What would leave somebody')}>
      {answer.culprits.map(({ words, without, instead }) => (
        <li key={words} className="wrap-anywhere">
          {t('Without “{words}”: {n} {n|customer|customers}.', { words: fromServer(words), n: without })}
          {instead.map((other) => (
            <span key={other.words} className="block">
              {t('Instead “{words}”: {n} {n|customer|customers}.', {
                words: fromServer(other.words),
                n: other.customers,
              })}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
