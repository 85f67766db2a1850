# The name of a component's MSI (SEED-A). That the 32-bit one ends in 32 is inferred (SEED-B).
function Get-MfaComponentPackageName {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string]$Component,
        [Parameter(Mandatory)] [int]$Bitness
    )
    switch ($Component) {
        'userPortal' { 'MultiFactorAuthenticationUserPortalSetup{0}.msi' -f $Bitness }
        'mobileAppWebService' { 'MultiFactorAuthenticationMobileAppWebServiceSetup{0}.msi' -f $Bitness }
    }
}

# The MSI in a program folder of MFA Server: on a drive of this host, or through the administrative share of another one.
# Refused where the path is anything else, or the file is not there.
function Get-MfaComponentSource {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string]$Source,
        [Parameter(Mandatory)] [string]$Name,
        [Parameter(Mandatory)] [string]$UpgradeId
    )
    Assert-MfaSourceFolder -LiteralPath $Source
    $path = Join-Path -Path $Source -ChildPath $Name
    if (-not (Test-Path -LiteralPath $path -PathType Leaf)) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code ComponentInstallerNotFound -Category InvalidArgument -Target $path -Value $Source, $Name, (Get-MfaInstallerFolder -UpgradeId $UpgradeId)))
    }
    $path
}

# Refuses a folder that is neither on a drive of this host nor below the administrative share of another one.
function Assert-MfaSourceFolder {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    $isShare = $LiteralPath -match '^\\\\[A-Za-z0-9_][A-Za-z0-9_.-]*\\[A-Za-z]\$\\' -and (Test-MfaLocalPath -LiteralPath ($LiteralPath -replace '^\\\\[^\\]+\\([A-Za-z])\$', '$1:'))
    if (-not $isShare -and -not (Test-MfaLocalPath -LiteralPath $LiteralPath)) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code ComponentInstallerUnfit -Category InvalidArgument -Target $LiteralPath -Value $LiteralPath))
    }
}

# The MSI that is installed on this host: the one copied for the upgrade, else the one in the program folder of this
# host's own MFA Server.
function Get-MfaComponentPackage {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string]$Component,
        [Parameter(Mandatory)] [string]$UpgradeId,
        [Parameter(Mandatory)] [int]$Bitness
    )
    $name = Get-MfaComponentPackageName -Component $Component -Bitness $Bitness
    $copy = Join-Path -Path (Get-MfaInstallerFolder -UpgradeId $UpgradeId) -ChildPath $name
    if (Test-Path -LiteralPath $copy -PathType Leaf) { return $copy }
    if ($null -eq (Get-MfaService -Name 'MultiFactorAuth')) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code ComponentInstallerMissing -Category InvalidArgument -Target $copy -Value $copy))
    }
    Get-MfaComponentSource -Source (Get-MfaInstallPath) -Name $name -UpgradeId $UpgradeId
}
