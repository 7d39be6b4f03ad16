import { useState } from 'react';
import { Problem } from '../cards/card.tsx';
import { Loading } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { languageWords } from '../words.ts';

type Page = { html: string; language: string; languages: string[] };

/** What a contact sees behind the link of every message; in the frame nothing can be pressed. */
export function PreferencePreview({ contactId, name }: { contactId: string; name: string }) {
  const [language, setLanguage] = useState<string | null>(null);
  const path = `/contacts/${contactId}/preferences-page${language ? `?language=${language}` : ''}`;
  const { data, problem, reload } = usePolled<Page>(path, null);
  if (problem) return <Problem words={problem} onRetry={() => void reload()} />;
  if (!data) return <Loading />;
  return (
    <div className="mt-2 w-full rounded-box border border-base-300">
      <p className="flex flex-wrap items-center justify-between gap-2 border-b border-base-300 px-3 py-2">
        <span className="quiet">{t('As they see it; only they can press here.')}</span>
        <select
          className="select select-sm w-auto"
          aria-label={t('Language of the page')}
          value={data.language}
          onChange={({ target }) => setLanguage(target.value)}
        >
          {data.languages.map((key) => (
            <option key={key} value={key}>
              {languageWords(key)}
            </option>
          ))}
        </select>
      </p>
      <iframe
        title={t('What {name} may choose', { name })}
        sandbox=""
        srcDoc={data.html}
        className="block h-112 w-full bg-white"
        style={{ colorScheme: 'light' }}
      />
    </div>
  );
}
