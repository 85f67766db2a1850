# What a simulated MFA server answers, and what the setup does to it.
BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')
    $setup = 'MultiFactorAuthenticationServerSetup.exe'
}

Describe 'A simulated MFA server' {
    BeforeAll {
        $upgrade = New-TestUpgrade -Below $TestDrive
        Enter-TestHost -Upgrade $upgrade
        $program = Split-Path -Path (Get-TestDataFolder -Upgrade $upgrade) -Parent
    }
    AfterAll { Exit-TestHost }

    It 'has a service whose binary names the version' {
        $service = Get-CimInstance -ClassName 'Win32_Service' -Filter "Name='MultiFactorAuth'"
        $service.StartMode | Should -Be 'Auto'
        (Get-Item -LiteralPath $service.PathName.Trim('"')).VersionInfo.FileVersion | Should -Be '6.3.1'
    }

    It 'has the installers of its components and the scripts of the adapter in its program folder' {
        $names = (Get-ChildItem -LiteralPath $program -File).Name
        foreach ($name in 'MultiFactorAuthenticationUserPortalSetup64.msi', 'MultiFactorAuthenticationAdfsAdapterSetup64.msi', 'Register-MultiFactorAuthenticationAdfsAdapter.ps1') { $names | Should -Contain $name }
    }

    It 'lists its products in both views' {
        $root = 'HKLM:\SOFTWARE\{0}Microsoft\Windows\CurrentVersion\Uninstall'
        foreach ($one in @{ View = 'Wow6432Node\'; Name = '*Multi-Factor Authentication Server' }, @{ View = ''; Name = '*Multi-Factor Authentication Web Service SDK' }) {
            $key = $root -f $one.View
            $code = (Get-ChildItem -LiteralPath $key).PSChildName
            (Get-ItemProperty -LiteralPath "$key\$code").DisplayName | Should -BeLike $one.Name
        }
        { Get-ChildItem -LiteralPath 'HKLM:\SOFTWARE\None' -ErrorAction Stop } | Should -Throw -ErrorId 'PathNotFound,*'
    }

    It 'has signed installers, and no process unless one is named' {
        (Get-AuthenticodeSignature -LiteralPath (Get-TestFile -Upgrade $upgrade -Below "C/Installers/$setup")).Status | Should -Be 'Valid'
        (Get-AuthenticodeSignature -FilePath "$program/Data/PhoneFactor.pfdata").Status | Should -Be 'NotSigned'
        Get-Process -Name 'Multi*' | Should -BeNullOrEmpty
        { Get-Process -Name 'None' -ErrorAction Stop } | Should -Throw -ErrorId 'NoProcessFoundForGivenName,*'
    }
}

Describe 'The setup on a simulated host' {
    BeforeEach {
        $upgrade = New-TestUpgrade -Below $TestDrive
        Enter-TestHost -Upgrade $upgrade
        $installer = Get-TestFile -Upgrade $upgrade -Below "C/Installers/$setup"
        $data = Get-TestDataFolder -Upgrade $upgrade
    }
    AfterEach { Exit-TestHost }

    It 'brings version, runtimes and installers, keeps folder and data, and starts the service again' {
        $before = Get-TestFingerprint -LiteralPath $data
        Stop-Service -Name 'MultiFactorAuth'
        (Start-Process -FilePath $installer -PassThru).ExitCode | Should -Be 0
        Get-TestFingerprint -LiteralPath $data | Should -Be $before
        (Get-Service -Name 'MultiFactorAuth').Status | Should -Be 'Running'
        $binary = (Get-CimInstance -ClassName 'Win32_Service' -Filter "Name='MultiFactorAuth'").PathName.Trim('"')
        (Get-Item -LiteralPath $binary).VersionInfo.FileVersion | Should -Be '8.0.1.1'
        [System.IO.Path]::GetDirectoryName($binary) | Should -Be (Split-Path -Path $data -Parent)
        (Get-ItemProperty -LiteralPath 'HKLM:\SOFTWARE\Wow6432Node\Microsoft\VisualStudio\14.0\VC\Runtimes\x86').Minor | Should -Be 10
        $farm = ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText("$($upgrade.Hosts)/.farm.json"))
        $farm.minutes | Should -Be 10
        $farm.changes[0].program | Should -Be $setup
        (ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText("$($upgrade.Hosts)/$($upgrade.Host)/console.json"))).offers | Should -Contain 'adfsAdapter'
    }

    It 'ends with 1603 and changes nothing where <what>' -ForEach @(
        @{ what = '.NET is too old'; act = { Edit-TestState -Upgrade $upgrade -File 'registry.json' -Change { param($registry) $registry.'HKLM:\SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full'.Release = 378388 } } }
        @{ what = 'that is planned'; act = { Edit-TestState -Upgrade $upgrade -Name '.' -File '.farm.json' -Change { param($farm) $farm.faults = @([pscustomobject]@{ host = 'mfa01.contoso.example'; program = 'MultiFactorAuthenticationServerSetup.exe'; exitCode = 1603 }) } } }
    ) {
        & $act
        $before = Get-TestFingerprint -LiteralPath "$($upgrade.Hosts)/$($upgrade.Host)"
        (Start-Process -FilePath $installer -PassThru).ExitCode | Should -Be 1603
        Get-TestFingerprint -LiteralPath "$($upgrade.Hosts)/$($upgrade.Host)" | Should -Be $before
    }

    It 'refuses beside a PhoneFactor Agent' {
        Exit-TestHost
        Enter-TestHost -Upgrade $upgrade -Name 'old01'
        (Start-Process -FilePath (Get-TestFile -Upgrade $upgrade -Name 'old01' -Below "C/Installers/$setup") -PassThru).ExitCode | Should -Be 1603
    }

    It 'does all of it with 3010, and the host waits for a restart until it had one' {
        Edit-TestState -Upgrade $upgrade -Name '.' -File '.farm.json' -Change { param($farm) $farm.faults = @([pscustomobject]@{ host = 'mfa01.contoso.example'; program = 'MultiFactorAuthenticationServerSetup.exe'; exitCode = 3010 }) }
        $before = (Get-CimInstance -ClassName 'Win32_OperatingSystem').LastBootUpTime
        (Start-Process -FilePath $installer -PassThru).ExitCode | Should -Be 3010
        $key = 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager'
        (Get-ItemProperty -LiteralPath $key).PendingFileRenameOperations | Should -Not -BeNullOrEmpty
        Restart-Computer
        (Get-ItemProperty -LiteralPath $key).PSObject.Properties['PendingFileRenameOperations'] | Should -BeNullOrEmpty
        (Get-CimInstance -ClassName 'Win32_OperatingSystem').LastBootUpTime | Should -BeGreaterThan $before
        (Get-Service -Name 'MultiFactorAuth').Status | Should -Be 'Running'
    }
}
