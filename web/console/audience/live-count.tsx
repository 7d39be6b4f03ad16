import { Problem } from '../cards/card.tsx';
import { Panel } from '../pages/page.tsx';
import { useLate } from '../use-late.ts';
import { fromServer, t } from '../words/t.ts';
import { Nearest } from './nearest.tsx';
import { ReachView } from './reach-view.tsx';
import { useExactLater } from './use-asked.ts';

type Counted = { words: string; count: { value: number; low: number; high: number; isExact: boolean } };
/** How many the conditions mean, in words too, and how far they can be reached. */
export function LiveCount({ filter }: { filter: string }) {
  const asked = useLate(filter);
  const body = `{"filter":${asked}}`;
  const { answer, problem, isAsking } = useExactLater<Counted>(
    '/targeting/audience',
    body,
    ({ count }) => count.isExact,
  );
  const isOld = isAsking || asked !== filter;
  return (
    <Panel title={t('How many')}>
      {problem && <Problem words={problem} />}
      {answer && (
        <div className={isOld ? 'opacity-60' : ''} role="status">
          <p className="text-2xl font-semibold tabular-nums">
            {t(answer.count.isExact ? '{n} {n|customer|customers}' : 'about {n} {n|customer|customers}', {
              n: answer.count.value,
            })}
          </p>
          {!answer.count.isExact && (
            <p className="quiet text-xs tabular-nums">
              {t('between {low} and {high}', { low: answer.count.low, high: answer.count.high })}
            </p>
          )}
          <p className="wrap-anywhere" dir="auto">
            {fromServer(answer.words)}
          </p>
        </div>
      )}
      {!answer && !problem && <p className="quiet">{t('Counting …')}</p>}
      {answer?.count.value === 0 && !isOld && <Nearest filter={asked} />}
      {answer && answer.count.value > 0 && <ReachView filter={asked} />}
    </Panel>
  );
}
