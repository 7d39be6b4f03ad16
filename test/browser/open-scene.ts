// The page over canned answers, with the real files and headers; nothing of it where the machine has no Chromium.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { buildPageWhenStale } from '../../scripts/build-page.ts';
import { findChromium } from '../machine.ts';
import { openBrowser, type TestBrowser, WIDE } from './open-browser.ts';
import { openStandInApi, type Scene } from './stand-in-api.ts';

export const has = findChromium() !== null;
export const why = has ? '' : ' (no Chromium on this machine)';

/** One browser for the tests of a file; each opens scenes, which are closed after it. */
export function browseScenes() {
  let browser: TestBrowser;
  const closing: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    if (!has) return;
    await buildPageWhenStale();
    browser = await openBrowser();
  });
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
  afterAll(() => browser?.close());

  return async (scene: Partial<Scene> = {}, options: Parameters<TestBrowser['openPage']>[0] = WIDE) => {
    const api = await openStandInApi(scene);
    const watched = await browser.openPage(options);
    closing.push(() => watched.page.context().close(), api.close);
    await watched.page.goto(api.url);
    return { ...watched, api };
  };
}

export const field = (page: Page) => page.getByRole('textbox', { name: 'Message to the agent' });
export async function say(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await field(page).press('Enter');
}
