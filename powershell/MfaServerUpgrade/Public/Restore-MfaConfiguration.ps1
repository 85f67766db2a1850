function Restore-MfaConfiguration {
    <#
    .SYNOPSIS
    Puts back, byte for byte, the config file that a publish replaced.
    .DESCRIPTION
    Only over the very file that was published: another hash there is refused and nothing is changed. What is put back is
    looked for by its hash among the sets that the publish kept. The published file is kept there too. When the old file is
    there already, nothing is changed.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that the backups belong to.
    .PARAMETER BackupName
    Step that kept what was replaced.
    .PARAMETER Component
    Which component: userPortal, mobileAppWebService or adfsAdapter.
    .PARAMETER Sha256
    SHA-256 of the file that is put back.
    .PARAMETER ReplacedSha256
    SHA-256 of the file that was published.
    .PARAMETER VirtualDirectory
    Virtual directory that the component was installed under. Without it: the only one that holds the component.
    .PARAMETER Site
    IIS site as the farm file names it.
    .PARAMETER Destination
    Absolute path on this host, as given to the publish.
    .EXAMPLE
    Restore-MfaConfiguration -ComputerName web01.contoso.example -UpgradeId 4f1c -BackupName merge-portal-config -Component userPortal -Sha256 $new -ReplacedSha256 $merged
    Puts back the web.config that the setup of the User Portal wrote.
    #>
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSShouldProcess', '', Justification = 'Publish-MfaConfigurationFile asks.')]
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$BackupName,
        [Parameter(Mandatory)] [ValidateSet('userPortal', 'mobileAppWebService', 'adfsAdapter')] [string]$Component,
        [Parameter(Mandatory)] [ValidatePattern('^[0-9a-f]{64}$')] [string]$Sha256,
        [Parameter(Mandatory)] [ValidatePattern('^[0-9a-f]{64}$')] [string]$ReplacedSha256,
        [ValidateNotNullOrEmpty()] [string]$VirtualDirectory,
        [ValidateNotNullOrEmpty()] [string]$Site,
        [ValidateNotNullOrEmpty()] [string]$Destination
    )
    Assert-MfaComputer -ComputerName $ComputerName
    $place = Get-MfaConfigurationPlace -Component $Component -VirtualDirectory $VirtualDirectory -Site $Site -UpgradeId $UpgradeId
    $folder = Get-MfaReplacedFolder -Place $place -UpgradeId $UpgradeId -BackupName $BackupName -Destination $Destination
    $kept = Get-MfaBackupSet -LiteralPath $folder | ForEach-Object -Process { Join-Path -Path $_.DataPath -ChildPath $place.Name } |
        Where-Object -FilterScript { (Test-Path -LiteralPath $_ -PathType Leaf) -and (Get-MfaFileHash -LiteralPath $_).Sha256 -eq $Sha256 } | Select-Object -First 1
    if ($null -eq $kept) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code ConfigurationNotKept -Category InvalidArgument -Target $folder -Value $folder))
    }
    $content = (Read-MfaConfigurationFile -LiteralPath $kept).Content
    $bytes = ConvertFrom-MfaConfigurationContent -Content $content -Sha256 $Sha256
    $publish = @{ Place = $place; Folder = $folder; Bytes = $bytes; Sha256 = $Sha256; ReplacedSha256 = $ReplacedSha256; ComputerName = $ComputerName }
    Publish-MfaConfigurationFile @publish -WhatIf:$WhatIfPreference -Confirm:$false
}
