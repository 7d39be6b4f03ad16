// The HTML around an e-mail's words: MJML, compiled once in a process; its slots are filled with words that are escaped.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Block, toBlocks } from './blocks.ts';

export type EmailParts = {
  language: string;
  subject: string;
  body: string;
  footer: string;
  unsubscribeLabel: string;
  unsubscribeUrl: string;
  /** Who sends it, and their postal address. */
  imprint: string | null;
  branding: EmailBranding;
  /** Where the message leads; on its own line it is a button. */
  link?: { url: string; label: string } | null;
  image?: { url: string; alternative: string; width: number; height: number } | null;
};

/** `accent` is a colour (#rrggbb); the alternative text is read where pictures are off. */
export type EmailBranding = { accent: string; logo: { url: string; alternative: string } | null };

/** Lays a letter out as HTML; the same words as its text, all of them escaped. */
export type EmailShell = (parts: EmailParts) => string;

const SOURCE = join(import.meta.dirname, 'templates', 'email.mjml');

let compiled: Promise<Compiled> | undefined;
type Compiled = { shell: EmailShell; frame: readonly string[] };

/**
 * The shell, compiled at its first use: loading MJML takes half a second, which most processes never need. A server does
 * it before it listens.
 */
export const emailShell = async (): Promise<EmailShell> => (await compileOnce()).shell;

/** What every e-mail of the shell has in common: text, gap, text … text. What is put at the end of the body has a gap, too. */
export const emailFrame = async (): Promise<readonly string[]> => (await compileOnce()).frame;

function compileOnce(): Promise<Compiled> {
  compiled ??= compile();
  return compiled;
}

const SLOT = /\{\{ ([a-z]+) \}\}/;

async function compile(): Promise<Compiled> {
  const { default: mjml } = await import('mjml');
  const { html, errors } = await mjml(readFileSync(SOURCE, 'utf8'), { validationLevel: 'strict', fonts: {} });
  if (errors.length > 0)
    throw new Error(`email.mjml: ${errors.map((one) => one.formattedMessage).join('; ')}`);
  // Text, slot, text, slot … text.
  const pieces = html.replace(/\n\s*/g, '\n').split(SLOT);
  const shell: EmailShell = (parts) => {
    const slots = slotsOf(parts);
    return pieces.map((piece, at) => (at % 2 === 0 ? piece : slots[piece as keyof Slots])).join('');
  };
  const texts = pieces.filter((text, at) => at % 2 === 0 && text !== '');
  return { shell, frame: texts.flatMap((text) => text.split(/(?=<\/body>)/)) };
}

type Slots = ReturnType<typeof slotsOf>;

function slotsOf({ branding, ...parts }: EmailParts) {
  const blocks = toBlocks(parts.body, parts.link);
  const { logo, accent } = branding;
  const link = `<a href="${escapeHtml(parts.unsubscribeUrl)}" style="color:${accent}">${escapeHtml(parts.unsubscribeLabel)}</a>`;
  return {
    language: parts.language,
    subject: escapeHtml(parts.subject),
    preheader: escapeHtml(preheaderOf(blocks)),
    accent,
    logo: logo
      ? `<img class="logo" src="${escapeHtml(logo.url)}" alt="${escapeHtml(logo.alternative)}" height="48">`
      : '',
    picture: parts.image ? pictureOf(parts.image) : '',
    letter: blocks.map((block) => htmlOf(block, accent)).join(''),
    foot: `<p>${escapeHtml(parts.footer)} ${link}</p>${parts.imprint ? `<p>${escapeHtml(parts.imprint)}</p>` : ''}`,
  };
}

// As wide as the sheet has room, or as it is; the height is told so that nothing jumps when it comes.
const SHEET = 544;

function pictureOf({ url, alternative, width, height }: NonNullable<EmailParts['image']>): string {
  const shown = Math.min(width, SHEET);
  return `<img class="picture" src="${escapeHtml(url)}" alt="${escapeHtml(alternative)}" width="${shown}" height="${Math.round((height * shown) / width)}">`;
}

function htmlOf(block: Block, accent: string): string {
  if (block.kind === 'link')
    return `<p><a class="button" href="${escapeHtml(block.url)}" style="background:${accent};color:#ffffff">${escapeHtml(block.label)}</a></p>`;
  if (block.kind === 'paragraph') return `<p>${block.lines.map(escapeHtml).join('<br>')}</p>`;
  if (block.kind === 'list')
    return `<ul>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
  const rows = block.rows.map(
    ({ label, value }) =>
      `<tr><td class="label">${escapeHtml(label)}</td><td class="value">${escapeHtml(value)}</td></tr>`,
  );
  return `<table class="facts" role="presentation">${rows.join('')}</table>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

const PREHEADER = 110;

// What a mailbox shows beside the subject: the first sentences after the greeting.
function preheaderOf(blocks: readonly Block[]): string {
  const paragraphs = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.lines.join(' ')] : []));
  const text = paragraphs[1] ?? paragraphs[0] ?? '';
  return text.length <= PREHEADER ? text : `${text.slice(0, PREHEADER).replace(/\s+\S*$/, '')} …`;
}
