import { createContext, useContext } from 'react';
import type { FieldView } from '../../../routes/fields.ts';

/** The fields of the workspace, and the currency of its amounts. */
export const FieldsContext = createContext<{ currency: string; fields: FieldView[] }>({
  currency: 'EUR',
  fields: [],
});
export const useFields = () => useContext(FieldsContext);
