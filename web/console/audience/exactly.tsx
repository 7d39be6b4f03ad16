import { t } from '../words/t.ts';

/** Beside an estimate: the numbers themselves, for whoever waits for them. */
export const Exactly = ({ isAsking, onAsk }: { isAsking: boolean; onAsk: () => void }) => (
  <button type="button" className="link min-h-6 text-xs" disabled={isAsking} onClick={onAsk}>
    {isAsking ? t('counting …') : t('count exactly')}
  </button>
);
