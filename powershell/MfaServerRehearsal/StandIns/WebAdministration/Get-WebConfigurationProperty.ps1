# Answers for the runtime of an application pool from iis.json; nothing else is simulated.
function Get-WebConfigurationProperty {
    [CmdletBinding()]
    param(
        [string]$Clr,
        [Parameter(Mandatory, Position = 0, ValueFromPipelineByPropertyName)] [string[]]$Filter,
        [Parameter(ValueFromPipelineByPropertyName)] [string[]]$Location,
        [Parameter(Mandatory)] [string[]]$Name,
        [Parameter(Position = 1, ValueFromPipelineByPropertyName)] [string[]]$PSPath,
        [switch]$Recurse
    )
    process {
        if ("$Name" -ne 'managedRuntimeVersion' -or "$Filter" -notmatch "applicationPools/add\[@name='([^']*)'\]") { Deny-MfaStandInAct -Name "Get-WebConfigurationProperty -Name $Name" }
        $pool = (Read-MfaStandInIis).pools | Where-Object -Property name -EQ -Value $Matches[1]
        if ($null -ne $pool) { [pscustomobject]@{ Value = $pool.runtime } }
    }
}
