/** What somebody typed, out of Slack's form of it: mentions of us are gone, links are what was read. */
export const readSlackText = (text: string): string =>
  text
    .replace(/^\s*<@[A-Z0-9]+(?:\|[^>]*)?>[\s,:]*/u, '')
    .replace(/<(?:mailto|tel):([^|>]+)(?:\|[^>]*)?>/gu, '$1')
    .replace(/<[#@][A-Z0-9]+\|([^>]+)>/gu, '$1')
    .replace(/<(https?:[^|>]+)(?:\|[^>]*)?>/gu, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();

/** Text of people and files where Slack would read a markup: shown as it is, calling nobody, linking nowhere. */
export const escapeSlack = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

// A word joiner between the signs that make a link or a picture; nobody sees it.
const JOINER = '\u2060';

/** The same where Slack reads Markdown, as in a stream. */
export const escapeSlackMarkdown = (text: string): string =>
  escapeSlack(text)
    .replaceAll('](', `]${JOINER}(`)
    .replaceAll('://', `:${JOINER}//`)
    .replaceAll('`', '\u02cb');
