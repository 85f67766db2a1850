BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')
    $setup = 'MultiFactorAuthenticationServerSetup.exe'

    function Set-Fault {
        param([int]$ExitCode)
        Edit-TestState -Upgrade $upgrade -Name '' -File '.farm.json' -Change { param($farm) $farm.faults = @([pscustomobject]@{ host = $upgrade.Host; program = $setup; exitCode = $ExitCode }) }
    }
}

Describe 'Upgrading MFA Server' {
    BeforeEach {
        $upgrade = New-TestUpgrade -Below $TestDrive
        Enter-TestHost -Upgrade $upgrade
        $installer = Get-TestFile -Upgrade $upgrade -Below "C/Installers/$setup"
        $wanted = @{ ComputerName = $upgrade.Host; TargetVersion = '8.0.1.1' }
        $act = $wanted + @{ UpgradeId = 'u1'; Installer = $installer }
        $program = Split-Path -Path (Get-TestDataFolder -Upgrade $upgrade) -Parent
    }
    AfterEach { Exit-TestHost }

    It 'notes how the server was, runs the copy of the setup, and notes how it is; a second time it does nothing' {
        (Test-MfaServer @wanted).Verified | Should -BeFalse
        $evidence = Install-MfaServer @act
        $evidence.Changed | Should -BeTrue
        $evidence.RestartNeeded | Should -BeFalse
        $evidence.Before.Version | Should -Be '6.3.1'
        $evidence.After.Version | Should -Be '8.0.1.1'
        $evidence.After.InstallPath | Should -Be $evidence.Before.InstallPath
        $evidence.Before.Services.Name | Should -Be @('MultiFactorAuth', 'MultiFactorAuthAdSync')
        $evidence.Setup.Path | Should -BeLike '*server-setup*'
        $evidence.Setup.Sha256 | Should -Be (Get-FileHash -LiteralPath $installer).Hash.ToLowerInvariant()
        $answer = Test-MfaServer @wanted -InstallPath $program
        $answer.Findings | Should -HaveCount 0
        $answer.Verified | Should -BeTrue
        $before = Get-TestFingerprint -LiteralPath $upgrade.Hosts
        (Install-MfaServer @act).Changed | Should -BeFalse
        Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
    }

    It 'is answered no when its effect is <what>' -ForEach @(
        @{ what = 'an older program'; code = 'ServerOtherVersion'; undo = { [System.IO.File]::WriteAllText("$program/FIXTURE_MultiFactorAuthSvc.exe", "FIXTURE_FILE product=Server version=6.3.1`n") } }
        @{ what = 'a stopped service'; code = 'ServerServiceStopped'; undo = { Stop-Service -Name 'MultiFactorAuth' } }
        @{ what = 'a manual start'; code = 'ServerStartTypeDiffers'; undo = { Set-Service -Name 'MultiFactorAuth' -StartupType Manual } }
        @{ what = 'no service'; code = 'ServerServiceMissing'; undo = { Edit-TestState -Upgrade $upgrade -File 'services.json' -Change { param($all) ($all | Where-Object -Property name -EQ 'MultiFactorAuth').name = 'other' } } }
        @{ what = 'without a runtime'; code = 'VisualCppMissing'; undo = { Edit-TestState -Upgrade $upgrade -File 'registry.json' -Change { param($registry) $registry.PSObject.Properties.Remove('HKLM:\SOFTWARE\Wow6432Node\Microsoft\VisualStudio\14.0\VC\Runtimes\x86') } } }
        @{ what = 'in another folder'; code = 'ServerPathDiffers'; undo = { Edit-TestState -Upgrade $upgrade -File 'registry.json' -Change { param($registry) $registry.'HKLM:\SOFTWARE\Wow6432Node\Positive Networks\PhoneFactor'.InstallPath = '{files}/D/Other/' } } }
    ) {
        [void](Install-MfaServer @act)
        & $undo
        $answer = Test-MfaServer @wanted
        $answer.Verified | Should -BeFalse
        $answer.Findings.Code | Should -Be $code
    }

    It 'warns where Programs and Features shows no such version, and gives null when it could not look' {
        [void](Install-MfaServer @act)
        Mock -ModuleName MfaServerUpgrade Get-MfaInstalledProduct { }
        $answer = Test-MfaServer @wanted
        $answer.Verified | Should -BeTrue
        $answer.Findings.Code | Should -Be 'ServerEntryNotFound'
        Mock -ModuleName MfaServerUpgrade Get-CimInstance { throw [System.UnauthorizedAccessException]::new('not allowed') }
        (Test-MfaServer @wanted).Verified | Should -Be $null
    }

    It 'needs a restart after <_>, and no setup starts before it' -ForEach 3010, 1641 {
        Set-Fault -ExitCode $_
        (Install-MfaServer @act).RestartNeeded | Should -BeTrue
        (Test-MfaServer @wanted).Verified | Should -BeTrue
        [System.IO.File]::WriteAllText($installer, "FIXTURE_FILE product=Server version=8.1.0`n")
        $act.TargetVersion = '8.1.0'
        { Install-MfaServer @act } | Should -Throw -ErrorId 'RestartPending,*'
        Restart-Computer
        (Install-MfaServer @act).Changed | Should -BeTrue
    }

    It 'fails where the setup ends with <_>' -ForEach 1602, 1603 {
        Set-Fault -ExitCode $_
        $failure = { Install-MfaServer @act } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeLike 'SetupEndedWith,*'
        $failure.CategoryInfo.Category | Should -Be 'OperationStopped'
        (Test-MfaServer @wanted).Verified | Should -BeFalse
    }

    It 'refuses: <what>' -ForEach @(
        @{ what = 'no setup'; code = 'SetupRefused'; says = '*not on this host*'; arrange = { [System.IO.File]::Delete($installer) } }
        @{ what = 'one without a signature'; code = 'SetupRefused'; says = '*no valid signature*'; arrange = { [System.IO.File]::WriteAllText($installer, "FIXTURE_FILE product=Server version=8.0.1.1 unsigned`n") } }
        @{ what = 'another version'; code = 'SetupRefused'; says = '*version 8.0.0.3*'; arrange = { [System.IO.File]::WriteAllText($installer, "FIXTURE_FILE product=Server version=8.0.0.3`n") } }
        @{ what = 'a setup on a share'; code = 'SetupRefused'; says = '*not on this host*'; arrange = { $act.Installer = '\\server\share\setup.exe' } }
        @{ what = 'an older version'; code = 'InstallerOlder'; says = '*older*'; arrange = { $act.TargetVersion = '6.0' } }
        @{ what = 'while another one installs'; code = 'MsiBusy'; says = '*'; arrange = { Mock -ModuleName MfaServerUpgrade Test-MfaWindowsInstallerBusy { $true } } }
        @{ what = 'another folder than the registry has'; code = 'InstallPathDiffers'; says = '*'; arrange = { $act.InstallPath = '/elsewhere' } }
        @{ what = 'another computer'; code = 'WrongComputer'; says = '*'; arrange = { $act.ComputerName = 'mfa02.contoso.example' } }
    ) {
        & $arrange
        $before = Get-TestFingerprint -LiteralPath $upgrade.Hosts
        $failure = { Install-MfaServer @act } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeLike "$code,*"
        $failure.CategoryInfo.Category | Should -Be 'InvalidArgument'
        $failure.Exception.Message | Should -BeLike $says
        Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
    }

    It 'ends the wait, never the program, after the limit' {
        Mock -ModuleName MfaServerUpgrade Start-Process { [pscustomobject]@{ HasExited = $false; ExitCode = 0 } }
        { Install-MfaServer @act -LimitMinutes 1 } | Should -Throw -ErrorId 'ProgramStillRuns,*'
    }

    It 'waits for a process that the setup left behind, and for Windows Installer' {
        Edit-TestState -Upgrade $upgrade -File 'computer.json' -Change { param($computer) $computer | Add-Member -NotePropertyName 'processes' -NotePropertyValue @('MultiFactorAuthenticationServerSetup.tmp') }
        { Install-MfaServer @act -LimitMinutes 1 } | Should -Throw -ErrorId 'ProgramStillRuns,*'
    }

    It 'says of a setup whether it is the right one' {
        $one = @{ ComputerName = $upgrade.Host; Installer = $installer; TargetVersion = '8.0.1.1' }
        $answer = Test-MfaInstaller @one
        $answer.Verified | Should -BeTrue
        $answer.Sha256 | Should -HaveCount 1
        [System.IO.File]::WriteAllText($installer, 'no program')
        (Test-MfaInstaller @one).Findings.Code | Should -Be 'InstallerNotSigned'
        [System.IO.File]::WriteAllText($installer, "FIXTURE_FILE product=Server`n")
        (Test-MfaInstaller @one).Findings.Code | Should -Be 'InstallerVersionUnknown'
        Mock -ModuleName MfaServerUpgrade Get-AuthenticodeSignature { throw [System.UnauthorizedAccessException]::new('not allowed') }
        (Test-MfaInstaller @one).Verified | Should -Be $null
    }
}

Describe 'Upgrading MFA Server through a session' {
    BeforeEach {
        $upgrade = New-TestUpgrade -Below $TestDrive
        Enter-TestHost -Upgrade $upgrade
        $act = @{ ComputerName = $upgrade.Host; TargetVersion = '8.0.1.1'; UpgradeId = 'u1'; Installer = Get-TestFile -Upgrade $upgrade -Below "C/Installers/$setup"; StartedByPerson = $true }
        Mock -ModuleName MfaServerUpgrade Start-Process { throw 'no window is seen through a session' }
        $script:waits = 0
    }
    AfterEach { Exit-TestHost }

    It 'lays the setup ready, says what to start where, and is done once a person has clicked through it' {
        # The person is there after three waits, cancels once, and brings it to its end after six.
        Mock -ModuleName MfaServerUpgrade Start-Sleep {
            $script:waits++
            if ($script:waits -eq 3) { Edit-TestState -Upgrade $upgrade -File 'computer.json' -Change { param($computer) $computer | Add-Member -NotePropertyName 'processes' -NotePropertyValue @('MultiFactorAuthenticationServerSetup') } }
            if ($script:waits -eq 5) { Edit-TestState -Upgrade $upgrade -File 'computer.json' -Change { param($computer) $computer.processes = @() } }
            if ($script:waits -eq 6) { [void](Start-Process -FilePath $laid -PassThru) }
        }
        $laid = (Get-ChildItem -LiteralPath (Get-TestFile -Upgrade $upgrade -Below 'C') -Recurse -Force -Filter $setup | Select-Object -First 1).FullName
        $said = @(Install-MfaServer @act -InformationAction Continue 6>&1)
        $evidence = $said[-1]
        $text = @($said | Select-Object -SkipLast 1 | ForEach-Object -Process { "$_" }) -join "`n"
        $text | Should -BeLike "*Start this on $($upgrade.Host) as administrator*server-setup*The setup is at work*has ended, and the version is not there*"
        $evidence.Changed | Should -BeTrue
        $evidence.After.Version | Should -Be '8.0.1.1'
        $evidence.Setup.Path | Should -BeLike '*server-setup*'
        $evidence.Setup.ExitCode | Should -BeNullOrEmpty
        $script:waits | Should -Be 6
        (Test-MfaServer -ComputerName $upgrade.Host -TargetVersion '8.0.1.1').Verified | Should -BeTrue
        Should -Invoke -ModuleName MfaServerUpgrade Start-Process -Times 0 -Exactly
    }

    It 'is not done where nobody starts it, and starts nothing itself' {
        Mock -ModuleName MfaServerUpgrade Start-Sleep { }
        { Install-MfaServer @act -LimitMinutes 1 } | Should -Throw -ErrorId 'SetupNotStarted,*'
        (Test-MfaServer -ComputerName $upgrade.Host -TargetVersion '8.0.1.1').Verified | Should -BeFalse
    }

    It 'waits for a setup that runs already, leaves its folder alone, and never ends it' {
        Mock -ModuleName MfaServerUpgrade Start-Sleep { }
        Edit-TestState -Upgrade $upgrade -File 'computer.json' -Change { param($computer) $computer | Add-Member -NotePropertyName 'processes' -NotePropertyValue @('MultiFactorAuthenticationServerSetup') }
        $before = Get-TestFingerprint -LiteralPath $upgrade.Hosts
        { Install-MfaServer @act -LimitMinutes 1 } | Should -Throw -ErrorId 'ProgramStillRuns,*'
        Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
    }

    It 'changes nothing with -WhatIf' {
        $before = Get-TestFingerprint -LiteralPath $upgrade.Hosts
        (Install-MfaServer @act -WhatIf 6>$null).Changed | Should -BeFalse
        Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
    }
}

Describe 'Get-MfaServerBinary' {
    It 'takes the program out of <path>' -ForEach @(
        @{ path = '"C:\Program Files\MFA\svc.exe" -x'; program = 'C:\Program Files\MFA\svc.exe' }
        @{ path = 'C:\Program Files\MFA\svc.exe -x'; program = 'C:\Program Files\MFA\svc.exe' }
        @{ path = 'C:\MFA\svc.exe'; program = 'C:\MFA\svc.exe' }
    ) {
        Import-Module -Name (Join-Path -Path $modules -ChildPath 'MfaServerUpgrade/MfaServerUpgrade.psd1') -Force
        InModuleScope MfaServerUpgrade -Parameters @{ path = $path; program = $program } {
            function Get-CimInstance { [CmdletBinding()] param($ClassName, $Filter) [pscustomobject]@{ PathName = $path } }
            Get-MfaServerBinary | Should -Be $program
        }
        Exit-TestHost
    }
}
