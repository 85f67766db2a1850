# Where the config file of a component lies: at the physical path of its IIS application, or for the adapter where the caller
# says. Gives the file, the source that a backup of it is taken from, and its application. A link in its place is refused:
# nobody knows what would be replaced.
function Get-MfaConfigurationPlace {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$Component,
        [string]$VirtualDirectory,
        [string]$Site,
        [string]$Path
    )
    $application = $null
    if ($Component -eq 'adfsAdapter') {
        if (-not $Path -or -not (Test-MfaLocalPath -LiteralPath $Path)) {
            $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code ConfigurationPathUnfit -Category InvalidArgument -Target $Path -Value $Path))
        }
        $file = $Path
    }
    else {
        $application = Get-MfaWebApplication -Component $Component -VirtualDirectory $VirtualDirectory -Site $Site
        $file = Join-Path -Path $application.PhysicalPath -ChildPath 'web.config'
    }
    $item = Get-Item -LiteralPath $file -Force -ErrorAction SilentlyContinue
    if ($null -eq $item -or $item.PSIsContainer -or $item.Attributes.HasFlag([System.IO.FileAttributes]::ReparsePoint)) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code ConfigurationNotFound -Category InvalidArgument -Target $file -Value $file))
    }
    $folder = [System.IO.Path]::GetDirectoryName($file)
    $name = [System.IO.Path]::GetFileName($file)
    $source = [pscustomobject]@{ Path = $folder; InstallPath = $folder; DataFile = $name; Only = '^{0}$' -f [regex]::Escape($name) }
    [pscustomobject]@{ Path = $file; Name = $name; Source = $source; Application = $application }
}

# The folder of the sets that keep what a publish replaces: never where IIS serves it.
function Get-MfaReplacedFolder {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Place,
        [Parameter(Mandatory)] [string]$UpgradeId,
        [Parameter(Mandatory)] [string]$BackupName,
        [string]$Destination
    )
    if ($null -eq $Place.Application) { return Get-MfaBackupFolder -Destination $Destination -UpgradeId $UpgradeId -BackupName $BackupName -Source $Place.Source }
    (Get-MfaWebBackupPlace -Application $Place.Application -UpgradeId $UpgradeId -BackupName $BackupName -Destination $Destination).Folder
}
