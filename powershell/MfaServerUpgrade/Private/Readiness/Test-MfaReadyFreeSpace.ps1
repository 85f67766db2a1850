# MFA Server asks for 200 MB (DEP-19); the upgrade takes three backups of the Data folder besides.
function Test-MfaReadyFreeSpace {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Subject)
    [long]$needed = 200MB
    $places = @(if ($Subject.Destination) { $Subject.Destination } else { Get-MfaDefaultDestination })
    if ($Subject.Component -contains 'mfaServer') {
        $data = Get-MfaDataFolder
        $needed += 3 * [long](Get-MfaFolderFile -LiteralPath $data.Path | Measure-Object -Property Length -Sum).Sum
        $places += $data.InstallPath
    }
    $free = ($places | ForEach-Object -Process { Get-MfaFreeByte -LiteralPath $_ } | Measure-Object -Minimum).Minimum
    if ($free -lt $needed) {
        $megabytes = @([Math]::Floor($free / 1MB), [Math]::Ceiling($needed / 1MB))
        New-MfaFinding -Code FreeSpaceLow -Severity inhibitor -ComputerName $Subject.ComputerName -Value $megabytes
    }
}
