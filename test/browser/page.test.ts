// The page in states that the product seldom gets into: over canned answers, with the real files and headers.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildPageWhenStale } from '../../scripts/build-page.ts';
import { weighPage } from '../../scripts/weigh-page.ts';
import { findChromium } from '../machine.ts';
import { conversations } from './canned-conversations.ts';
import { LONG } from './canned-names.ts';
import { campaignId } from './canned-parts.ts';
import {
  barriers,
  openBrowser,
  PHONE,
  roomForWords,
  sticksOut,
  type TestBrowser,
  type Watched,
  WIDE,
} from './open-browser.ts';
import { openStandInApi, type Scene } from './stand-in-api.ts';

const has = findChromium() !== null;
const why = has ? '' : ' (no Chromium on this machine)';

let browser: TestBrowser;
beforeAll(async () => {
  if (!has) return;
  await buildPageWhenStale();
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function open(scene: Partial<Scene> = {}, options: Parameters<TestBrowser['openPage']>[0] = WIDE) {
  const api = await openStandInApi(scene);
  const watched: Watched = await browser.openPage(options);
  closing.push(() => watched.page.context().close(), api.close);
  await watched.page.goto(api.url);
  return { ...watched, api };
}

const field = (page: Page) => page.getByRole('textbox', { name: 'Message to the agent' });
async function say(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await field(page).press('Enter');
}

describe.skipIf(!has)(`the page${why}`, () => {
  for (const [name, options] of [
    ['wide', WIDE],
    ['360 pixels wide', PHONE],
  ] as const) {
    it(`shows every card within its width when it is ${name}, whatever the names are`, async () => {
      const { page, errors, api } = await open({}, options);
      await say(page, 'Send renewal reminders');
      await page.getByRole('button', { name: 'Approve 15 messages' }).waitFor();
      await page.getByRole('button', { name: /^Show 5 more/ }).click();
      expect(await sticksOut(page)).toEqual([]);
      await say(page, 'everything');
      await page.getByRole('region', { name: 'Progress' }).waitFor();
      expect(await sticksOut(page)).toEqual([]);
      for (const address of ['campaigns', 'approvals', 'outbox', 'replies']) {
        await page.goto(`${api.url}/#/${address}`);
        await page.getByRole('heading', { name: address, exact: false, level: 2 }).waitFor();
        expect(await sticksOut(page)).toEqual([]);
      }
      await page.goto(`${api.url}/#/replies/${conversations[0]!.id}`);
      await page.getByText('is writing an answer just now.').waitFor();
      await page.getByText('In English:').waitFor();
      await page.getByText('Several people have this address.').waitFor();
      expect(await roomForWords(page)).toBeGreaterThan(0.4);
      expect(await sticksOut(page)).toEqual([]);
      expect(await barriers(page)).toEqual([]);
      await page.goto(`${api.url}/#/campaigns`);
      await page.getByRole('button', { name: 'Calendar' }).click();
      await page.locator('[aria-current=date]').getByRole('link').first().waitFor();
      expect(await sticksOut(page)).toEqual([]);
      expect(await barriers(page)).toEqual([]);
      await page.goto(`${api.url}/#/campaigns/${campaignId}`);
      const compared = page.getByRole('region', { name: 'Compared' });
      await compared.getByRole('button', { name: 'Brand', exact: true }).click();
      await compared.getByRole('row', { name: /^UnbrokenBrandname.* 4 2 50% 1 25% 1 25% 1 25%$/ }).waitFor();
      await compared.getByRole('button', { name: 'Variant', exact: true }).click();
      await compared.getByText(/^<b>UnbrokenBrandname/).waitFor();
      await compared.getByText('The difference may be chance').waitFor();
      await page.getByRole('region', { name: 'Hour by hour' }).waitFor();
      await page.getByText('History (2 versions)').click();
      expect(await sticksOut(page)).toEqual([]);
      expect(await barriers(page)).toEqual([]);
      // As a PDF it is the report alone, compared by everything, called by the campaign.
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      await page.emulateMedia({ media: 'print' });
      for (const name of ['Channel', 'Brand', 'Country', 'Business type'])
        await compared.getByRole('columnheader', { name }).waitFor();
      expect(await page.getByText('Whom it would reach today').isVisible()).toBe(false);
      expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
      expect(await page.title()).toMatch(/^Renewal: Hilton/);
      expect(errors).toEqual([]);
    });
  }

  it('runs nothing that stands in an e-mail, and fetches nothing for it', async () => {
    const { page, errors, api } = await open();
    const outside: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(api.url)) outside.push(request.url());
    });
    const blocked: string[] = [];
    page.on('requestfailed', (request) => blocked.push(request.url()));
    await say(page, 'Send renewal reminders');
    const frame = page.frameLocator('iframe');
    await frame.getByRole('link', { name: 'Renew' }).click();
    await page
      .getByText(`${LONG.slice(0, 30)}`)
      .first()
      .waitFor();
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(outside.filter((url) => !blocked.includes(url) && !url.startsWith('about:'))).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('says that nobody is signed in, and how to sign in; what it loads is compressed', async () => {
    const { page, api } = await open({ signedIn: false });
    await page.getByText('npx refrain sign-in').waitFor();
    const script = await page.locator('script[src]').first().getAttribute('src');
    const { status, headers } = await fetch(new URL(script!, api.url), {
      headers: { 'accept-encoding': 'br' },
    });
    expect([status, headers.get('content-encoding')]).toEqual([200, 'br']);
  });

  it('weighs no more than other people’s pages and slow networks bear', () => {
    const { widgetLoaderKb, widgetPanelKb, widgetVisitorKb } = weighPage();
    expect(widgetLoaderKb).toBeLessThan(8);
    expect(widgetPanelKb).toBeLessThan(120);
    expect(widgetVisitorKb).toBeLessThan(120);
  });

  it('asks to sign in again when the session ends meanwhile', async () => {
    const { page, api } = await open();
    await field(page).fill('hello');
    api.scene.signedIn = false;
    // Whatever else the page asks may hear of it first, and the field is gone.
    await page.keyboard.press('Enter');
    await page.getByText('You are not signed in.').waitFor();
  });

  it('says what is not there yet', async () => {
    const { page, api } = await open({ empty: true });
    for (const [address, words] of [
      ['campaigns', 'There are none yet.'],
      ['approvals', 'Nothing waits for a decision.'],
      ['outbox', 'Nothing has been sent yet.'],
      ['replies', 'Nobody waits for an answer.'],
    ] as const) {
      await page.goto(`${api.url}/#/${address}`);
      await page.getByText(words).filter({ visible: true }).waitFor();
    }
  });

  it('says what failed in the words of the server, and reads again when asked', async () => {
    const { page, api } = await open({ broken: true });
    await page.goto(`${api.url}/#/campaigns`);
    await page.getByRole('alert').getByText('Something went wrong here').waitFor();
    api.scene.broken = false;
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await page
      .getByRole('link', { name: /Renewal: Hilton/ })
      .first()
      .waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('offers to say again what failed, in the place of what failed', async () => {
    const { page } = await open();
    await say(page, 'fail');
    const alert = page.getByRole('alert');
    await alert.getByText('This turn could not be finished; nothing was sent. Say it again.').waitFor();
    await alert.getByRole('button', { name: 'Try again' }).click();
    await alert.waitFor();
    await expect.poll(() => page.getByRole('heading', { name: 'You', exact: true }).count()).toBe(1);
  });

  it('stops a turn with Escape', async () => {
    const { page } = await open();
    await say(page, 'slow');
    await page.getByRole('button', { name: 'Stop', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('You stopped this turn.').waitFor();
    await page.getByRole('button', { name: 'Send', exact: true }).waitFor();
  });

  it('goes on with a turn while another page is looked at', async () => {
    const { page } = await open();
    await say(page, 'slow');
    await page.getByRole('link', { name: 'Replies', exact: true }).click();
    await page.getByRole('heading', { name: 'Replies' }).waitFor();
    await page.getByRole('link', { name: 'Chat', exact: true }).click();
    await page.getByRole('button', { name: 'Stop', exact: true }).waitFor();
  });

  it('says when the device is offline, and when the server cannot be reached', async () => {
    const { page } = await open();
    await field(page).waitFor();
    await page.context().setOffline(true);
    await page.getByText('You are offline.').waitFor();
    await say(page, 'hello');
    await page.getByText('The server cannot be reached.').first().waitFor();
  });

  it('brings a decision that waits out of sight one press away, and moves nothing by coming or going', async () => {
    const { page } = await open({}, PHONE);
    await say(page, 'Send renewal reminders');
    const conversation = page.getByRole('region', { name: 'Conversation' }).locator('..');
    const height = () => conversation.evaluate((element) => element.clientHeight);
    await page.getByRole('button', { name: 'Go to it' }).waitFor();
    const before = await height();
    await page.getByRole('button', { name: 'Go to it' }).click();
    const approve = page.getByRole('button', { name: 'Approve 15 messages' });
    await expect.poll(() => approve.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'Go to it' }).waitFor({ state: 'detached' });
    expect(await height()).toBe(before);
  });

  it('shows a later answer from its beginning, also below a long one', async () => {
    const { page } = await open();
    await say(page, 'Send renewal reminders');
    await page.getByRole('button', { name: 'Approve 15 messages' }).waitFor();
    await say(page, 'everything');
    await page.getByRole('button', { name: 'Send', exact: true }).waitFor();
    const top = () =>
      page
        .getByText('everything', { exact: true })
        .first()
        .evaluate((element) => element.getBoundingClientRect().top);
    await expect.poll(top).toBeLessThan(150);
    expect(await top()).toBeGreaterThan(0);
  });

  it('rejects with a comment, and shows both, and when by the clocks of reader and workspace', async () => {
    const { page } = await open({}, { ...WIDE, timezoneId: 'Europe/Berlin' });
    await say(page, 'Send renewal reminders');
    await page.getByRole('textbox', { name: 'Comment on the decision' }).fill('Too early <b>really</b>');
    await page.getByRole('button', { name: 'Reject' }).click();
    await page.getByText(/^Rejected by Mali Suwan, .+ \(.+ in Bangkok\)/).waitFor();
    await page.getByText('Too early <b>really</b>').waitFor();
  });

  it('stays where it is while somebody presses a button and the answer ends', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { page } = await open({ hold: promise });
    await say(page, 'Send renewal reminders');
    await page.getByRole('button', { name: 'Reject' }).hover();
    await page.mouse.down();
    resolve();
    await page.getByRole('button', { name: 'Send', exact: true }).waitFor();
    await page.mouse.up();
    await page.getByText(/^Rejected by Mali Suwan/).waitFor();
  });

  it('asks before it stops a campaign for good', async () => {
    const { page } = await open();
    await say(page, 'everything');
    await page.getByRole('button', { name: 'Stop …' }).click();
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
  });

  it('goes on with the progress when its stream of events breaks', async () => {
    const { page } = await open();
    await say(page, 'everything');
    const progress = page.getByRole('region', { name: 'Progress' });
    await progress.getByText('sending', { exact: true }).waitFor();
    await progress.getByText('done', { exact: true }).waitFor();
  });

  it('is worked by keyboard: "/" to the field, Enter to send, Tab to every button in order', async () => {
    const { page } = await open();
    await page.getByRole('heading', { name: 'Whom shall we write to?' }).click();
    await page.keyboard.press('/');
    await expect.poll(() => field(page).evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.type('Send renewal reminders');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('to Hilton');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Approve 15 messages' }).waitFor();
    await page.getByRole('textbox', { name: 'Comment on the decision' }).focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Approve 15 messages');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Reject');
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
    expect(outline).toBe('solid');
  });
});
