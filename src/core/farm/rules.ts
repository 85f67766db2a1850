import { adfsFarmRules, sharedNodes } from './adfsRules';
import type { FarmContent, Sound } from './content';
import { duplicateHosts, idleHosts, masterRules } from './hostRules';
import { takeInventory, type Inventory } from './inventory';
import type { Mistake } from './mistake';
import { listedTwice, takenNames } from './nameRules';
import { interchangeableFarms } from './partnerRules';
import { balancerMembers, clientTargets } from './referenceRules';
import { versionRules } from './versionRules';

const rules: readonly ((inventory: Inventory) => readonly Mistake[])[] = [
  versionRules,
  duplicateHosts,
  masterRules,
  idleHosts,
  adfsFarmRules,
  sharedNodes,
  interchangeableFarms,
  balancerMembers,
  clientTargets,
  takenNames,
  listedTwice,
];

/**
 * What the parts of a farm file say against each other. Takes the parts that the schema has passed, and says nothing of those
 * it has refused, nor of what only follows from another mistake: see `mayHave` and `lacks`. Pure; linear in the number of names.
 */
export function breachesOfRules(sound: Sound<FarmContent>): readonly Mistake[] {
  const inventory = takeInventory(sound);
  return rules.flatMap((rule) => rule(inventory));
}
