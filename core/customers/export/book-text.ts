// A text within one line of a venue book, as Markdown has it: a backslash before a mark means the mark itself, and
// "<br>" is a new line. So every text comes back as it was.

export const toBookText = (text: string): string =>
  text.replace(/[\\#<]/g, '\\$&').replace(/\r\n|\r|\n/g, '<br>');

/** The same within a bold label. */
export const toBookLabel = (text: string): string => toBookText(text).replace(/[*:]/g, '\\$&');
