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
    Restore-MfaSimulatedTraffic
    if (@($services | Where-Object -FilterScript { $_.name -eq 'adfssrv' -and $_.status -eq 'Running' }).Count -gt 0) { Start-MfaSimulatedAdfs }
}

# What Windows NLB does with this host when it starts again.
function Restore-MfaSimulatedTraffic {
    [CmdletBinding()]
    param()
    $farm = Read-MfaStandInFarm
    foreach ($member in @($farm.pools) | Where-Object -FilterScript { $_ -and $_.kind -eq 'windowsNlb' } | ForEach-Object -Process { $_.members } | Where-Object -Property host -EQ -Value (Get-MfaStandInHostName)) {
        # documented: NLB, a node starts in traffic again unless its initial state or a retained suspension says otherwise
        if ($member.state -eq 'suspended' -and $member.retainSuspended) { continue }
        $member.state = @{ Started = 'serving'; Stopped = 'stopped'; Suspended = 'suspended' }[[string]$member.initialHostState]
    }
    Write-MfaStandInFarm -Farm $farm
    Watch-MfaSimulatedAdfs
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
