# Real PowerShell remoting between processes: `ssh` on PATH is two lines that start the remote end, everything else is real.
BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')

    # The remote end says which process it is, so that a test can kill it.
    function New-TestSsh {
        param([string]$Folder)
        [void][System.IO.Directory]::CreateDirectory($Folder)
        $path = Join-Path -Path $Folder -ChildPath 'ssh'
        $lines = '#!/bin/sh', "echo `$`$ >> '$Folder/remote.pids'", "exec '$env:MFA_UPGRADE_POWERSHELL' -sshs -NoLogo -NoProfile"
        [System.IO.File]::WriteAllText($path, ($lines -join "`n") + "`n")
        [System.IO.File]::SetUnixFileMode($path, [System.IO.UnixFileMode]'UserRead, UserWrite, UserExecute')
    }

    function New-TestSessionRequest {
        param([pscustomobject]$Upgrade, [string]$Name, [hashtable]$With = @{})
        $more = @{
            step = "back-up-data-file@$Name"; target = $Name; host = [ordered]@{ name = $Name; transport = 'ssh' }
            rehearsal = [ordered]@{ hosts = $Upgrade.Hosts; farm = New-TestFarm; sessions = $true }
        }
        foreach ($key in $With.Keys) { $more[$key] = $With[$key] }
        New-TestRequest -Upgrade $Upgrade -With $more
    }
}

Describe 'A step on another host, through a real session' -Skip:($IsWindows -eq $true) {
    BeforeAll {
        $before = $env:PATH
        $bin = Join-Path -Path $TestDrive -ChildPath 'bin'
        New-TestSsh -Folder $bin
        $env:PATH = "$bin$([System.IO.Path]::PathSeparator)$before"
    }
    AfterAll { $env:PATH = $before; Exit-TestHost }
    BeforeEach {
        [System.IO.File]::WriteAllText((Join-Path -Path $bin -ChildPath 'remote.pids'), '')
        $upgrade = New-TestUpgrade -Below $TestDrive
    }

    It 'runs and verifies on each of three hosts in a process of its own, and leaves none of our files there' {
        New-TestHost -Upgrade $upgrade
        foreach ($name in 'mfa01.contoso.example', 'mfa02.contoso.example', 'old01') {
            $request = New-TestSessionRequest -Upgrade $upgrade -Name $name
            $done = Invoke-TestStep -Request $request
            $done.Code | Should -Be 0 -Because $done.Text
            $done.Result.verified | Should -BeTrue
            $done.Text | Should -BeLike "*Reaching $name by ssh*"
            Join-Path -Path $request.Folder -ChildPath 'module.ps1' | Should -Not -Exist
            $files = $done.Result.evidence.files
            ($files | Where-Object -Property path -Match 'pfdata$').copySha256 | Should -Match '^[0-9a-f]{64}$'
            $done.Result.evidence.PSObject.Properties.Name | Should -Not -Contain 'psComputerName'
        }
        @([System.IO.File]::ReadAllLines((Join-Path -Path $bin -ChildPath 'remote.pids')) | Select-Object -Unique) | Should -HaveCount 3
        $env:COMPUTERNAME | Should -BeNullOrEmpty -Because 'this process never stepped onto a host'
    }

    It 'does not become done when the act does nothing there' {
        New-TestHost -Upgrade $upgrade
        [System.IO.File]::WriteAllText((Join-Path -Path $upgrade.Hosts -ChildPath 'no-op.json'), '["Backup-MfaServerData"]')
        $done = Invoke-TestStep -Request (New-TestSessionRequest -Upgrade $upgrade -Name $upgrade.Host)
        $done.Result.outcome | Should -Be 'failed'
    }

    It 'leaves the start of the setup to a person, because no window is seen through a session' {
        New-TestHost -Upgrade $upgrade
        $with = @{
            function = 'Install-MfaServer'; verify = 'Test-MfaServer'
            parameters = [ordered]@{ UpgradeId = 'u1'; Installer = 'C:\Installers\MultiFactorAuthenticationServerSetup.exe'; TargetVersion = '8.0.1.1'; LimitMinutes = 1 }
        }
        $done = Invoke-TestStep -Request (New-TestSessionRequest -Upgrade $upgrade -Name $upgrade.Host -With $with)
        $done.Result.findings[0].code | Should -Be 'SetupNotStarted' -Because $done.Text
        $done.Text | Should -BeLike "*Start this on $($upgrade.Host) as administrator*server-setup*"
        [System.IO.File]::ReadAllText((Join-Path -Path $upgrade.Hosts -ChildPath '.farm.json')) | Should -Not -BeLike '*"MultiFactorAuthenticationServerSetup.exe"*'
    }

    It 'tells the remote refusal with its code and remedy' {
        New-TestHost -Upgrade $upgrade
        $with = @{ parameters = [ordered]@{ UpgradeId = 'u1'; BackupName = 'b'; Destination = 'relative' } }
        $done = Invoke-TestStep -Request (New-TestSessionRequest -Upgrade $upgrade -Name $upgrade.Host -With $with)
        $done.Result.outcome | Should -Be 'refused'
        $done.Result.findings[0].code | Should -Be 'BackupDestinationNotLocal'
        $done.Result.findings[0].remedy | Should -Not -BeNullOrEmpty
    }

    It 'refuses a host that does not answer, and changes nothing' {
        New-TestHost -Upgrade $upgrade
        $env:PATH = $before -replace [regex]::Escape($bin), ''
        try { $done = Invoke-TestStep -Request (New-TestSessionRequest -Upgrade $upgrade -Name $upgrade.Host -With @{ host = [ordered]@{ name = $upgrade.Host; transport = 'ssh'; port = 1 } }) }
        finally { $env:PATH = "$bin$([System.IO.Path]::PathSeparator)$before" }
        $done.Result.outcome | Should -Be 'refused'
        $done.Result.findings[0].code | Should -Be 'HostNotReached'
        Get-TestSet -Upgrade $upgrade | Should -HaveCount 0
    }

    It 'is unknown when the host is lost in the middle, and done when it is back' {
        New-TestHost -Upgrade $upgrade
        $large = New-TestLargeFile -Upgrade $upgrade
        $job = Start-ThreadJob -ArgumentList $bin -ScriptBlock {
            param($bin)
            for ($tries = 0; $tries -lt 600; $tries++) {
                Start-Sleep -Milliseconds 100
                $unfinished = [System.IO.Directory]::GetFiles([System.IO.Path]::GetDirectoryName($bin), 'FIXTURE_large.bin', 'AllDirectories')
                if ($unfinished.Count -gt 1) { break }
            }
            Stop-Process -Id ([int]@([System.IO.File]::ReadAllLines("$bin/remote.pids"))[-1]) -Force
        }
        $lost = Invoke-TestStep -Request (New-TestSessionRequest -Upgrade $upgrade -Name $upgrade.Host)
        $null = $job | Wait-Job | Remove-Job
        $lost.Result.outcome | Should -Be 'unknown' -Because $lost.Text
        $lost.Result.findings[0].code | Should -Be 'HostLost'
        $lost.Code | Should -Be 1
        [System.IO.File]::Delete($large)
        $back = Invoke-TestStep -Request (New-TestSessionRequest -Upgrade $upgrade -Name $upgrade.Host)
        $back.Code | Should -Be 0 -Because $back.Text
        $back.Result.verified | Should -BeTrue
    }

    It 'in production refuses a remote host that has no Windows' {
        $place = [System.IO.Path]::Combine($upgrade.Folder, 'runs')
        $request = New-TestSessionRequest -Upgrade $upgrade -Name 'mfa01.contoso.example' -With @{ mode = 'production'; rehearsal = $null }
        $done = Invoke-TestStep -Request $request
        $place | Should -Exist
        $done.Result.outcome | Should -Be 'refused'
        $done.Result.findings[0].code | Should -Be 'StepNeedsWindows' -Because $done.Text
    }
}

Describe 'How a host is reached' {
    BeforeAll { Import-Module -Name (Join-Path -Path $modules -ChildPath 'MfaUpgradeStep/MfaUpgradeStep.psd1') -Force -Global }
    AfterAll { Exit-TestHost }

    It 'is WinRM with Kerberos by name, with the port and TLS of farm.json' {
        InModuleScope MfaUpgradeStep {
            $how = Get-MfaStepConnection -RequestHost ([pscustomobject]@{ name = 'mfa01'; transport = 'winrm'; port = 5986; useSsl = $true })
            $how.Keys | Sort-Object | Should -Be 'Authentication', 'ComputerName', 'ErrorAction', 'Port', 'UseSSL'
            $how['Authentication'] | Should -Be 'Kerberos'
        }
    }

    It 'is SSH without a question for a password' {
        InModuleScope MfaUpgradeStep {
            $how = Get-MfaStepConnection -RequestHost ([pscustomobject]@{ name = 'mfa01'; transport = 'ssh' })
            $how['HostName'] | Should -Be 'mfa01'
            $how['Options']['BatchMode'] | Should -Be 'yes'
        }
    }
}
