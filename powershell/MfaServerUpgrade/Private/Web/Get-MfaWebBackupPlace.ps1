# What of a web component is backed up, and the folder of its sets: web.config and the themes (SEED-A, SEED-B), outside
# everything that IIS serves, because web.config holds a password in plain text.
function Get-MfaWebBackupPlace {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Application,
        [Parameter(Mandatory)] [string]$UpgradeId,
        [Parameter(Mandatory)] [string]$BackupName,
        [string]$Destination
    )
    $source = [pscustomobject]@{ Path = $Application.PhysicalPath; InstallPath = $Application.PhysicalPath; DataFile = 'web.config'; Only = '^(web\.config$|App_Themes/)' }
    $folder = Get-MfaBackupFolder -Destination $Destination -UpgradeId $UpgradeId -BackupName $BackupName -Source $source
    Assert-MfaOutsideWeb -LiteralPath $folder
    [pscustomobject]@{ Source = $source; Folder = $folder }
}

# Refuses a folder that IIS on this host would hand out, itself or one above it.
function Assert-MfaOutsideWeb {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    if ($null -eq (Get-MfaService -Name 'W3SVC')) { return }
    foreach ($root in Get-MfaWebRoot | Where-Object -FilterScript { Test-MfaPathInside -LiteralPath $LiteralPath -Folder $_ }) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code BackupDestinationInWeb -Category InvalidArgument -Target $LiteralPath -Value $LiteralPath, $root))
    }
}

# Every local folder that IIS on this host serves.
function Get-MfaWebRoot {
    [CmdletBinding()]
    [OutputType([string])]
    param()
    $paths = foreach ($site in Get-Website -ErrorAction Stop) {
        $site.physicalPath
        Get-WebApplication -Site $site.name -ErrorAction Stop | ForEach-Object -Process { $_.PhysicalPath }
    }
    $paths | ForEach-Object -Process { [System.Environment]::ExpandEnvironmentVariables($_) } | Where-Object -FilterScript { Test-MfaLocalPath -LiteralPath $_ }
}
