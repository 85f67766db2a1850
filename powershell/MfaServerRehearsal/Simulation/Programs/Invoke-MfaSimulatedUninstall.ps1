# Takes a product off a simulated host by its key under Programs and Features: its entry, its files and its application.
function Invoke-MfaSimulatedUninstall {
    [CmdletBinding()]
    [OutputType([int])]
    param(
        [Parameter(Mandatory)] [string]$Product,
        [AllowNull()] [object]$ExitCode
    )
    $registry = Read-MfaStandInFile -Name 'registry.json'
    $key = $registry.PSObject.Properties | Where-Object -FilterScript { $_.Name -like "*\Uninstall\$Product" } | Select-Object -First 1
    # documented: MSIERR, 1605 for a product that is not installed
    if ($null -eq $key) { return 1605 }
    if ($null -ne $ExitCode -and $ExitCode -notin 0, 3010, 1641) { return [int]$ExitCode }
    $place = $key.Value.InstallLocation
    Remove-MfaSimulatedFile -LiteralPath (Expand-MfaStandInPath -Text $place)
    $iis = Read-MfaStandInIis
    if ($null -ne $iis) {
        foreach ($site in $iis.sites) { $site.applications = @($site.applications | Where-Object -Property physicalPath -NE -Value $place) }
        Write-MfaStandInFile -Name 'iis.json' -Value $iis
    }
    $registry.PSObject.Properties.Remove($key.Name)
    Write-MfaStandInFile -Name 'registry.json' -Value $registry
    if ($ExitCode -in 3010, 1641) { Set-MfaSimulatedRestartPending }
    [int]$ExitCode
}

function Remove-MfaSimulatedFile {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    if (-not [System.IO.Directory]::Exists($LiteralPath)) { return }
    # documented: SEED-B, the data file of a server stays
    Get-ChildItem -LiteralPath $LiteralPath -File -Force -Recurse |
        Where-Object -FilterScript { -not $_.FullName.StartsWith([System.IO.Path]::Combine($LiteralPath, 'Data') + [System.IO.Path]::DirectorySeparatorChar) } |
        ForEach-Object -Process { [System.IO.File]::Delete($_.FullName) }
}
