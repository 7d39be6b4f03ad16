import type { z } from 'zod';
import type { modelMonth } from '../../../core/threads/model-usage.ts';
import { Problem } from '../cards/card.tsx';
import { usePolled } from '../use-polled.ts';
import { inLanguage, t } from '../words/t.ts';
import { moneyWords, numberWords } from '../words.ts';

/** What this month's answers used, by who gave them. */
export function ModelUse() {
  const { data, problem, reload } = usePolled<z.infer<typeof modelMonth>>('/model-usage', null);
  if (problem) return <Problem words={problem} onRetry={() => void reload()} />;
  if (!data) return null;
  const { tokens, ownTokens, left, minds } = data;
  return (
    <div className="mt-2 border-t border-base-300 pt-2">
      <p>
        {t('This month: {tokens} tokens, of them {own} by you.', { tokens, own: ownTokens })}{' '}
        {left !== null && t('{left} are left to you.', { left: Math.max(0, left) })}
      </p>
      <ul className="quiet">
        {minds.map(({ mind, answers, tokens: used, costUsd }) => (
          <li key={mind} className="wrap-anywhere">
            {inLanguage(mind)}: {t('{n} {n|answer|answers}', { n: answers })}
            {used > 0 && ` · ${t('{n} tokens', { n: numberWords(used) })}`}
            {costUsd > 0 && ` · ${moneyWords(Math.round(costUsd * 100), 'USD')}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
