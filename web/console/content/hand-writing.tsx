import { type FormEvent, useState } from 'react';
import type { DryRun } from '../../../core/approval/dry-run.ts';
import { problemWords, put } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { t } from '../words/t.ts';

type Props = { campaignId: string; message: DryRun['messages'][number]; onWritten: () => void };

/** One recipient’s message in a person’s own words. */
export function HandWriting({ campaignId, message: { contactId, letter }, onWritten }: Props) {
  const [text, setText] = useState<{ subject: string; body: string } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  if (!text)
    return (
      <button
        type="button"
        className="btn btn-sm mt-3"
        onClick={() => setText({ subject: letter.subject ?? '', body: letter.body })}
      >
        {t('Write this one by hand')}
      </button>
    );
  async function save(event: FormEvent) {
    event.preventDefault();
    if (!text) return;
    setProblem(null);
    const { body, subject } = text;
    try {
      await put(`/campaigns/${campaignId}/messages/${contactId}`, { body, ...(subject ? { subject } : {}) });
      setText(null);
      onWritten();
    } catch (error) {
      setProblem(problemWords(error));
    }
  }
  return (
    <form onSubmit={save} className="mt-3 space-y-2">
      {letter.subject !== undefined && (
        <input
          className="input w-full text-base sm:text-sm"
          aria-label={t('Subject of this message')}
          maxLength={200}
          dir="auto"
          value={text.subject}
          onChange={({ target }) => setText({ ...text, subject: target.value })}
        />
      )}
      <textarea
        className="textarea field-sizing-content max-h-96 w-full text-base sm:text-sm"
        aria-label={t('Text of this message')}
        maxLength={8000}
        required
        dir="auto"
        value={text.body}
        onChange={({ target }) => setText({ ...text, body: target.value })}
      />
      <p className="quiet text-xs">{t('What was asked for approval before is void then.')}</p>
      {problem && <Problem words={problem} />}
      <div className="flex gap-2">
        <button type="submit" className="btn btn-sm btn-primary">
          {t('Use these words')}
        </button>
        <button type="button" className="btn btn-sm" onClick={() => setText(null)}>
          {t('Cancel')}
        </button>
      </div>
    </form>
  );
}
