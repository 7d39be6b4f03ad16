// What the page weighs and how fast it is: npm run web:report [-- --json]. The first view is measured in Chromium over the
// "slow 4G" of browsers' own tools.
import type { Page } from 'playwright-core';
import { openBrowser, WIDE } from '../test/browser/open-browser.ts';
import { openProduct } from '../test/browser/open-product.ts';
import { gzipKb, weighPage } from './weigh-page.ts';

const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const RUNS = 3;
const SENTENCE = 'Send renewal reminders to all Hiltons expiring in October';

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

/**
 * What a person does by hand, by the browser's own account (Event Timing): from the key or the press to the frame that shows
 * what came of it, the longest of each interaction. It tells nothing below 16 ms.
 */
async function byHand(page: Page): Promise<{ name: string; ms: number }[]> {
  await page.evaluate(() => {
    const told: { at: number; ms: number }[] = [];
    Object.assign(window, { told });
    const events = { type: 'event', durationThreshold: 16 };
    new PerformanceObserver((list) => {
      for (const { startTime: at, duration: ms } of list.getEntries()) told.push({ at, ms });
    }).observe(events);
  });
  const done: { name: string; ms: number }[] = [];
  const note = async (name: string, work: () => Promise<unknown>) => {
    const began = await page.evaluate(() => performance.now());
    await work();
    await page.waitForTimeout(400);
    const ms = await page.evaluate((since) => {
      const { told } = window as unknown as { told: { at: number; ms: number }[] };
      return Math.max(16, ...told.filter(({ at }) => at >= since).map((one) => one.ms));
    }, began);
    done.push({ name, ms });
  };
  const field = page.getByRole('textbox', { name: 'Message to the agent' });
  await page.getByRole('link', { name: 'Chat', exact: true }).click();
  await note('typing a sentence', () => field.pressSequentially(SENTENCE, { delay: 15 }));
  await note('sending it', () => field.press('Enter'));
  await page.getByRole('button', { name: /^Approve \d/ }).waitFor();
  await page.getByRole('button', { name: 'Send', exact: true }).waitFor();
  await note('typing below long cards', () => field.pressSequentially('only by e-mail', { delay: 15 }));
  await note('messages side by side', () =>
    page.getByRole('button', { name: 'Side by side' }).first().click(),
  );
  await note('who is left out', () =>
    page
      .getByText(/^Left out: \d/)
      .first()
      .click(),
  );
  await note('the account menu', () => page.getByRole('button', { name: /account of/ }).click());
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Campaigns', exact: true }).click();
  await note('the calendar', () => page.getByRole('button', { name: 'Calendar' }).click());
  await page.getByRole('link', { name: 'Customers', exact: true }).click();
  const search = page.getByRole('searchbox', { name: 'Search customers' });
  await note('searching customers', () => search.pressSequentially('hilton', { delay: 15 }));
  return done;
}

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
    const hands = await byHand(page);
    const slowest = hands.toSorted((a, b) => b.ms - a.ms)[0]!;
    return {
      consoleFirstViewKb: gzipKb(views[0]!.scripts),
      ...weighPage(),
      firstViewOnSlow4gMs: median(views.map(({ ms }) => ms)),
      pageChangeMs: median(again),
      interactionMs: median(hands.map(({ ms }) => ms)),
      interactionSlowestMs: Math.round(slowest.ms),
      interactionSlowest: slowest.name,
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
