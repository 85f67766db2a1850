# The folder of the exports of one step: outside every site of this host, because an export most likely holds a password.
function Get-MfaAdapterExportFolder {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [string]$Destination,
        [Parameter(Mandatory)] [string]$UpgradeId,
        [Parameter(Mandatory)] [string]$BackupName
    )
    # The folder of MFA Server is replaced by its setup; a node apart has none, and its adapter has one.
    $program = Get-MfaRegisteredInstallPath
    if (-not $program) { $program = Join-Path -Path $env:SystemRoot -ChildPath 'Microsoft.NET' }
    $folder = Get-MfaBackupFolder -Destination $Destination -UpgradeId $UpgradeId -BackupName $BackupName -Source ([pscustomobject]@{ Path = $program; InstallPath = $program })
    if ($null -eq (Get-MfaService -Name 'W3SVC')) { return $folder }
    foreach ($root in Get-MfaWebRoot | Where-Object -FilterScript { Test-MfaPathInside -LiteralPath $folder -Folder $_ }) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code BackupDestinationInWeb -Category InvalidArgument -Target $folder -Value $folder, $root))
    }
    $folder
}

# The exports of a folder, newest first, each named after the moment when it was made.
function Get-MfaAdapterExport {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    if (-not (Test-Path -LiteralPath $LiteralPath -PathType Container)) { return }
    Get-ChildItem -LiteralPath $LiteralPath -File -Force |
        Where-Object -Property Name -Match -Value '^\d{8}T\d{9}Z\.config$' |
        Sort-Object -Property Name -Descending |
        ForEach-Object -Process { [pscustomobject]@{ Name = $_.Name; Path = $_.FullName } }
}

# Whether an export is a file that can be put back: not empty, well-formed.
function Test-MfaAdapterExport {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    try { [void](Read-MfaConfigDocument -LiteralPath $LiteralPath) }
    catch {
        if ($_.CategoryInfo.Category -ne 'InvalidData') { throw }
        return $false
    }
    $true
}

# Exports to a new file and gives it with its hash; nothing where it equals the newest export, and then no file stays. An
# export that nobody could put back is an error, and is gone.
function Save-MfaAdapterExport {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$Provider,
        [Parameter(Mandatory)] [string]$Folder,
        [AllowNull()] [AllowEmptyString()] [string]$Sha256
    )
    $path = Join-Path -Path $Folder -ChildPath ('{0}.config' -f [datetime]::UtcNow.ToString("yyyyMMdd'T'HHmmssfff'Z'", [cultureinfo]::InvariantCulture))
    Write-MfaAdapterData -Provider $Provider -LiteralPath $path
    if (-not (Test-Path -LiteralPath $path -PathType Leaf)) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code AdapterExportMissing -Category ObjectNotFound -Target $path -Value $Folder))
    }
    if (-not (Test-MfaAdapterExport -LiteralPath $path)) {
        Remove-MfaFile -LiteralPath $path
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code AdapterExportUnfit -Category InvalidData -Target $path -Value $path))
    }
    $hash = (Get-MfaFileHash -LiteralPath $path).Sha256
    if ($hash -eq $Sha256) { return Remove-MfaFile -LiteralPath $path }
    [pscustomobject]@{ Path = $path; Sha256 = $hash }
}
