# Where the config file of a component lies: at the physical path of its IIS application, or for the adapter in the folder that
# its four files were copied to, where the register script names it. Gives the file, the source that a backup of it is taken from, and its application. A link in its place is refused:
# nobody knows what would be replaced.
function Get-MfaConfigurationPlace {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$Component,
        [string]$VirtualDirectory,
        [string]$Site,
        [Parameter(Mandatory)] [string]$UpgradeId
    )
    $application = $null
    if ($Component -eq 'adfsAdapter') {
        $file = Join-Path -Path (Get-MfaInstallerFolder -UpgradeId $UpgradeId) -ChildPath 'MultiFactorAuthenticationAdfsAdapter.config'
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
    $folder = Get-MfaBackupFolder -Destination $Destination -UpgradeId $UpgradeId -BackupName $BackupName -Source $Place.Source
    Assert-MfaOutsideWeb -LiteralPath $folder
    $folder
}
