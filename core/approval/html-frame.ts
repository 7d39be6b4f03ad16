// An e-mail's HTML is ten thousand characters, of which its reader's own are a fifth. What is the same in all of a campaign is
// frozen once, in the header, and a row says what fills the gaps. Together they are the HTML to the letter.
import type { Rendered } from '../../channels/contract.ts';
import type { FrozenContent } from './digest.ts';

/** Text, gap, text … text. */
export type HtmlFrame = readonly string[];

/** The message as a row of the manifest says it; HTML that is not made of this frame stays whole. */
export function toFrozen(rendered: Rendered, frame: HtmlFrame): FrozenContent {
  const filling = rendered.html === undefined ? null : fillingOf(rendered.html, frame);
  return filling ? { ...rendered, html: filling } : rendered;
}

/** The message as it goes out; null where what is said does not fill the frame, which nobody can have approved. */
export function fromFrozen(frozen: FrozenContent, frame: HtmlFrame | undefined): Rendered | null {
  const { html, ...rest } = frozen;
  if (html === undefined) return rest;
  if (typeof html === 'string') return { ...rest, html };
  if (frame?.length !== html.length + 1) return null;
  return { ...rest, html: frame.map((text, at) => text + (html[at] ?? '')).join('') };
}

// Wherever a text is found, what lies between two of them is kept, so that they always make the same HTML again.
function fillingOf(html: string, frame: HtmlFrame): string[] | null {
  const last = frame.at(-1);
  if (last === undefined || !html.startsWith(frame[0]!)) return null;
  const filling: string[] = [];
  let from = frame[0]!.length;
  for (const text of frame.slice(1, -1)) {
    const at = html.indexOf(text, from);
    if (at === -1) return null;
    filling.push(html.slice(from, at));
    from = at + text.length;
  }
  const end = html.length - last.length;
  if (frame.length < 2 || end < from || !html.endsWith(last)) return null;
  return [...filling, html.slice(from, end)];
}
