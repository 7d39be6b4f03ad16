import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium } from '../machine.ts';

/** Long for a page, short for somebody who waits for a failing test. */
const WAIT_MS = 60_000;

export const WIDE = { viewport: { width: 1280, height: 860 } };
export const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

export type Watched = { page: Page; errors: string[] };

/** Chromium of this machine; nothing is fetched for it, and it asks nobody outside for anything. */
export async function openBrowser() {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('There is no Chromium on this machine.');
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  const browser = await chromium.launch({ executablePath, args });
  return {
    /** A page of its own person; `errors` gathers what broke on it. */
    async openPage(options: BrowserContextOptions = WIDE): Promise<Watched> {
      const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Asia/Bangkok', ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(WAIT_MS);
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('dialog', (dialog) => {
        errors.push(`a dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      return { page, errors };
    },
    close: () => browser.close(),
  };
}

export type TestBrowser = Awaited<ReturnType<typeof openBrowser>>;

/** What stands out of the page to the right, unless it scrolls by itself. Empty when nothing does. */
export const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        const { right, width } = element.getBoundingClientRect();
        return width > 0 && right > window.innerWidth + 1;
      })
      .map((element) => `${element.tagName} ${element.className}`),
  );

/** The share of the window in which a conversation moves: what they wrote is what one reads before answering. */
export const roomForWords = (page: Page): Promise<number> =>
  page.getByRole('list', { name: 'What was said' }).evaluate((list) => {
    let box: HTMLElement | null = list as HTMLElement;
    while (box && getComputedStyle(box).overflowY !== 'auto') box = box.parentElement;
    return (box?.clientHeight ?? 0) / window.innerHeight;
  });

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What breaks WCAG 2.2 AA on the page as it stands: rule and first place. Empty when nothing does. */
export async function barriersNow(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  return broken(page, WCAG);
}

/** The same, and its colours in the dark. */
export async function barriers(page: Page): Promise<string[]> {
  const found = await barriersNow(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const inTheDark = await broken(page, ['color-contrast']);
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  return [...found, ...inTheDark.map((one) => `in the dark: ${one}`)];
}

const broken = (page: Page, runOnly: string[]): Promise<string[]> =>
  page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run({
      ...{ runOnly, iframes: false },
      // What passes is told nobody: faster by a quarter.
      ...{ resultTypes: ['violations'], selectors: false },
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }, runOnly);
