# Every function is meant for one host and refuses to run elsewhere, before it looks at anything.
function Assert-MfaComputer {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$ComputerName)
    if (Test-MfaComputerName -ComputerName $ComputerName) { return }
    $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code WrongComputer -Category InvalidArgument -Target $ComputerName -Value $ComputerName, $env:COMPUTERNAME))
}
