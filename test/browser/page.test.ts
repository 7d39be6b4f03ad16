import { describe, expect, it } from 'vitest';
import { weighPage } from '../../scripts/weigh-page.ts';
import { conversations } from './canned-conversations.ts';
import { LONG } from './canned-names.ts';
import { campaignId } from './canned-parts.ts';
import { barriers, PHONE, roomForWords, sticksOut, WIDE } from './open-browser.ts';
import { browseScenes, field, has, say, why } from './open-scene.ts';

const open = browseScenes();

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

  it('lets people put their own last sentence in other words, and not a colleague’s', async () => {
    const { page, api } = await open();
    await say(page, 'Send renewal reminders');
    const edit = page.getByRole('button', { name: 'Edit', exact: true });
    await edit.waitFor();
    api.scene.shared = true;
    await page.reload();
    await page.getByRole('heading', { name: 'A colleague' }).waitFor();
    expect(await edit.count()).toBe(0);
  });

  it('says when the device is offline, and when the server cannot be reached', async () => {
    const { page } = await open();
    await field(page).waitFor();
    await page.context().setOffline(true);
    await page.getByText('You are offline.').waitFor();
    await say(page, 'hello');
    await page.getByText('The server cannot be reached.').first().waitFor();
  });
});
