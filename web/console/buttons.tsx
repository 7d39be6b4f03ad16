// Buttons that stand in many places, each saying what it is about to whoever does not see where it stands.
import { t } from './words/t.ts';

type About = { label: string; onPress: () => void };

export const TakeOut = ({ label, onPress }: About) => (
  <button
    type="button"
    className="btn btn-sm"
    aria-label={t('Take out: {label}', { label })}
    onClick={onPress}
  >
    {t('Take out')}
  </button>
);

/** Opens the form of what it is about, and closes it again. */
export const Change = ({ label, isOpen, onPress }: About & { isOpen: boolean }) => (
  <button
    type="button"
    className="btn btn-sm"
    aria-expanded={isOpen}
    aria-label={t('Change {label}', { label })}
    onClick={onPress}
  >
    {t('Change')}
  </button>
);

/** The end of a form; `isHeld` while there is nothing to save. */
export const SaveOrCancel = ({ isHeld = false, onCancel }: { isHeld?: boolean; onCancel: () => void }) => (
  <>
    <button type="submit" className="btn btn-sm btn-primary" disabled={isHeld}>
      {t('Save')}
    </button>
    <button type="button" className="btn btn-sm" onClick={onCancel}>
      {t('Cancel')}
    </button>
  </>
);
