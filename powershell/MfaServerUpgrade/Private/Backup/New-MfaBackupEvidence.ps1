# What the backup hands back: where from, where to, each file with its hashes, the newest set before and after.
function New-MfaBackupEvidence {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$ComputerName,
        [Parameter(Mandatory)] [pscustomobject]$Source,
        [Parameter(Mandatory)] [string]$Destination,
        [Parameter(Mandatory)] [bool]$Changed,
        [AllowEmptyCollection()] [object[]]$Files = @(),
        [AllowNull()] [string]$Before,
        [AllowNull()] [string]$After
    )
    [pscustomobject]@{
        ComputerName = $ComputerName
        Changed      = $Changed
        Source       = $Source.Path
        Destination  = $Destination
        Files        = @($Files)
        Before       = [pscustomobject]@{ NewestSet = if ($Before) { $Before } }
        After        = [pscustomobject]@{ NewestSet = if ($After) { $After } }
    }
}
