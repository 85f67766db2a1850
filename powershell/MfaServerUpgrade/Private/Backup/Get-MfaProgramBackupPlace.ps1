# What is saved of a server host before the setup, and where its sets lie: the program folder, and web.config and themes of
# each web component here. Data has backups of its own, and Logs change while they are read.
function Get-MfaProgramBackupPlace {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$UpgradeId,
        [Parameter(Mandatory)] [string]$BackupName,
        [string]$Destination,
        [string]$InstallPath
    )
    $program = Get-MfaProgramFolder -InstallPath $InstallPath
    $source = [pscustomobject]@{ Path = $program; InstallPath = $program; DataFile = ''; Only = '^(?!(Data|Logs)/)' }
    if (@(Get-MfaSourceFile -Source $source).Count -eq 0) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code ProgramFolderNotFound -Category ObjectNotFound -Target $program -Value $program))
    }
    $folder = Get-MfaBackupFolder -Destination $Destination -UpgradeId $UpgradeId -BackupName $BackupName -Source $source
    [pscustomobject]@{ Source = $source; Folder = $folder; Application = $null }
    $seen = @{}
    foreach ($application in Get-MfaWebApplicationOfHost) {
        # Several applications can hold the same component.
        $seen[$application.Component]++
        $name = '{0}-{1}{2}' -f $BackupName, $application.Component, $(if ($seen[$application.Component] -gt 1) { $seen[$application.Component] })
        $place = Get-MfaWebBackupPlace -Application $application -UpgradeId $UpgradeId -BackupName $name -Destination $Destination
        [pscustomobject]@{ Source = $place.Source; Folder = $place.Folder; Application = $application }
    }
}
