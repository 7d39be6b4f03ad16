import type { FieldView } from '../../../routes/fields.ts';
import { Problem } from '../cards/card.tsx';
import { Loading, Panel } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { inLanguage, t } from '../words/t.ts';

/** What is known of customers here, beside what every workspace knows. */
export function Fields() {
  const { data, problem, reload } = usePolled<{ fields: FieldView[] }>('/fields', null);
  const own = data?.fields.filter(({ isBuiltIn }) => !isBuiltIn) ?? [];
  const builtIn = data?.fields.filter(({ isBuiltIn }) => isBuiltIn) ?? [];
  return (
    <Panel title={t('Fields')}>
      {problem && <Problem words={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading />}
      {data && (
        <>
          {own.length === 0 ? (
            <p className="quiet">{t('This workspace has none of its own.')}</p>
          ) : (
            <FieldList fields={own} />
          )}
          <details className="mt-3">
            <summary>{t('{n} that every workspace has', { n: builtIn.length })}</summary>
            <FieldList fields={builtIn} />
          </details>
        </>
      )}
    </Panel>
  );
}

const FieldList = ({ fields }: { fields: FieldView[] }) => (
  <ul className="mt-2 space-y-1.5">
    {fields.map((field) => (
      <li key={field.key} className="wrap-anywhere">
        <span className="font-medium">{inLanguage(field.label)}</span>{' '}
        <span className="quiet">{inLanguage(field.kind)}</span>
        {field.values.length > 0 && <span className="quiet block text-xs">{field.values.join(', ')}</span>}
      </li>
    ))}
  </ul>
);
