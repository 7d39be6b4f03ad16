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
  /** Whose page it is to whoever reads it. */
  from?: string;
};

export const htmlPage = ({
  title,
  text,
  language = 'en',
  html = '',
  buttons = [],
  home = false,
  from = '',
}: Page): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>
html { color-scheme: light dark; background: Canvas; color: CanvasText }
body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 0 auto; padding: 10vh 1.25rem 3rem }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .75rem }
.from { margin: 0; opacity: .75 }
button, select { font: inherit; color: inherit; background: transparent; border: 1px solid GrayText; border-radius: .5rem; padding: .55rem 1.1rem; max-width: 100% }
button { cursor: pointer }
select { padding: .5rem; margin-top: .25rem }
option { color: CanvasText; background: Canvas }
input[type=checkbox] { width: 1.2rem; height: 1.2rem; margin: 0 .4rem 0 0; vertical-align: -.2rem }
</style>
</head>
<body>
<main>
${from && `<p class="from">${escapeHtml(from)}</p>`}
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
${html}
${buttons.map(button).join('\n')}
${home ? '<p><a href="/">Refrain</a></p>' : ''}
</main>
</body>
</html>
`;

const button = ({ action, words }: Button): string =>
  `<form method="post" action="${escapeHtml(action)}"><p><button type="submit">${escapeHtml(words)}</button></p></form>`;

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
