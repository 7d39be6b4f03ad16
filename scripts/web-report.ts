// What the page weighs and how fast it is: npm run web:report [-- --json]. Kilobytes are thousands of bytes as gzip
// sends them; the first view is measured in Chromium over the "slow 4G" of browsers' own tools.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { openBrowser, WIDE } from '../test/browser/open-browser.ts';
import { openProduct } from '../test/browser/open-product.ts';

const assets = join(import.meta.dirname, '../web/dist/assets');
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const RUNS = 3;

const kb = (bytes: number): number => Math.round(bytes / 100) / 10;
const gzipKb = (names: readonly string[]): number =>
  kb(names.reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name)), { level: 9 }).length, 0));
/** What a panel loads before anything is pressed, as its page names it. */
const panelFiles = (page: string): string[] =>
  [
    ...readFileSync(join(assets, '../widget', page), 'utf8').matchAll(
      /"\/(widget\/assets\/[^"]+\.(?:js|css))"/g,
    ),
  ].map(([, path]) => `../${path}`);
const median = (values: readonly number[]): number =>
  Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!);

/** From the address to the field that can be typed into, with nothing kept from before. */
async function firstView(page: Page, url: string): Promise<{ ms: number; scripts: string[] }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', SLOW_4G);
  const scripts: string[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(new URL(response.url()).pathname);
  });
  const began = performance.now();
  await page.goto(url);
  await page.getByRole('textbox', { name: 'Message to the agent' }).waitFor();
  const ms = performance.now() - began;
  await session.detach();
  return { ms, scripts: scripts.map((path) => path.replace('/assets/', '')) };
}

/** From the press on a link to the page's heading, by the page's own clock. */
const interaction = (page: Page, name: string): Promise<number> =>
  page.evaluate(
    (heading) =>
      new Promise<number>((resolve) => {
        const isThere = () => [...document.querySelectorAll('h2')].some((one) => one.textContent === heading);
        const link = [...document.querySelectorAll('nav a')].find((one) => one.textContent === heading);
        const began = performance.now();
        new MutationObserver((_, observer) => {
          if (!isThere()) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.now() - began));
        }).observe(document.body, { childList: true, subtree: true });
        (link as HTMLElement).click();
      }),
    name,
  );

async function measure() {
  const product = await openProduct();
  const browser = await openBrowser();
  try {
    const { page } = await browser.openPage(WIDE);
    await page.goto(await product.link());
    await page.getByRole('textbox', { name: 'Message to the agent' }).waitFor();
    const storageState = await page.context().storageState();
    const views = [];
    for (let run = 0; run < RUNS; run++) {
      const { page: fresh } = await browser.openPage({ ...WIDE, storageState });
      views.push(await firstView(fresh, product.url));
      await fresh.context().close();
    }
    const pages = ['Campaigns', 'Segments', 'Replies', 'Customers'];
    for (const name of pages) await interaction(page, name);
    const again = [];
    for (let run = 0; run < RUNS; run++) for (const name of pages) again.push(await interaction(page, name));
    const sizes = readdirSync(assets).filter((name) => name.endsWith('.js'));
    return {
      consoleFirstViewKb: gzipKb(views[0]!.scripts),
      consoleStylesKb: gzipKb(readdirSync(assets).filter((name) => name.endsWith('.css'))),
      consoleAllKb: gzipKb(sizes),
      widgetLoaderKb: gzipKb(['../widget.js']),
      widgetPanelKb: gzipKb(panelFiles('index.html')),
      widgetVisitorKb: gzipKb(panelFiles('visitor.html')),
      firstViewOnSlow4gMs: median(views.map(({ ms }) => ms)),
      pageChangeMs: median(again),
    };
  } finally {
    await browser.close();
    await product.close();
  }
}

const report = await measure();
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(report)}\n`);
else
  for (const [name, value] of Object.entries(report)) process.stdout.write(`${name.padEnd(22)} ${value}\n`);
