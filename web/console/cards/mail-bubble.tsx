import { useMemo, useState } from 'react';
import { Marked, markHtml, useMarks } from '../content/marks.tsx';
import { t } from '../words/t.ts';

type Mail = { subject?: string | undefined; body: string; html?: string | undefined };

const WIDTHS = { desktop: '100%', phone: '22.5rem' } as const;

/**
 * The HTML is shown in a frame without scripts, forms, links that lead out, or network; as wide as a desk or a phone,
 * and as a mail program in the light or in the dark shows it.
 */
export function MailBubble({ mail: { subject, body, html } }: { mail: Mail }) {
  const [isPlain, setPlain] = useState(false);
  const { marks } = useMarks();
  const page = useMemo(() => html && markHtml(html, marks), [html, marks]);
  const [width, setWidth] = useState<keyof typeof WIDTHS>('desktop');
  const [isDark, setDark] = useState(false);
  return (
    <div className="overflow-hidden rounded-lg border border-base-300">
      <div className="flex flex-wrap items-center justify-between gap-2 border-b border-base-300 bg-base-200 px-3 py-2">
        <p className="min-w-0 grow basis-40 font-semibold wrap-anywhere" dir="auto">
          {subject ? <Marked>{subject}</Marked> : t('(no subject)')}
        </p>
        {html && (
          <span className="flex flex-wrap gap-1">
            {!isPlain && (
              <>
                <button
                  type="button"
                  className="btn btn-xs"
                  aria-pressed={width === 'phone'}
                  onClick={() => setWidth(width === 'phone' ? 'desktop' : 'phone')}
                >
                  {t('Phone')}
                </button>
                <button
                  type="button"
                  className="btn btn-xs"
                  aria-pressed={isDark}
                  onClick={() => setDark(!isDark)}
                >
                  {t('Dark')}
                </button>
              </>
            )}
            <button type="button" className="btn btn-xs" onClick={() => setPlain(!isPlain)}>
              {isPlain ? t('As designed') : t('As plain text')}
            </button>
          </span>
        )}
      </div>
      {html && !isPlain ? (
        <iframe
          title={t('E-mail: {subject}', { subject: subject ?? '' })}
          sandbox=""
          srcDoc={page}
          className={`mx-auto block h-144 max-w-full resize-y ${isDark ? 'bg-black' : 'bg-white'}`}
          // The frame's own colour scheme is what its style sheet hears as the reader's.
          style={{ width: WIDTHS[width], colorScheme: isDark ? 'dark' : 'light' }}
        />
      ) : (
        <p className="p-3 whitespace-pre-wrap wrap-anywhere" dir="auto">
          <Marked>{body}</Marked>
        </p>
      )}
    </div>
  );
}
