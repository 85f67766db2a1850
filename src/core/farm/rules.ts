import { adfsFarmRules, interchangeableFarms, sharedNodes } from './adfsRules';
import type { FarmContent, Sound } from './content';
import { duplicateHosts, idleHosts, masterRules, productVersions, targetVersionRule } from './hostRules';
import { takeInventory, type Inventory } from './inventory';
import type { Mistake } from './mistake';
import { listedTwice, takenNames } from './nameRules';
import { balancerMembers, clientTargets } from './referenceRules';

const rules: readonly ((inventory: Inventory) => readonly Mistake[])[] = [
  targetVersionRule,
  productVersions,
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
 * it has refused. Pure; linear in the number of names.
 */
export function breachesOfRules(sound: Sound<FarmContent>): readonly Mistake[] {
  const inventory = takeInventory(sound);
  return rules.flatMap((rule) => rule(inventory));
}
