// The HTML around an e-mail's words: MJML, compiled once in a process, with Liquid slots that escape what they print.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Liquid, type Template } from 'liquidjs';
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
};

/** Lays a letter out as HTML; the same words as its text, all of them escaped. */
export type EmailShell = (parts: EmailParts) => string;

const SOURCE = join(import.meta.dirname, 'templates', 'email.mjml');

let compiled: Promise<EmailShell> | undefined;

/** The shell, compiled at its first use (loading MJML takes half a second, which most processes never need). */
export function emailShell(): Promise<EmailShell> {
  compiled ??= compile();
  return compiled;
}

async function compile(): Promise<EmailShell> {
  const { default: mjml } = await import('mjml');
  const { html, errors } = await mjml(readFileSync(SOURCE, 'utf8'), { validationLevel: 'strict', fonts: {} });
  if (errors.length > 0)
    throw new Error(`email.mjml: ${errors.map((one) => one.formattedMessage).join('; ')}`);
  const engine = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    outputEscape: 'escape',
    templates: {},
  });
  const template = engine.parse(html.replace(/\n\s*/g, '\n'));
  return (parts) => lay(engine, template, parts);
}

const PREHEADER = 110;

function lay(engine: Liquid, template: Template[], parts: EmailParts): string {
  const blocks = toBlocks(parts.body);
  const html: unknown = engine.renderSync(template, {
    language: parts.language,
    subject: parts.subject,
    preheader: preheaderOf(blocks),
    blocks,
    footer: parts.footer,
    unsubscribe_url: parts.unsubscribeUrl,
    unsubscribe_label: parts.unsubscribeLabel,
    imprint: parts.imprint,
  });
  return String(html);
}

// What a mailbox shows beside the subject: the first sentences after the greeting.
function preheaderOf(blocks: readonly Block[]): string {
  const paragraphs = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.lines.join(' ')] : []));
  const text = paragraphs[1] ?? paragraphs[0] ?? '';
  return text.length <= PREHEADER ? text : `${text.slice(0, PREHEADER).replace(/\s+\S*$/, '')} …`;
}
