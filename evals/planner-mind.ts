import { createPlanner } from '../agent/planner/planner.ts';
import { createPlannerMind } from '../agent/planner-mind.ts';
import { countryName, findCountry } from '../core/places/countries.ts';
import { placesNamed } from '../core/places/gazetteer.ts';
import { listRegions } from '../core/places/regions.ts';
import { TOOLS } from '../tools/index.ts';

/** The planner as the product wires it. */
export const plannerMind = () =>
  createPlannerMind(createPlanner({ places: { listRegions, findCountry, countryName, placesNamed } }), [
    ...TOOLS.values(),
  ]);
