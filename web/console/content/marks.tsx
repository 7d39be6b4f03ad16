import { createContext, useContext } from 'react';
import type { Origin } from '../../../core/content/origin.ts';
import type { Finding } from '../../../core/content/verify/finding.ts';
import { fromServer } from '../words/t.ts';
import { cut } from './cut.ts';
import { originWords } from './origin-words.ts';

/** Words of a message, and what is to be told of them. */
export type Mark = { words: string; kind: 'data' | 'found'; says: string };
type Marks = { marks: readonly Mark[]; onTell: (mark: Mark) => void };

const MarksContext = createContext<Marks>({ marks: [], onTell: () => {} });
export const MarksProvider = MarksContext;
export const useMarks = (): Marks => useContext(MarksContext);

type Known = {
  origins?: readonly Origin[] | undefined;
  findings?: readonly Pick<Finding, 'message' | 'words'>[] | undefined;
};

export const marksOf = ({ origins = [], findings = [] }: Known): Mark[] => [
  ...findings.flatMap(({ words, message }): Mark[] =>
    words ? [{ words, kind: 'found', says: fromServer(message) }] : [],
  ),
  ...origins.map((origin): Mark => ({ words: origin.text, kind: 'data', says: originWords(origin) })),
];

/** A text whose words from data, and those that something is wrong with, tell so when they are pointed at or focused. */
export function Marked({ children }: { children: string }) {
  const { marks, onTell } = useMarks();
  return cut(children, marks).map(({ text, mark }, at) => {
    if (!mark) return text;
    return (
      <mark
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never reorder
        key={at}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what it tells must be reached by keyboard too
        tabIndex={0}
        title={mark.says}
        className={mark.kind === 'found' ? 'mark-found' : 'mark-data'}
        onFocus={() => onTell(mark)}
        onMouseEnter={() => onTell(mark)}
      >
        {text}
      </mark>
    );
  });
}

const STYLE = `mark{background:none;color:inherit;border-bottom:1px dotted currentColor;position:relative;cursor:help}
mark[data-kind=found]{border-bottom:2px solid #d33}
mark:focus{outline:2px solid #0a7d70}
mark:focus::after,mark:hover::after{content:attr(title);position:absolute;left:0;top:100%;z-index:9;width:16rem;
background:#222;color:#fff;font:12px/1.4 system-ui,sans-serif;padding:4px 6px;border-radius:4px;text-align:left}`;

/** The same inside a page of HTML, which is shown where no script runs: it tells by itself. */
export function markHtml(html: string, marks: readonly Mark[]): string {
  if (marks.length === 0) return html;
  const page = new DOMParser().parseFromString(html, 'text/html');
  const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (texts.nextNode()) found.push(texts.currentNode as Text);
  for (const node of found) {
    if (node.parentElement?.closest('style, title')) continue;
    const pieces = cut(node.data, marks);
    if (!pieces.some(({ mark }) => mark)) continue;
    node.replaceWith(...pieces.map(({ text, mark }) => (mark ? markNode(page, { text, mark }) : text)));
  }
  page.head.append(Object.assign(page.createElement('style'), { textContent: STYLE }));
  return `<!doctype html>${page.documentElement.outerHTML}`;
}

function markNode(page: Document, { text, mark }: { text: string; mark: Mark }): HTMLElement {
  const node = page.createElement('mark');
  node.textContent = text;
  node.title = mark.says;
  node.tabIndex = 0;
  node.dataset.kind = mark.kind;
  return node;
}
