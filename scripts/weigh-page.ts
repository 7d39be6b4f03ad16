// What the built page weighs, in kilobytes (thousands of bytes) as gzip sends them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const assets = join(import.meta.dirname, '../web/dist/assets');

export const gzipKb = (names: readonly string[]): number => {
  const bytes = names.reduce(
    (sum, name) => sum + gzipSync(readFileSync(join(assets, name)), { level: 9 }).length,
    0,
  );
  return Math.round(bytes / 100) / 10;
};

/** What a panel loads before anything is pressed, as its page names it. */
const panelFiles = (page: string): string[] =>
  [
    ...readFileSync(join(assets, '../widget', page), 'utf8').matchAll(
      /"\/(widget\/assets\/[^"]+\.(?:js|css))"/g,
    ),
  ].map(([, path]) => `../${path}`);

export const weighPage = () => {
  const files = readdirSync(assets);
  return {
    consoleStylesKb: gzipKb(files.filter((name) => name.endsWith('.css'))),
    consoleAllKb: gzipKb(files.filter((name) => name.endsWith('.js'))),
    widgetLoaderKb: gzipKb(['../widget.js']),
    widgetPanelKb: gzipKb(panelFiles('index.html')),
    widgetVisitorKb: gzipKb(panelFiles('visitor.html')),
  };
};
