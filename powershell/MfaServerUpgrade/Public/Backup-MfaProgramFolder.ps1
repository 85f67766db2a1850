function Backup-MfaProgramFolder {
    <#
    .SYNOPSIS
    Saves what the setup of MFA Server overwrites on this host: the program folder, and the configuration of its web components.
    .DESCRIPTION
    Copies the program folder without Data and Logs into a new set <Destination>/<UpgradeId>/<BackupName>/<time>/Data, and
    web.config and themes of each Web Service SDK, User Portal and Mobile App Web Service of this host into a set beside it.
    Hands back site, virtual directory and pool of each. With a PhoneFactor Agent, whose uninstaller may take it away, the
    registry key Positive Networks is exported into one more set, as text: what an agent keeps there is unknown. Data has
    backups of its own. Where the newest sets equal what is live nothing is changed. Sources: C7A (the setup replaces these
    files), SEED-A, ADFS.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that the sets belong to.
    .PARAMETER BackupName
    Step that the sets belong to.
    .PARAMETER Destination
    Absolute path on this host, outside the program folder and every site. Without it: a folder of the upgrade below ProgramData.
    .PARAMETER InstallPath
    Install folder as the farm file names it; must be the one in the registry.
    .PARAMETER Component
    What the host carries; the registry is exported where phoneFactorAgent is among it.
    .OUTPUTS
    The evidence of the program folder's backup, with that of each web component in Web and of the registry in Registry.
    .EXAMPLE
    Backup-MfaProgramFolder -ComputerName mfa01.contoso.example -UpgradeId 4f1c -BackupName save-program-folder
    #>
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSShouldProcess', '', Justification = 'Save-MfaBackup asks.')]
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Low')]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$BackupName,
        [ValidateNotNullOrEmpty()] [string]$Destination,
        [ValidateNotNullOrEmpty()] [string]$InstallPath,
        [string[]]$Component = @()
    )
    Assert-MfaComputer -ComputerName $ComputerName
    $places = @(Get-MfaProgramBackupPlace -UpgradeId $UpgradeId -BackupName $BackupName -Destination $Destination -InstallPath $InstallPath)
    $all = foreach ($place in $places) {
        $one = Save-MfaBackup -ComputerName $ComputerName -Source $place.Source -LiteralPath $place.Folder -WhatIf:$WhatIfPreference
        $one | Add-Member -NotePropertyName 'Application' -NotePropertyValue $place.Application -PassThru
    }
    $registry = if ($Component -contains 'phoneFactorAgent') {
        $place = Get-MfaRegistryBackupPlace -UpgradeId $UpgradeId -BackupName $BackupName -Destination $Destination -Source $places[0].Source
        Save-MfaRegistryBackup -ComputerName $ComputerName -Place $place -WhatIf:$WhatIfPreference
    }
    $program, $web = @($all)
    $program.PSObject.Properties.Remove('Application')
    $program.Changed = @(@($all) + $registry | Where-Object -Property Changed -EQ -Value $true).Count -gt 0
    $program | Add-Member -NotePropertyName 'Web' -NotePropertyValue @($web | Where-Object -FilterScript { $_ })
    $program | Add-Member -NotePropertyName 'Registry' -NotePropertyValue $registry
    $program
}
