import { describe, expect, it } from 'vitest';
import { PHONE, WIDE } from './open-browser.ts';
import { browseScenes, field, has, say, why } from './open-scene.ts';

const open = browseScenes();

describe.skipIf(!has)(`a turn on the page${why}`, () => {
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
