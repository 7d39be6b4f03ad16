import { preferenceWords } from '../core/consent/preference-words.ts';
import { PAUSES, type Preferences } from '../core/consent/preferences.ts';
import type { Unsubscribe } from '../core/content/unsubscribe.ts';
import { escapeHtml, htmlPage } from './html-page.ts';

type Shown = {
  token: string;
  preferences: Preferences;
  company: string;
  purpose: Unsubscribe['purpose'];
  isSaved?: boolean;
};

/** The page behind the link of a message: what they get, as they may choose it. Only its forms change anything. */
export function preferencesPage({ token, preferences, company, purpose, isSaved = false }: Shown): string {
  const words = preferenceWords(preferences.language);
  const { channels, pausedUntil, isStopped } = preferences;
  const boxes = channels.map(
    ({ channel, isWanted }) =>
      `<p><label><input type="checkbox" name="news" value="${escapeHtml(channel)}"${isWanted ? ' checked' : ''}> ${escapeHtml(`${words.news} ${words.channels[channel] ?? channel}`)}</label></p>`,
  );
  const pauses = [0, ...PAUSES].map(
    (days) => `<option value="${days}">${escapeHtml(days === 0 ? words.noPause : words.days(days))}</option>`,
  );
  const until = pausedUntil?.toLocaleDateString(words.language, { dateStyle: 'long', timeZone: 'UTC' });
  const kept = until ? `<option value="keep" selected>${escapeHtml(until)}</option>` : '';
  const resting = until ? `<p>${escapeHtml(words.pausedUntil(until))}</p>` : '';
  const form = `<form method="post" action="/u/${token}/preferences">
${boxes.join('\n')}
${resting}
<p><label>${escapeHtml(words.pause)}<br><select name="pause">${kept}${pauses.join('')}</select></label></p>
<p><button type="submit">${escapeHtml(words.save)}</button></p>
</form>`;
  return htmlPage({
    title: words.title,
    from: company,
    language: words.language,
    text: isStopped ? words.stopped : isSaved ? words.saved : words.unchanged,
    html: isStopped ? '' : form,
    buttons: isStopped
      ? []
      : [
          { action: `/u/${token}`, words: words.stopAll },
          ...(purpose === 'marketing'
            ? [{ action: `/u/${token}?only=marketing`, words: words.stopNews }]
            : []),
        ],
  });
}
