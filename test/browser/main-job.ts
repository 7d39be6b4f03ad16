// The whole main job, as a person does it on the page: once with the keyboard on a wide screen, once on a phone.
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../machine.ts';
import { addHostile, HOSTILE } from './add-hostile.ts';
import { goTo } from './go-to.ts';
import { barriers, openBrowser, sticksOut, type TestBrowser } from './open-browser.ts';
import { openProduct, type Product } from './open-product.ts';
import { seeEveryPage } from './see-every-page.ts';

const SENTENCE = 'Send renewal reminders to all Hiltons expiring in October';

const has = findChromium() !== null;
const why = has ? '' : ' (no Chromium on this machine)';

const field = (page: Page) => page.getByRole('textbox', { name: 'Message to the agent' });
const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const approveButton = (page: Page) => page.getByRole('button', { name: /^Approve \d+ messages?$/ });

async function say(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await field(page).press('Enter');
  await page.getByRole('button', { name: 'Send', exact: true }).waitFor();
}

type Way = {
  name: string;
  options: BrowserContextOptions;
  /** Whether every page is looked at for barriers: once is enough. */
  axe: boolean;
};

/** The main job from the first sentence to the answer that says stop, on one size of screen. */
export function describeMainJob({ name, options, axe }: Way): void {
  describe.skipIf(!has)(`the main job on ${name}${why}`, () => {
    let browser: TestBrowser;
    let product: Product;
    let page: Page;
    let errors: string[];
    let recipients = 0;
    const fits = async () => expect(await sticksOut(page)).toEqual([]);
    beforeAll(async () => {
      browser = await openBrowser();
      product = await openProduct();
      await addHostile(product);
      ({ page, errors } = await browser.openPage(options));
    }, 120_000);
    afterAll(async () => {
      await page?.context().close();
      await product?.close();
      await browser?.close();
    });

    it('lets nobody in without a link, and each link in once', async () => {
      await page.goto(product.url);
      await page.getByText('You are not signed in.').waitFor();
      const link = await product.link();
      await page.goto(link);
      await page.getByRole('heading', { name: 'Whom shall we write to?' }).waitFor();
      const { page: other } = await browser.openPage(options);
      await other.goto(link);
      await other.getByRole('heading', { name: 'This link does not sign in' }).waitFor();
      await other.context().close();
      await fits();
    });

    it('turns a sentence into an audience, messages and a question for approval', async () => {
      await say(page, SENTENCE);
      await card(page, 'Audience').getByText('October 2027').first().waitFor();
      const more = card(page, 'Audience').getByRole('button', { name: /^Show \d+ more/ });
      if (await more.isVisible()) await more.click();
      await card(page, 'Audience').getByText(HOSTILE).waitFor();
      await card(page, 'Messages').waitFor();
      const approval = card(page, 'Approval');
      await approval.getByText(/^[0-9a-f]{64}$/).waitFor();
      recipients = Number(/\d+/.exec((await approveButton(page).textContent()) ?? '')?.[0]);
      expect(recipients).toBeGreaterThan(5);
      await fits();
    });

    it('changes it by a sentence, and the card that was asked for before is void', async () => {
      await say(page, 'only by email');
      const [before, now] = [card(page, 'Approval').first(), card(page, 'Approval').last()];
      await before.getByText('void', { exact: true }).waitFor();
      expect(await before.getByRole('button').count()).toBe(0);
      if ((await card(page, 'Approval').count()) === 1) await say(page, 'send it');
      await now.getByText('waits for a decision').waitFor();
      expect(await approveButton(page).count()).toBe(1);
      expect(await card(page, 'Approval').count()).toBe(2);
    });

    it('approves with the keyboard, sends, and says so in the conversation', async () => {
      recipients = Number(/\d+/.exec((await approveButton(page).textContent()) ?? '')?.[0]);
      await approveButton(page).focus();
      await page.keyboard.press('Enter');
      const approval = card(page, 'Approval').last();
      await approval.getByText(/^Approved by .+: \d+ messages\.$/).waitFor();
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Approved by');
      const progress = card(page, 'Progress');
      await progress.getByText('done', { exact: true }).waitFor();
      await expect
        .poll(() => progress.getByRole('progressbar').getAttribute('aria-valuenow'))
        .toBe(String(recipients));
      await fits();
    });

    it('shows in the outbox what each recipient reads, e-mail in a frame without scripts', async () => {
      await goTo(page, 'Outbox');
      const list = page.getByRole('list', { name: 'Messages' });
      await list.getByRole('link').first().waitFor();
      expect(await list.getByRole('link').count()).toBe(recipients);
      await fits();
      await list.getByRole('link', { name: /Zuidlaren/ }).click();
      const frame = page.locator('article iframe');
      expect(await frame.getAttribute('sandbox')).toBe('');
      await page.frameLocator('article iframe').getByText('Zuidlaren').first().waitFor();
      await fits();
    });

    it('files an answer that says stop, and stops', async () => {
      await page.getByRole('textbox', { name: 'Answer as the recipient' }).fill('STOP');
      await page.keyboard.press('Enter');
      await page.getByText('Answered: opt out.').waitFor();
      await page.getByRole('link', { name: 'See the conversation' }).click();
      await page.getByText(/^Done: Stopped everything/).waitFor();
      await fits();
      await page.getByRole('button', { name: 'Close', exact: true }).click();
      await page.getByRole('status').getByText('Closed.').waitFor();
      await page.goto(`${product.url}/#/replies`);
      const list = page.getByRole('list', { name: 'Conversations with customers' });
      await list.getByText('Nobody waits for an answer.').waitFor();
    });

    it('comes back to the conversation as it was, also after a reload', async () => {
      await goTo(page, 'Chat');
      await card(page, 'Progress').waitFor();
      await page.reload();
      await card(page, 'Progress').waitFor();
      await card(page, 'Approval').first().getByText('void', { exact: true }).waitFor();
      expect(await approveButton(page).count()).toBe(0);
    });

    it('builds an audience by hand, counts it as the API does, and keeps it', async () => {
      await page.goto(`${product.url}/#/segments/new`);
      await page.getByRole('button', { name: 'Add a condition' }).click();
      await page.getByLabel('Values of Brand').fill('Hilton');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Take Hilton out' }).waitFor();
      const filter = { all: [{ op: 'in', field: 'brand', values: ['Hilton'] }] };
      const asked = await page.request.post(`${product.url}/api/v1/targeting/audience`, {
        data: { filter },
        headers: { origin: product.url },
      });
      const { count } = (await asked.json()) as { count: { value: number } };
      await page.getByText(`${count.value} customers`, { exact: true }).waitFor();
      await page.getByLabel('Name of the segment').fill(`Every Hilton, ${name}`);
      await page.getByRole('button', { name: 'Save the segment' }).click();
      await page.getByRole('heading', { name: `Every Hilton, ${name}` }).waitFor();
      await card(page, 'Audience').waitFor();
      await fits();
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('button', { name: 'Delete', exact: true }).click();
      await page.getByRole('status').getByText('Deleted.').waitFor();
      await page.keyboard.press('Enter');
      await card(page, 'Audience').waitFor();
    });

    it('has no barrier on any page, in English by day and in Thai in the dark, and nothing sticks out', async () => {
      await seeEveryPage(page, { url: product.url, axe });
    });

    it('executed nothing of a hostile name, and broke nowhere', async () => {
      expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
      expect(errors).toEqual([]);
    });
  });
}
