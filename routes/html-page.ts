// The few pages that are not the console: small, without scripts, readable by anything.
type Button = { action: string; words: string };
export type Page = {
  title: string;
  text: string;
  /** English where none is named. */
  language?: string;
  /** What stands between text and buttons, made of escaped pieces. */
  html?: string;
  buttons?: readonly Button[];
  home?: boolean;
};

export const htmlPage = ({
  title,
  text,
  language = 'en',
  html = '',
  buttons = [],
  home = false,
}: Page): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>
body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 12vh auto 0; padding: 0 1.25rem; color-scheme: light dark }
button { font: inherit; padding: .6rem 1.2rem; cursor: pointer }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
${html}
${buttons.map(button).join('\n')}
${home ? '<p><a href="/">Open Refrain</a></p>' : ''}
</main>
</body>
</html>
`;

const button = ({ action, words }: Button): string =>
  `<form method="post" action="${escapeHtml(action)}"><p><button type="submit">${escapeHtml(words)}</button></p></form>`;

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
