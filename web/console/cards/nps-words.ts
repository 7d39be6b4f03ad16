import type { SurveyScore } from '../../../core/statistics/net-promoter-score.ts';
import { t } from '../words/t.ts';

export const npsWords = ({ answers, low, high }: SurveyScore): string =>
  t('NPS of {n} {n|answer|answers}, 95 % from {low} to {high}', { n: answers, low, high });
