// What a survey's answers say: the net promoter score with its interval.
import { z } from 'zod';

const count = z.int().nonnegative();

/** `score`, `low` and `high` are points from -100 to 100; null where nobody has answered with a number. */
export const surveyScore = z.object({
  answers: count,
  promoters: count,
  passives: count,
  detractors: count,
  score: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type SurveyScore = z.infer<typeof surveyScore>;

const Z_95 = 1.959964;

/**
 * Promoters (9, 10) less detractors (0 to 6), of all answers, in points. The 95 % interval is an adjusted Wald one:
 * three made-up answers (¾ promoter, 1½ passive, ¾ detractor) keep it honest for few answers and for a unanimous crowd
 * (B. Rocks, "Interval Estimation for the Net Promoter Score", The American Statistician 70, 2016).
 */
export function netPromoterScore(scores: readonly number[]): SurveyScore {
  const answers = scores.length;
  const promoters = scores.filter((score) => score >= 9).length;
  const detractors = scores.filter((score) => score <= 6).length;
  const counts = { answers, promoters, passives: answers - promoters - detractors, detractors };
  if (answers === 0) return { ...counts, score: null, low: null, high: null };
  const all = answers + 3;
  const [up, down] = [(promoters + 0.75) / all, (detractors + 0.75) / all];
  const middle = up - down;
  const reach = Z_95 * Math.sqrt((up + down - middle ** 2) / all);
  const points = (share: number) => Math.round(Math.max(-1, Math.min(1, share)) * 1000) / 10;
  return {
    ...counts,
    score: points((promoters - detractors) / answers),
    low: points(middle - reach),
    high: points(middle + reach),
  };
}
