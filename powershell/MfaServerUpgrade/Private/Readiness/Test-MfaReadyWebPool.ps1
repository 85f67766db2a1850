# From 7.0 on the web components need a pool of .NET v4.0; older ones ran with v2.0 (4S, VIK). Other applications in the same
# pool would change with it.
function Test-MfaReadyWebPool {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Subject)
    if ($Subject.TargetVersion -and (Test-MfaVersionBelow -Version $Subject.TargetVersion -Than '7.0')) { return }
    $names = @(Get-MfaWebComponentName -Subject $Subject)
    if ($names.Count -eq 0) { return }
    foreach ($application in Get-MfaWebApplicationOfHost | Where-Object -FilterScript { $names -contains $_.Component }) {
        $runtime = Get-MfaPoolRuntime -Name $application.Pool
        if ($runtime -eq 'v4.0') { continue }
        $given = @{ ComputerName = $Subject.ComputerName; Value = @($application.Pool, $runtime, (Get-MfaComponentTitle -Component $application.Component)) }
        if (@(Get-MfaPoolApplication -Pool $application.Pool).Count -gt 1) { New-MfaFinding -Code WebPoolShared -Severity warning @given }
        else { New-MfaFinding -Code WebPoolOld -Severity information @given }
    }
}

# The applications that run in a pool, on all sites.
function Get-MfaPoolApplication {
    [CmdletBinding()]
    [OutputType([object])]
    param([Parameter(Mandatory)] [string]$Pool)
    foreach ($site in Get-Website -ErrorAction Stop) {
        Get-WebApplication -Site $site.name -ErrorAction Stop | Where-Object -Property applicationPool -EQ -Value $Pool
    }
}
