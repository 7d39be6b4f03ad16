// A letter's plain text as paragraphs, lists and tables of facts, so that its HTML twin says the same.

export type Block =
  | { kind: 'paragraph'; lines: string[] }
  | { kind: 'list'; items: string[] }
  | { kind: 'link'; label: string; url: string }
  | { kind: 'facts'; rows: { label: string; value: string }[] };

const ITEM = /^[-*•] +(.+)$/;
// "Zones: Edge, Horizon": a few words, a colon, a value. Longer openings are sentences.
const FACT = /^([\p{Lu}\p{Lo}][^:：.!?,]{0,23}?)(?:[ \u00a0]?: +|：)(\S.*)$/u;

/** Between an amount and its currency, where no line may break. */
const AMOUNT = /(?<=(?:^|[^A-Z])(?:[A-Z]{3}|R\$)) (?=\d)|(?<=\d) (?=(?:[A-Z]{3}|บาท)(?!\p{Lu})|€)/gu;

/** `link` is where the message leads: a line of its own with it becomes a button, no other address does. */
export function toBlocks(text: string, link?: Link | null): Block[] {
  const blocks: Block[] = [];
  for (const paragraph of text.split(/\n{2,}/)) {
    if (paragraph.trim() === '') continue;
    const block = toLink(paragraph, link) ?? toBlock(paragraph.split('\n'));
    const last = blocks.at(-1);
    // Facts of two paragraphs are one table.
    if (block.kind === 'facts' && last?.kind === 'facts') last.rows.push(...block.rows);
    else blocks.push(block);
  }
  return blocks;
}

type Link = { url: string; label: string };

function toLink(paragraph: string, link: Link | null | undefined): Block | null {
  if (!link || !/^https?:/.test(link.url) || !paragraph.endsWith(link.url)) return null;
  const label = paragraph.slice(0, -link.url.length).replace(/[\s:：]+$/u, '');
  return label.includes('\n') ? null : { kind: 'link', label: label || link.label, url: link.url };
}

function toBlock(lines: string[]): Block {
  const items = matchAll(lines, ITEM);
  if (items) return { kind: 'list', items: items.map(([, item = '']) => item) };
  const rows = matchAll(lines, FACT);
  if (rows)
    return {
      kind: 'facts',
      rows: rows.map(([, label = '', value = '']) => ({ label, value: value.replace(AMOUNT, '\u00a0') })),
    };
  return { kind: 'paragraph', lines };
}

/** The matches of every line, or null when one does not match. */
function matchAll(lines: readonly string[], pattern: RegExp): RegExpExecArray[] | null {
  const found: RegExpExecArray[] = [];
  for (const line of lines) {
    const match = pattern.exec(line);
    if (!match) return null;
    found.push(match);
  }
  return found;
}
