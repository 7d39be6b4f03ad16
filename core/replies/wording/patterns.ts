// What a wish to stop looks like, and what is taken out of a sentence before it is looked for.
export const list = (sources: readonly string[]) => sources.map((source) => new RegExp(source, 'u'));
export const masks = (sources: readonly string[]) => sources.map((source) => new RegExp(source, 'gu'));
