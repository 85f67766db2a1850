# Every role service that is asked for is there where IIS is: a host that runs the old version has them.
function Get-WindowsFeature {
    [CmdletBinding()]
    param(
        [Alias('Cn')] [string]$ComputerName,
        [pscredential]$Credential,
        [string]$LogPath,
        [Parameter(Position = 0, ValueFromPipeline)] [string[]]$Name,
        [string]$Vhd
    )
    process {
        # inferred: nothing says which role services a host has
        $isThere = @(Read-MfaStandInFile -Name 'services.json' | Where-Object -Property name -EQ -Value 'W3SVC').Count -gt 0
        foreach ($one in $Name) { [pscustomobject]@{ Name = $one; DisplayName = $one; Installed = $isThere } }
    }
}
