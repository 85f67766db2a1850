/** Absolute path of the pinned PowerShell, restored first where it is missing. Throws when it cannot be had. */
export function pinnedPowerShell(): string;
