# Answers for the runtime of an application pool and the authentication of an application from iis.json; nothing else is
# simulated.
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
        if ("$Name" -eq 'enabled' -and "$Filter" -match '/authentication/(\w+)$') { return Get-MfaSimulatedAuthentication -PSPath "$PSPath" -Kind $Matches[1] }
        if ("$Name" -ne 'managedRuntimeVersion' -or "$Filter" -notmatch "applicationPools/add\[@name='([^']*)'\]") { Deny-MfaStandInAct -Name "Get-WebConfigurationProperty -Name $Name" }
        $pool = (Read-MfaStandInIis).pools | Where-Object -Property name -EQ -Value $Matches[1]
        if ($null -ne $pool) { [pscustomobject]@{ Value = $pool.runtime } }
    }
}

# Whether an application of this host asks in a way, and nothing where it has no such application.
function Get-MfaSimulatedAuthentication {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([string]$PSPath, [string]$Kind)
    $application = Read-MfaStandInSite | ForEach-Object -Process { $site = $_; $site.applications | Where-Object -FilterScript { $PSPath -eq ('IIS:\Sites\{0}\{1}' -f $site.name, $_.path.Trim('/')) } }
    if ($null -eq $application) { return }
    $folder = Expand-MfaStandInPath -Text $application.physicalPath
    # documented: ADFS, the SDK asks by basic authentication, and everything else is off
    # inferred: the other components ask nobody, they have pages of their own for that
    $asked = if ([System.IO.File]::Exists((Join-Path -Path $folder -ChildPath 'PfWsSdk.asmx'))) { 'basicAuthentication' } else { 'anonymousAuthentication' }
    [pscustomobject]@{ Value = $Kind -eq $asked }
}
