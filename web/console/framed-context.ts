import { createContext } from 'react';

/** Whether another site shows this, in its frame. */
export const FramedContext = createContext(false);
