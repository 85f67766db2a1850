/** Lays the modules into a folder of the project and gives the paths of their files, as seen from the project. */
export function buildPowerShell(into?: string): readonly string[];
