# What came out of a request, before it is written.
function New-MfaStepOutcome {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidateSet('done', 'failed', 'refused', 'unknown')] [string]$Name,
        [AllowNull()] [object]$Verified = $null,
        [AllowNull()] [object]$Evidence = $null,
        [bool]$RestartNeeded = $false,
        [AllowEmptyCollection()] [object[]]$Finding = @()
    )
    [pscustomobject]@{
        Name          = $Name
        Verified      = $Verified
        Evidence      = if ($null -eq $Evidence) { [ordered]@{} } else { $Evidence }
        RestartNeeded = $RestartNeeded
        Findings      = @($Finding)
    }
}
