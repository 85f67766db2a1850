# What changes a computer beyond its files has no simulation yet, and must never reach the real one.
function Deny-MfaStandInAct {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$Name)
    $exception = New-Object -TypeName System.InvalidOperationException -ArgumentList "In a rehearsal $Name is not run, and this rehearsal has no simulation of it."
    $record = New-Object -TypeName System.Management.Automation.ErrorRecord -ArgumentList $exception, 'RehearsalActDenied', 'SecurityError', $Name
    $PSCmdlet.ThrowTerminatingError($record)
}
