/** Where a case comes from, and what it may be used for. */
export type Origin = {
  author: 'rules' | 'independent';
  split: 'dev' | 'locked';
  variant?: 'typo' | 'paraphrase' | undefined;
};

/** The older names of the splits in evals/cases. */
export const splitOf = (name: 'dev' | 'tune' | 'held'): Origin['split'] =>
  name === 'held' ? 'locked' : 'dev';
