import { Problem } from '../cards/card.tsx';
import { t } from '../words/t.ts';

/** The end of a form of settings: what is wrong, the button for whoever may, and what came of it. */
export function SaveSettings({ mayAdminister, wrong, said }: Props) {
  return (
    <>
      {wrong && <Problem words={wrong} />}
      {mayAdminister && (
        <button type="submit" className="btn btn-primary">
          {t('Save')}
        </button>
      )}
      <p role="status" className="quiet mt-2 text-sm empty:hidden">
        {said}
      </p>
    </>
  );
}

type Props = { mayAdminister: boolean; wrong: string | null; said: string | null };
