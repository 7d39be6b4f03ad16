/** Answers what is said with a break before it where another step of the graph said what came before. */
export function breakBetween(): (text: string, step: number | undefined) => string {
  let last: { text: string; step: number | undefined } | null = null;
  return (text, step) => {
    const isNew = last !== null && last.step !== step && !/\s$/.test(last.text);
    last = { text, step };
    return isNew ? `\n\n${text}` : text;
  };
}
