import { createContext, useContext } from 'react';

/** How many turns of this conversation have ended: a card whose subject a turn may change reads it again then. */
export const TurnsDone = createContext(0);
export const useTurnsDone = (): number => useContext(TurnsDone);
