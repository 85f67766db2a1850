# Where a component still shows on this host: its entries under Programs and Features, its applications in IIS, for the agent
# the programs in its folder (inferred). Exact names of entries are unknown, so one place alone does not say that it is gone.
function Get-MfaComponentTrace {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$Component,
        [string]$InstallPath
    )
    $places = @(Get-MfaWebApplicationOfHost | Where-Object -Property Component -EQ -Value $Component | ForEach-Object -Process { $_.PhysicalPath })
    if ($Component -eq 'phoneFactorAgent') { $places += @(Get-MfaAgentProgram -InstallPath $InstallPath) }
    [pscustomobject]@{
        Products = @(Get-MfaInstalledProduct | Where-Object -Property Component -EQ -Value $Component)
        Places   = $places
    }
}

# The programs in the folder of the agent; none where there is no folder.
function Get-MfaAgentProgram {
    [CmdletBinding()]
    [OutputType([string])]
    param([string]$InstallPath)
    $folder = if ($InstallPath) { $InstallPath } else { Get-MfaRegisteredInstallPath }
    if (-not $folder -or -not (Test-MfaLocalPath -LiteralPath $folder) -or -not (Test-Path -LiteralPath $folder -PathType Container)) { return }
    Get-ChildItem -LiteralPath $folder -File -Force | Where-Object -Property Extension -EQ -Value '.exe' | ForEach-Object -Process { $_.FullName }
}
