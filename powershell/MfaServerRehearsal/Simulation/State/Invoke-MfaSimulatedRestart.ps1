# A simulated host starts again: what waited for a restart is done, and what starts by itself runs.
function Invoke-MfaSimulatedRestart {
    [CmdletBinding()]
    param()
    # inferred: a restart takes five minutes
    Add-MfaSimulatedMinute -Minute 5
    $computer = Read-MfaStandInFile -Name 'computer.json'
    $computer | Add-Member -NotePropertyName 'lastBootTime' -NotePropertyValue ([datetime]::UtcNow.ToString('o', [cultureinfo]::InvariantCulture)) -Force
    $computer | Add-Member -NotePropertyName 'restartPending' -NotePropertyValue $false -Force
    Write-MfaStandInFile -Name 'computer.json' -Value $computer
    $registry = Read-MfaStandInFile -Name 'registry.json'
    $registry.'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager'.PSObject.Properties.Remove('PendingFileRenameOperations')
    Write-MfaStandInFile -Name 'registry.json' -Value $registry
    $services = @(Read-MfaStandInFile -Name 'services.json' | Where-Object -FilterScript { $_ })
    foreach ($service in $services | Where-Object -Property startType -NE -Value 'Disabled') { $service.status = if ($service.startType -eq 'Automatic') { 'Running' } else { 'Stopped' } }
    Write-MfaStandInFile -Name 'services.json' -Value $services
}

# Windows Installer asked for a restart.
function Set-MfaSimulatedRestartPending {
    [CmdletBinding()]
    param()
    $computer = Read-MfaStandInFile -Name 'computer.json'
    $computer | Add-Member -NotePropertyName 'restartPending' -NotePropertyValue $true -Force
    Write-MfaStandInFile -Name 'computer.json' -Value $computer
    $registry = Read-MfaStandInFile -Name 'registry.json'
    # documented: PENDMOVES, Windows keeps the files that it moves at its next start in this value
    $key = $registry.'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager'
    $key | Add-Member -NotePropertyName 'PendingFileRenameOperations' -NotePropertyValue @('\??\C:\Config.Msi\FIXTURE.rbf', '') -Force
    Write-MfaStandInFile -Name 'registry.json' -Value $registry
}
