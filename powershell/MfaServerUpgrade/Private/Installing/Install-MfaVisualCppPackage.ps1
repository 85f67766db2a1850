# Runs one package with the documented switches (VC). 1638 says that a newer runtime is there, which is what is wanted.
function Install-MfaVisualCppPackage {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$LiteralPath,
        [Parameter(Mandatory)] [string]$UpgradeId
    )
    $copy = Save-MfaInstaller -LiteralPath $LiteralPath -UpgradeId $UpgradeId
    $log = New-MfaLogPath -UpgradeId $UpgradeId -Program $copy.Path
    Write-Information -MessageData ('Installing {0}. Its log: {1}' -f $copy.Path, $log)
    $code = Invoke-MfaProgram -LiteralPath $copy.Path -ArgumentList '/install', '/quiet', '/norestart', '/log', (ConvertTo-MfaArgument -Value $log)
    if ($code -notin 0, 3010, 1641, 1638) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code VisualCppFailed -Category OperationStopped -Target $copy.Path -Value $copy.Path, $code, $log))
    }
    [pscustomobject]@{ Package = $LiteralPath; Sha256 = $copy.SourceSha256; ExitCode = $code; Log = $log }
}

# The one package of an architecture in a folder of this host. None, or several, is refused.
function Get-MfaVisualCppPackage {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string]$Architecture,
        [AllowEmptyString()] [string]$Source
    )
    $isFolder = $Source -and (Test-MfaLocalPath -LiteralPath $Source) -and (Test-Path -LiteralPath $Source -PathType Container)
    $found = @(if ($isFolder) { Get-ChildItem -LiteralPath $Source -File -Force | Where-Object -FilterScript { $_.Extension -eq '.exe' -and $_.Name -match "[._-]$Architecture" } })
    if ($found.Count -eq 1) { return $found[0].FullName }
    $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code VisualCppPackageNotFound -Category InvalidArgument -Target $Source -Value $Source, $Architecture, $found.Count))
}

# The packages of the runtimes that a version needs and this host lacks; all are looked for before the first one runs.
function Get-MfaMissingRuntimePackage {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string]$Version,
        [AllowEmptyString()] [string]$Source
    )
    if (Test-MfaVersionBelow -Version $Version -Than '7.0') { return }
    Get-MfaVisualCppArchitecture | Where-Object -FilterScript { -not (Test-MfaVisualCppThere -Architecture $_) } | ForEach-Object -Process { Get-MfaVisualCppPackage -Architecture $_ -Source $Source }
}

# For each architecture that this host needs whether a runtime is there that counts.
function Get-MfaVisualCppState {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param()
    $state = [ordered]@{}
    foreach ($architecture in Get-MfaVisualCppArchitecture) { $state[$architecture] = Test-MfaVisualCppThere -Architecture $architecture }
    [pscustomobject]$state
}
