# Where an installer writes its log: a folder of the upgrade that only administrators read, because a log can hold values.
function New-MfaLogPath {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string]$UpgradeId,
        [Parameter(Mandatory)] [string]$Program
    )
    $folder = Get-MfaUpgradePath -UpgradeId $UpgradeId -Name 'logs'
    New-MfaOwnerOnlyFolder -LiteralPath $folder
    $name = [System.IO.Path]::GetFileNameWithoutExtension($Program)
    Join-Path -Path $folder -ChildPath ('{0}-{1}.log' -f $name, [datetime]::UtcNow.ToString("yyyyMMdd'T'HHmmssfff'Z'", [cultureinfo]::InvariantCulture))
}
