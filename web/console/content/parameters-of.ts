const PARAMETER = /\{\{\s*(\d+)\s*\}\}/g;

/** The numbers that stand in a template's words, each once, lowest first. */
export const parametersOf = (body: string): number[] =>
  [...new Set([...body.matchAll(PARAMETER)].map(([, number]) => Number(number)))].sort((a, b) => a - b);

/** The words with the examples in place of the parameters. */
export const withSamples = (body: string, samples: readonly string[]): string =>
  body.replace(PARAMETER, (parameter, number: string) => samples[Number(number) - 1] || parameter);
