// A letter as LINE shows it best: a card with the sender on top, the facts as rows, the same words throughout.
import type { Rendered } from '../../channels/contract.ts';
import type { ShownImage } from '../images/read-images.ts';
import { type Block, toBlocks } from './blocks.ts';

const ALT_ROOM = 400;

const text = (words: string, more: object = {}) => ({
  type: 'text',
  text: words,
  wrap: true,
  size: 'sm',
  ...more,
});

/** `sender` heads the card; `accent` is the workspace's colour. */
export function lineCard(
  letter: string,
  {
    sender,
    accent,
    link,
    image,
  }: { sender: string | null; accent: string; link?: Rendered['link'] | null; image?: ShownImage | null },
): NonNullable<Rendered['card']> {
  const contents = toBlocks(letter, link).flatMap((block) => toBoxes(block, accent));
  return {
    altText: letter
      .replace(/\s*\n\s*/g, ' ')
      .slice(0, ALT_ROOM)
      // Half an emoji is none.
      .replace(/[\ud800-\udbff]$/, ''),
    contents: {
      type: 'bubble',
      ...(sender
        ? {
            header: {
              type: 'box',
              layout: 'vertical',
              backgroundColor: accent,
              contents: [text(sender, { color: '#ffffff', weight: 'bold' })],
            },
          }
        : {}),
      ...heroOf(image),
      body: { type: 'box', layout: 'vertical', spacing: 'md', contents },
    },
  };
}

// LINE shows pictures from https only, no taller than three times their width.
function heroOf(image: ShownImage | null | undefined): object {
  if (!image?.url.startsWith('https://')) return {};
  const { url, width, height } = image;
  const aspectRatio = `${width}:${Math.min(height, 3 * width)}`;
  return { hero: { type: 'image', url, size: 'full', aspectRatio, aspectMode: 'cover' } };
}

// Of a card's width two sevenths, in LINE's small letters.
const LABEL_ROOM = 8;

// LINE's own bound for what stands on a button.
const BUTTON_ROOM = 20;

function toBoxes(block: Block, accent: string): object[] {
  if (block.kind === 'link') {
    const action = { type: 'uri', label: block.label.slice(0, BUTTON_ROOM), uri: block.url };
    return [{ type: 'button', style: 'primary', color: accent, height: 'sm', action }];
  }
  if (block.kind === 'paragraph') return [text(block.lines.join('\n'))];
  if (block.kind === 'list') return block.items.map((item) => text(`• ${item}`));
  // Beside its value a longer label would be cut within the word: then each stands above.
  const isWide = block.rows.some(({ label }) => label.replace(/\p{Mn}/gu, '').length > LABEL_ROOM);
  return block.rows.map(({ label, value }) => ({
    type: 'box',
    layout: isWide ? 'vertical' : 'baseline',
    spacing: isWide ? 'none' : 'sm',
    contents: [
      text(label, { color: '#52606d', ...(isWide ? { size: 'xs' } : { flex: 2 }) }),
      text(value, isWide ? {} : { flex: 5 }),
    ],
  }));
}
