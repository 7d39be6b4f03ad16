import { surveyWords } from '../core/content/survey-words.ts';
import type { OpenSurvey } from '../core/replies/answer-survey.ts';
import { escapeHtml, htmlPage } from './html-page.ts';

type Shown = {
  token: string;
  survey: OpenSurvey;
  /** What they wrote has just been noted. */
  isCommented?: boolean;
};

/** The page behind the link of a survey: a button for each number, and room for a word on why. Only pressing notes anything. */
export function surveyPage({ token, survey, isCommented = false }: Shown): string {
  const words = surveyWords(survey.language);
  const { score } = survey;
  const isAnswered = score !== null;
  const buttons = Array.from(
    { length: 11 },
    (_, number) =>
      `<button type="submit" name="score" value="${number}"${number === score ? ' aria-pressed="true" style="font-weight:bold;outline:3px solid;outline-offset:-3px"' : ''}>${number}</button>`,
  );
  const numbers = `<form method="post" action="/a/${token}">
<p style="display:flex;flex-wrap:wrap;gap:.5rem">${buttons.join('\n')}</p>
${isAnswered ? `<p>${escapeHtml(words.ends)}</p>` : ''}
</form>`;
  const comment = `<form method="post" action="/a/${token}/comment">
<p><label>${escapeHtml(words.why)}<br>
<textarea name="comment" rows="4" maxlength="4000" style="box-sizing:border-box;width:100%;font:inherit;margin-top:.25rem"></textarea></label></p>
<p><button type="submit">${escapeHtml(words.send)}</button></p>
</form>`;
  const question = survey.type === 'survey' ? words.recommend : words.asked;
  return htmlPage({
    title: isAnswered ? words.title : question,
    from: survey.company,
    language: words.language,
    text: isCommented ? words.noted : isAnswered ? words.thanks(score) : words.ends,
    html: [
      ...(isAnswered && !isCommented ? [comment] : []),
      ...(isAnswered ? [`<p>${escapeHtml(words.change)}</p>`] : []),
      numbers,
    ].join('\n'),
  });
}

type Told = 'notYet' | 'numberOnly' | 'tooMany' | 'test';

/** A page that says why nothing was noted. */
export function surveyTold(told: Told, reader: { language: string | null; company?: string }): string {
  const words = surveyWords(reader.language);
  return htmlPage({
    title: words.title,
    from: reader.company ?? '',
    language: words.language,
    text: words[told],
  });
}
