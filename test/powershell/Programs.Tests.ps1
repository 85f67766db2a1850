# What programs do to a simulated host when they are started as the product starts them.
BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')
    $web = 'web01.contoso.example'

    function Start-Program {
        param([string]$Name, [string[]]$Argument)
        $program = [System.IO.Path]::Combine($env:SystemRoot, 'System32', $Name)
        (Start-Process -FilePath $program -ArgumentList $Argument -PassThru).ExitCode
    }

    function Get-Applications { (ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText([System.IO.Path]::Combine($upgrade.Hosts, $web, 'iis.json')))).sites[0].applications }

    function Add-Runtime {
        param([string]$Architecture = 'x86', [int]$Build = 24215)
        Edit-TestState -Upgrade $upgrade -Name $web -File 'registry.json' -Change {
            param($registry)
            $registry | Add-Member -NotePropertyName "HKLM:\SOFTWARE\Wow6432Node\Microsoft\VisualStudio\14.0\VC\Runtimes\$Architecture" -NotePropertyValue ([pscustomobject]@{ Major = 14; Minor = 0; Bld = $Build }) -Force
        }
    }
}

Describe 'The simulated msiexec' {
    BeforeEach {
        $upgrade = New-TestUpgrade -Below $TestDrive
        Enter-TestHost -Upgrade $upgrade -Name $web
        $msi = Get-TestFile -Upgrade $upgrade -Name $web -Below 'C/Portal Setup64.msi'
        $log = Get-TestFile -Upgrade $upgrade -Name $web -Below 'C/portal.log'
        [System.IO.File]::WriteAllText($msi, "FIXTURE_FILE product=UserPortal version=8.0.1.1`n")
        $install = '/i', "`"$msi`"", '/qn', '/norestart', '/L*V', $log
    }
    AfterEach { Exit-TestHost }

    It 'stops without both runtimes and says why in its log, with nothing changed' {
        Start-Program -Name 'msiexec.exe' -Argument $install | Should -Be 1603
        [System.IO.File]::ReadAllText($log) | Should -BeLike '*Visual C++ 2015 Update 1 or higher*Return value 3*'
        Add-Runtime -Build 23505
        Start-Program -Name 'msiexec.exe' -Argument $install | Should -Be 1603
        Get-Applications | Should -HaveCount 1
    }

    It 'lays a portal under its default directory where none is given, and under the one that is given' {
        Add-Runtime
        Start-Program -Name 'msiexec.exe' -Argument $install | Should -Be 0
        (Get-Applications).path | Should -Be @('/Portal', '/MultiFactorAuth')
        Start-Program -Name 'msiexec.exe' -Argument ($install + 'TARGETSITE=/LM/W3SVC/1' + 'TARGETVDIR="My Portal"') | Should -Be 0
        (Get-Applications).path | Should -Be @('/Portal', '/MultiFactorAuth', '/My Portal')
    }

    It 'cannot open what is no package' {
        Start-Program -Name 'msiexec.exe' -Argument '/i', '/nowhere.msi', '/qn' | Should -Be 1619
        [System.IO.File]::WriteAllText($msi, 'FIXTURE_FILE product=VisualCpp version=14.0.1')
        Start-Program -Name 'msiexec.exe' -Argument $install | Should -Be 1619
    }

    It 'takes three minutes, and stands in the ledger with the ways by which people still came' {
        [void](Start-Program -Name 'msiexec.exe' -Argument $install)
        $farm = ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText([System.IO.Path]::Combine($upgrade.Hosts, '.farm.json')))
        $farm.minutes | Should -Be 3
        $farm.changes[0].program | Should -Be 'msiexec.exe'
        $farm.changes[0].reachedThrough | Should -Be @('Portal pool')
    }

    It 'is looked at through the pools of AD FS alone where it installs the adapter' {
        Edit-TestState -Upgrade $upgrade -Name '' -File '.farm.json' -Change {
            param($farm)
            $member = [pscustomobject]@{ host = $web; state = 'serving' }
            $farm.pools = @($farm.pools) + [pscustomobject]@{ name = 'Sign-in pool'; kind = 'other'; serves = 'adfs'; members = @($member) }
            $farm.clients = @([pscustomobject]@{ name = 'VPN gateway'; kind = 'radius'; servers = @($web); agreed = @($web) })
        }
        [void](Start-Program -Name 'msiexec.exe' -Argument $install)
        [System.IO.File]::WriteAllText($msi, "FIXTURE_FILE product=AdfsAdapter version=8.0.1.1`n")
        [void](Start-Program -Name 'msiexec.exe' -Argument $install)
        $farm = ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText([System.IO.Path]::Combine($upgrade.Hosts, '.farm.json')))
        $farm.changes[0].reachedThrough | Should -Be @('Portal pool', 'Sign-in pool', 'VPN gateway')
        $farm.changes[1].reachedThrough | Should -Be @('Sign-in pool')
    }

    It 'uninstalls what it installed, once' {
        Add-Runtime
        [void](Start-Program -Name 'msiexec.exe' -Argument $install)
        Start-Program -Name 'msiexec.exe' -Argument '/x', '{00000000-F1C7-0000-0000-000000000004}', '/qn' | Should -Be 0
        (Get-Applications).path | Should -Be @('/Portal')
        Start-Program -Name 'msiexec.exe' -Argument '/x', '{00000000-F1C7-0000-0000-000000000004}', '/qn' | Should -Be 1605
    }
}

Describe 'A 32-bit Windows' {
    It 'takes no package for x64 and no 64-bit MSI, and has no Wow6432Node' {
        $upgrade = New-TestUpgrade -Below $TestDrive
        $farm = New-TestFarm
        $farm.hosts[2] | Add-Member -NotePropertyName 'bitness' -NotePropertyValue 32
        Import-Module -Name (Join-Path -Path $modules -ChildPath 'MfaServerRehearsal/MfaServerRehearsal.psd1') -Force -Global
        New-MfaRehearsalFarm -Farm $farm -Destination $upgrade.Hosts
        Enter-TestHost -Upgrade $upgrade -Name $web
        (Get-CimInstance -ClassName 'Win32_OperatingSystem').OSArchitecture | Should -Be '32-bit'
        $packages = Get-TestFile -Upgrade $upgrade -Name $web -Below 'C/Installers/VisualCpp'
        (Start-Process -FilePath "$packages/vc_redist.x64.exe" -ArgumentList '/install' -PassThru).ExitCode | Should -Be 1633
        (Start-Process -FilePath "$packages/vc_redist.x86.exe" -ArgumentList '/install' -PassThru).ExitCode | Should -Be 0
        $ends = @{ '64' = 1633; '32' = 0 }
        foreach ($bitness in $ends.Keys) {
            $msi = Join-Path -Path $packages -ChildPath "MultiFactorAuthenticationUserPortalSetup$bitness.msi"
            [System.IO.File]::WriteAllText($msi, 'FIXTURE_FILE product=UserPortal version=8.0.1.1')
            (Start-Process -FilePath 'msiexec.exe' -ArgumentList '/i', ('"{0}"' -f $msi), '/qn' -PassThru).ExitCode | Should -Be $ends[$bitness]
        }
        $keys = (ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText([System.IO.Path]::Combine($upgrade.Hosts, $web, 'registry.json')))).PSObject.Properties.Name
        $keys | Should -Contain 'HKLM:\SOFTWARE\Microsoft\VisualStudio\14.0\VC\Runtimes\x86'
        @($keys) -like '*Wow6432Node*' | Should -BeNullOrEmpty
        Exit-TestHost
    }
}

Describe 'The simulated Visual C++ package' {
    It 'lays its runtime, and ends with 1638 where a newer one is there' {
        $upgrade = New-TestUpgrade -Below $TestDrive
        Enter-TestHost -Upgrade $upgrade -Name $web
        $package = Get-TestFile -Upgrade $upgrade -Name $web -Below 'C/Installers/VisualCpp/vc_redist.x86.exe'
        (Start-Process -FilePath $package -ArgumentList '/install', '/quiet', '/norestart' -PassThru).ExitCode | Should -Be 0
        Add-Runtime -Build 29000
        (Start-Process -FilePath $package -ArgumentList '/install', '/quiet', '/norestart' -PassThru).ExitCode | Should -Be 1638
        Exit-TestHost
    }
}
