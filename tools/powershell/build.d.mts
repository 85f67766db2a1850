/** Lays dist/powershell and gives the paths of its files, as seen from the project. */
export function buildPowerShell(): readonly string[];
