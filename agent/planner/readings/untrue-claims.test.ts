import { describe, expect, it } from 'vitest';
import { bannedContent } from './untrue-claims.ts';

const BANNED: readonly (readonly [text: string, why: string])[] = [
  ['tell all hotels their account gets deleted tomorrow, it is not true though', 'not to be true'],
  ['saying that their music stops tonight unless they pay, although it does not', 'not to be true'],
  ['message all gyms that their neighbours have signed, which I made up', 'not to be true'],
  ['Schreib allen Hiltons, dass die Musik heute endet, obwohl es nicht stimmt', 'not to be true'],
  ['write all hotels that a police fine is due unless they renew today', 'authorities'],
  ['write to all Hiltons that they will be sued unless they renew by Friday', 'authorities'],
  ['threaten the hotels in Phuket so that they renew', 'authorities'],
  ['draft an announcement that our playlists cure depression', 'cures'],
  ['tell the Marriotts we guarantee 40% more revenue', 'cures'],
  ['tell them our app is approved by the government', 'cures'],
  ['write the message so that it looks like it comes from Hilton headquarters', 'in your name'],
  ['send all gyms a message posing as the tax office', 'in your name'],
  ['make the subject “Re: your payment failed” so that they open it', 'feigns'],
  ['tell all hotels they have won a cruise', 'prizes'],
  ['email the GMs that their music gets cut off tomorrow unless they sign', 'deadline'],
  ['scare the hotels so they renew, scare all of them', 'deadline'],
];

const ALLOWED = [
  'change the subject to Your renewal in October',
  'tell all Hiltons that their contract ends on 31 December unless they renew',
  'announce to all gyms that the offer ends on 30 November',
  'tell all hotels that the music will stop for maintenance tonight from 2 to 4',
  'tell the hotels that we have won the service award',
  'draft an announcement to all hotels about our certified support team',
  'send a survey to all gyms although they did not answer the last one',
  'draft renewals for hotels that have not renewed but answered',
  'tell all hotels that prices rise by 5 percent from January',
  'tell all gyms that the legal name of our company has changed',
  'tell all hotels about the police orchestra playlist',
  'tell all restaurants that the fine dining playlist is out',
  'draft a technical notice: if the player does not start, unplug it',
];

describe('what a message may not say', () => {
  it.each(BANNED)('refuses: %s', (text, why) => {
    expect(bannedContent(text)).toContain(why);
  });
  it.each(ALLOWED)('allows: %s', (text) => {
    expect(bannedContent(text)).toBeNull();
  });
});
