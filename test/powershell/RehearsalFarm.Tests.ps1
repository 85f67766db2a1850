BeforeAll { . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1') }

Describe 'New-MfaRehearsalFarm' {
    BeforeEach {
        $upgrade = New-TestUpgrade -Below $TestDrive
        New-TestHost -Upgrade $upgrade
    }
    AfterEach { Exit-TestHost }

    It 'lays one folder for each host and AD FS node, each once' {
        (Get-ChildItem -LiteralPath $upgrade.Hosts).Name | Sort-Object | Should -Be @('app01.contoso.example', 'fs01.contoso.example', 'mfa01.contoso.example', 'mfa02.contoso.example', 'old01', 'web01.contoso.example')
    }

    It 'leaves hosts that are there as they are' {
        $before = Get-TestFingerprint -LiteralPath $upgrade.Hosts
        New-TestHost -Upgrade $upgrade
        Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
    }

    It 'with -WhatIf makes nothing' {
        $other = Join-Path -Path $TestDrive -ChildPath 'other'
        New-MfaRehearsalFarm -Farm (New-TestFarm) -Destination $other -WhatIf 6>$null
        Test-Path -LiteralPath $other | Should -BeFalse
    }

    It 'sweeps up what a killed start left, and makes that host' {
        [System.IO.Directory]::Move((Join-Path -Path $upgrade.Hosts -ChildPath 'old01'), (Join-Path -Path $upgrade.Hosts -ChildPath '.making-old01-x'))
        New-TestHost -Upgrade $upgrade
        (Get-ChildItem -LiteralPath $upgrade.Hosts -Force).Name | Should -Contain 'old01'
        (Get-ChildItem -LiteralPath $upgrade.Hosts -Force).Name | Should -Not -Contain '.making-old01-x'
    }

    It 'leaves no half host when making one fails' {
        Mock -ModuleName MfaServerRehearsal New-MfaSimulatedData { throw 'disk full' }
        $other = Join-Path -Path $TestDrive -ChildPath 'half'
        { New-MfaRehearsalFarm -Farm (New-TestFarm) -Destination $other } | Should -Throw 'disk full'
        Get-ChildItem -LiteralPath $other -Force | Should -HaveCount 0
    }

    It 'puts the program folder where the farm says, a drive being a folder' {
        Test-Path -LiteralPath (Get-TestFile -Upgrade $upgrade -Name 'mfa02.contoso.example' -Below 'D/MFA/Data/PhoneFactor.pfdata') | Should -BeTrue
        Test-Path -LiteralPath (Get-TestFile -Upgrade $upgrade -Name 'old01' -Below 'C/Program Files/PhoneFactor/Data/Phonefactor.pfdata') | Should -BeTrue
    }

    It 'refuses the host name <_>' -ForEach @('..', '../x', 'a/b', '', "a`nb", '-a', 'a b', 'a..b', '$(x)') {
        $farm = [pscustomobject]@{ hosts = @([pscustomobject]@{ name = $_ }) }
        { New-MfaRehearsalFarm -Farm $farm -Destination (Join-Path -Path $TestDrive -ChildPath 'refused') } | Should -Throw -ErrorId 'RehearsalHostUnfit,*'
    }
}

Describe 'Enter-MfaRehearsalHost' {
    BeforeEach { $upgrade = New-TestUpgrade -Below $TestDrive }
    AfterEach { Exit-TestHost }

    It 'takes the names and folders of the host' {
        Enter-TestHost -Upgrade $upgrade -Name 'MFA02.contoso.example.'
        $env:COMPUTERNAME | Should -Be 'MFA02'
        $env:ProgramData | Should -Be (Get-TestFile -Upgrade $upgrade -Name 'mfa02.contoso.example' -Below 'C/ProgramData')
    }

    It 'refuses a host that the farm does not have' {
        { Enter-TestHost -Upgrade $upgrade -Name 'mfa09.contoso.example' } | Should -Throw -ErrorId 'RehearsalHostUnknown,*'
    }

    It 'refuses when a name of Windows does not lead to its stand-in' {
        Enter-TestHost -Upgrade $upgrade
        $module = Get-Module -Name 'MfaServerUpgrade'
        & $module { function script:Restart-Computer { 'the real one' } }
        { Enter-MfaRehearsalHost -Hosts $upgrade.Hosts -Name $upgrade.Host -RunFolder $upgrade.Folder -Module $module } | Should -Throw -ErrorId 'RehearsalNotInForce,*'
    }
}

Describe 'ConvertTo-MfaRehearsalPath' {
    BeforeAll {
        $upgrade = New-TestUpgrade -Below $TestDrive
        New-TestHost -Upgrade $upgrade
    }
    AfterAll { Exit-TestHost }

    It 'maps a drive to a folder of the host' {
        ConvertTo-MfaRehearsalPath -Hosts $upgrade.Hosts -Name 'mfa01' -Path 'd:\MFA Backup\x' | Should -Be ([System.IO.Path]::Combine($upgrade.Hosts, 'mfa01', 'files', 'D', 'MFA Backup', 'x'))
    }

    It 'maps the administrative share of another host to that host' {
        ConvertTo-MfaRehearsalPath -Hosts $upgrade.Hosts -Name 'web01' -Path '\\mfa01\d$\MFA\x' | Should -Be ([System.IO.Path]::Combine($upgrade.Hosts, 'mfa01', 'files', 'D', 'MFA', 'x'))
    }

    It 'leaves every other text as it is: <_>' -ForEach @('', 'D:', 'D:x', '\\server\share', '/a', '$(x)', "'; x '", "C:\a`nb") {
        ConvertTo-MfaRehearsalPath -Hosts $upgrade.Hosts -Name 'mfa01' -Path $_ | Should -BeExactly $_
    }
}
