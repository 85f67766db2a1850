# What MFA Server lacks on this host of what the upgrade leads to. An entry under Programs and Features that cannot be found
# is told and blocks nothing, because its name is unknown.
function Get-MfaServerFinding {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$State,
        [Parameter(Mandatory)] [string]$Version,
        [AllowEmptyString()] [string]$InstallPath,
        [Parameter(Mandatory)] [string]$ComputerName
    )
    $given = @{ ComputerName = $ComputerName }
    $service = $State.Services | Where-Object -Property Name -EQ -Value 'MultiFactorAuth'
    if ($null -eq $service) { return New-MfaFinding -Code ServerServiceMissing -Severity error @given }
    if (-not (Test-MfaSameVersion -Version $State.Version -As $Version)) { New-MfaFinding -Code ServerOtherVersion -Severity error -Value $State.Binary, $State.Version, $Version @given }
    Get-MfaServerPathFinding -State $State -InstallPath $InstallPath -ComputerName $ComputerName
    if ($service.Status -ne 'Running') { New-MfaFinding -Code ServerServiceStopped -Severity error -Value $service.Status, $service.StartType @given }
    if ($service.StartType -ne 'Automatic') { New-MfaFinding -Code ServerStartTypeDiffers -Severity error -Value $service.StartType @given }
    foreach ($runtime in $State.VisualCpp.PSObject.Properties) {
        if (-not $runtime.Value -and -not (Test-MfaVersionBelow -Version $Version -Than '7.0')) { New-MfaFinding -Code VisualCppMissing -Severity error -Value $ComputerName, $runtime.Name @given }
    }
    $versions = @($State.Products | ForEach-Object -Process { $_.Version })
    if (@($versions | Where-Object -FilterScript { Test-MfaSameVersion -Version $_ -As $Version }).Count -eq 0) {
        New-MfaFinding -Code ServerEntryNotFound -Severity warning -Value $Version, $(if ($versions.Count -gt 0) { $versions -join ', ' } else { '-' }) @given
    }
}

# The folder is that of the registry, and that of farm.json where it names one.
function Get-MfaServerPathFinding {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$State,
        [AllowEmptyString()] [string]$InstallPath,
        [Parameter(Mandatory)] [string]$ComputerName
    )
    $wanted = if ($InstallPath) { $InstallPath } else { $State.InstallPath }
    $places = @($State.InstallPath, [System.IO.Path]::GetDirectoryName($State.Binary))
    $isThere = $State.InstallPath -and $State.InstallPath.TrimEnd('\', '/') -eq $wanted.TrimEnd('\', '/') -and (Test-MfaPathInside -LiteralPath $State.Binary -Folder $wanted)
    if (-not $isThere) { New-MfaFinding -Code ServerPathDiffers -Severity error -ComputerName $ComputerName -Value $wanted, ($places -join ', ') }
}
