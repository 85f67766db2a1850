# The computer's own name for itself; in a rehearsal the simulated host's.
function Get-MfaStepComputer {
    [CmdletBinding()]
    [OutputType([string])]
    param()
    if ($env:COMPUTERNAME) { $env:COMPUTERNAME } else { [System.Environment]::MachineName }
}
