// Takes the screenshots of docs/ on the demonstration workspace: npm run shots [folder for the others, and for what
// each channel's recipients read].
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { goTo } from '../test/browser/go-to.ts';
import { openBrowser, PHONE } from '../test/browser/open-browser.ts';
import { openProduct, type Product } from '../test/browser/open-product.ts';
import { shootMessages } from './shoot-messages.ts';

const docs = join(import.meta.dirname, '../docs');
const folder = process.argv[2];
if (folder) mkdirSync(folder, { recursive: true });

const SENTENCE = 'Send renewal reminders to all Hiltons expiring in October';
const TALL = { viewport: { width: 1280, height: 1200 } };
const views = [
  { name: 'light', options: { ...TALL, colorScheme: 'light' }, file: 'console.png' },
  { name: 'dark', options: { ...TALL, colorScheme: 'dark' }, file: 'console-dark.png' },
  { name: 'phone', options: { ...PHONE, colorScheme: 'light' }, file: null },
] as const;

async function say(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Message to the agent' });
  await field.fill(text);
  await field.press('Enter');
  await page.getByRole('button', { name: 'Send', exact: true }).waitFor();
}

async function tell(page: Page, product: Product, shot: (name: string) => Promise<void>): Promise<void> {
  await page.goto(await product.link());
  await shot('welcome');
  await say(page, SENTENCE);
  const approve = page.getByRole('button', { name: /^Approve \d/ });
  await approve.waitFor();
  await shot('answer');
  await approve.scrollIntoViewIfNeeded();
  await shot('approval');
  await approve.click();
  await page.getByRole('region', { name: 'Progress' }).getByText('done', { exact: true }).waitFor();
  await shot('done');
  await goTo(page, 'Outbox');
  await page.getByRole('list', { name: 'Messages' }).getByRole('link').first().click();
  await shot('outbox');
  await page.getByRole('textbox', { name: 'Answer as the recipient' }).fill('STOP');
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await page.getByRole('link', { name: 'See the conversation' }).click();
  await page
    .getByText(/^Done: Stopped/)
    .first()
    .waitFor();
  await shot('replies');
  for (const name of ['Campaigns', 'Customers', 'Segments', 'Settings']) {
    await goTo(page, name);
    await shot(name.toLowerCase());
  }
  for (const [address, list] of [
    ['customers/review', 'What looked wrong'],
    ['customers/brands', 'Brands'],
    ['customers/import', 'Earlier imports'],
  ] as const) {
    await page.goto(`${product.url}/#/${address}`);
    await page.getByLabel(list, { exact: true }).waitFor();
    await shot(address.replace('/', '-'));
  }
  await goTo(page, 'Customers');
  await page.getByRole('list', { name: 'Customers' }).getByRole('link').first().click();
  await page.getByRole('heading', { name: 'What is known' }).waitFor();
  await shot('customer');
}

const browser = await openBrowser();
try {
  if (folder) await shootMessages(browser, folder);
  for (const { name: view, options, file } of views) {
    const product = await openProduct();
    const { page } = await browser.openPage(options);
    await tell(page, product, async (name) => {
      await page.waitForTimeout(400);
      if (file && name === 'answer') await page.screenshot({ path: join(docs, file) });
      if (folder) await page.screenshot({ path: join(folder, `${view}-${name}.png`) });
    });
    await product.close();
    if (!folder) break;
  }
} finally {
  await browser.close();
}
