type Asked = { contact: string | null; customer: string | null; channel: string };

/** What is asked about, word by word: the approval's own card has numbers only. */
export const answerWords = (
  { contact, customer, channel }: Asked,
  { text, replaced }: { text: string; replaced?: string | undefined },
): string =>
  [
    `To ${[contact, customer].filter(Boolean).join(', ')} by ${channel}:\n\n${text}`,
    ...(replaced === undefined ? [] : [`This takes the place of what waited for approval: “${replaced}”`]),
  ].join('\n\n');
