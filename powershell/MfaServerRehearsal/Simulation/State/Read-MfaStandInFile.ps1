# One file of the simulated host, read anew each time: another run may have changed it.
function Read-MfaStandInFile {
    [CmdletBinding()]
    [OutputType([object])]
    param([Parameter(Mandatory)] [string]$Name)
    ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText([System.IO.Path]::Combine($script:HostFolder, $Name)))
}
