BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')
    $web = 'web01.contoso.example'
    $id = @{ ComputerName = $web; UpgradeId = 'u1' }
    $wanted = @{ TargetVersion = '8.0.1.1'; VirtualDirectory = 'Portal' }

    # The MSI as an upgraded MFA server has it in its program folder.
    function New-Package {
        param([string]$Version = '8.0.1.1')
        $folder = Get-TestFile -Upgrade $upgrade -Below 'C/Program Files/Multi-Factor Authentication Server'
        [System.IO.File]::WriteAllText((Join-Path -Path $folder -ChildPath "MultiFactorAuthenticationUserPortalSetup64.msi"), "FIXTURE_FILE product=UserPortal version=$Version`n")
        $folder
    }

    function Set-Fault {
        param([string]$Program, [int]$ExitCode)
        Edit-TestState -Upgrade $upgrade -Name '' -File '.farm.json' -Change { param($farm) $farm.faults = @([pscustomobject]@{ host = $web; program = $Program; exitCode = $ExitCode }) }
    }
}

Describe 'Copying and installing on a web host' {
    BeforeEach {
        $upgrade = New-TestUpgrade -Below $TestDrive
        Enter-TestHost -Upgrade $upgrade -Name $web
        $package = @{ Component = 'userPortal'; Source = (New-Package) }
        $runtimes = Get-TestFile -Upgrade $upgrade -Name $web -Below 'C/Installers/VisualCpp'
        $portal = Get-TestFile -Upgrade $upgrade -Name $web -Below 'C/inetpub/wwwroot/Portal'
    }
    AfterEach { Exit-TestHost }

    Context 'Copy-MfaComponentInstaller and Test-MfaComponentInstaller' {
        It 'copies the MSI once, with one hash on both ends' {
            (Test-MfaComponentInstaller @id @package).Verified | Should -BeFalse
            $evidence = Copy-MfaComponentInstaller @id @package
            $evidence.Changed | Should -BeTrue
            $evidence.Before.CopySha256 | Should -BeNullOrEmpty
            $evidence.After.CopySha256 | Should -Be $evidence.After.SourceSha256
            (Test-MfaComponentInstaller @id @package).Verified | Should -BeTrue
            $before = Get-TestFingerprint -LiteralPath $upgrade.Hosts
            (Copy-MfaComponentInstaller @id @package).Changed | Should -BeFalse
            Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
        }

        It 'takes a newer MSI instead of an old copy' {
            [void](Copy-MfaComponentInstaller @id @package)
            [void](New-Package -Version '8.0.2.0')
            (Test-MfaComponentInstaller @id @package).Findings.Code | Should -Be 'ComponentInstallerDiffers'
            (Copy-MfaComponentInstaller @id @package).Changed | Should -BeTrue
            (Test-MfaComponentInstaller @id @package).Verified | Should -BeTrue
        }

        It 'says no when the copy is gone, null when the source is, and copies nothing with -WhatIf' {
            $before = Get-TestFingerprint -LiteralPath $upgrade.Hosts
            (Copy-MfaComponentInstaller @id @package -WhatIf 6>$null).Changed | Should -BeFalse
            Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
            $evidence = Copy-MfaComponentInstaller @id @package
            [System.IO.File]::Delete($evidence.Source)
            (Test-MfaComponentInstaller @id @package).Verified | Should -Be $null
            [void](New-Package)
            [System.IO.File]::Delete($evidence.Destination)
            (Test-MfaComponentInstaller @id @package).Findings.Code | Should -Be 'ComponentInstallerMissing'
        }

        It 'refuses the source <_>' -ForEach @('\\server\share', '\\server\C$\..\x', 'relative', '\\ser ver\C$\x') {
            { Copy-MfaComponentInstaller @id -Component userPortal -Source $_ } | Should -Throw -ErrorId 'ComponentInstallerUnfit,*'
        }

        It 'refuses a program folder without the MSI' {
            { Copy-MfaComponentInstaller @id -Component mobileAppWebService -Source (Join-Path -Path $package.Source -ChildPath 'Logs') } | Should -Throw -ErrorId 'ComponentInstallerNotFound,*'
        }
    }

    Context 'Install-MfaVisualCppRuntime and Test-MfaVisualCppRuntime' {
        It 'installs what is missing, and nothing the second time' {
            (Test-MfaVisualCppRuntime -ComputerName $web).Findings.Code | Should -Be 'VisualCppMissing'
            $evidence = Install-MfaVisualCppRuntime @id -Source $runtimes
            $evidence.Before.x86 | Should -BeFalse
            $evidence.After.x86 | Should -BeTrue
            $evidence.Packages.ExitCode | Should -Be @(0)
            (Test-MfaVisualCppRuntime -ComputerName $web).Verified | Should -BeTrue
            $before = Get-TestFingerprint -LiteralPath $upgrade.Hosts
            (Install-MfaVisualCppRuntime @id -Source $runtimes).Changed | Should -BeFalse
            Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
            Edit-TestState -Upgrade $upgrade -Name $web -File 'registry.json' -Change { param($registry) $registry.PSObject.Properties.Remove('HKLM:\SOFTWARE\Wow6432Node\Microsoft\VisualStudio\14.0\VC\Runtimes\x86') }
            (Test-MfaVisualCppRuntime -ComputerName $web).Verified | Should -BeFalse
        }

        It 'asks for x86 alone on a 32-bit Windows, in readiness, act and check' {
            Set-TestBitness32 -Upgrade $upgrade -Name $web
            $ready = Test-MfaUpgradeReadiness -ComputerName $web -Component 'userPortal'
            @($ready.Findings | Where-Object -Property Code -EQ 'VisualCppMissing').Message | Should -BeLike '*1 x86 runtime*'
            (Test-MfaVisualCppRuntime -ComputerName $web).Findings.Message | Should -BeLike '*1 x86 runtime*'
            $evidence = Install-MfaVisualCppRuntime @id -Source $runtimes
            $evidence.Packages.Package | Should -Be @((Join-Path -Path $runtimes -ChildPath 'vc_redist.x86.exe'))
            $evidence.After.PSObject.Properties.Name | Should -Be 'x86'
            (Test-MfaVisualCppRuntime -ComputerName $web).Verified | Should -BeTrue
        }

        It 'takes the end <code> as <means>' -ForEach @(@{ code = 3010; means = 'done, with a restart'; restart = $true }, @{ code = 1638; means = 'a newer one is there'; restart = $false }) {
            Set-Fault -Program 'vc_redist.x86.exe' -ExitCode $code
            (Install-MfaVisualCppRuntime @id -Source $runtimes).RestartNeeded | Should -Be $restart
        }

        It 'fails with any other end' {
            Set-Fault -Program 'vc_redist.x86.exe' -ExitCode 1603
            { Install-MfaVisualCppRuntime @id -Source $runtimes } | Should -Throw -ErrorId 'VisualCppFailed,*'
            (Test-MfaVisualCppRuntime -ComputerName $web).Verified | Should -BeFalse
        }

        It 'refuses without a package, changes nothing with -WhatIf, and gives null when it could not look' {
            $before = Get-TestFingerprint -LiteralPath $upgrade.Hosts
            { Install-MfaVisualCppRuntime @id -Source $portal } | Should -Throw -ErrorId 'VisualCppPackageNotFound,*'
            (Install-MfaVisualCppRuntime @id -Source $runtimes -WhatIf 6>$null).Changed | Should -BeFalse
            Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
            Mock -ModuleName MfaServerUpgrade Get-ItemProperty { throw [System.UnauthorizedAccessException]::new('not allowed') }
            (Test-MfaVisualCppRuntime -ComputerName $web).Verified | Should -Be $null
        }
    }

    Context 'Install-MfaUserPortal and Test-MfaUserPortalInstallation' {
        BeforeEach {
            [void](Copy-MfaComponentInstaller @id @package)
            [void](Install-MfaVisualCppRuntime @id -Source $runtimes)
        }

        It 'installs the target under the old directory, in a pool of v4.0, with a web.config as shipped' {
            (Test-MfaUserPortalInstallation -ComputerName $web @wanted).Verified | Should -BeFalse
            $evidence = Install-MfaUserPortal @id @wanted
            $evidence.Changed | Should -BeTrue
            $evidence.Before.Versions | Should -Be @('6.3.1')
            $evidence.After.Versions | Should -Be @('8.0.1.1')
            $evidence.After.Runtime | Should -Be 'v4.0'
            $evidence.After.VirtualDirectory | Should -Be 'Portal'
            [System.IO.File]::ReadAllText("$portal/web.config") | Should -Not -BeLike '*FIXTURE_no_secret*'
            (Test-MfaUserPortalInstallation -ComputerName $web @wanted).Verified | Should -BeTrue
            $before = Get-TestFingerprint -LiteralPath $upgrade.Hosts
            (Install-MfaUserPortal @id @wanted).Changed | Should -BeFalse
            Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
        }

        It 'is answered no when its effect is <what>' -ForEach @(
            @{ what = 'an older program file'; code = 'WebComponentOtherVersion'; act = { [System.IO.File]::WriteAllText("$portal/bin/FIXTURE_UserPortal.dll", "FIXTURE_FILE product=UserPortal version=6.3.1`n") } }
            @{ what = 'gone from IIS'; code = 'WebComponentElsewhere'; act = { Edit-TestState -Upgrade $upgrade -Name $web -File 'iis.json' -Change { param($iis) $iis.sites[0].applications = @() } } }
            @{ what = 'in a pool of v2.0'; code = 'WebPoolRuntimeDiffers'; act = { Edit-TestState -Upgrade $upgrade -Name $web -File 'iis.json' -Change { param($iis) $iis.pools[0].runtime = 'v2.0' } } }
        ) {
            [void](Install-MfaUserPortal @id @wanted)
            & $act
            $answer = Test-MfaUserPortalInstallation -ComputerName $web @wanted
            $answer.Verified | Should -BeFalse
            $answer.Findings.Code | Should -Be $code
        }

        It 'is answered null when it could not look' {
            Mock -ModuleName MfaServerUpgrade Get-Website { throw [System.UnauthorizedAccessException]::new('not allowed') }
            (Test-MfaUserPortalInstallation -ComputerName $web @wanted).Verified | Should -Be $null
        }

        It 'needs a restart after <_>' -ForEach 3010, 1641 {
            Set-Fault -Program 'msiexec.exe' -ExitCode $_
            (Install-MfaUserPortal @id @wanted).RestartNeeded | Should -BeTrue
        }

        It 'says what the end <exit> means' -ForEach @(
            @{ exit = 1602; code = 'MsiCancelled'; category = 'OperationStopped' }
            @{ exit = 1603; code = 'MsiFailed'; category = 'OperationStopped' }
            @{ exit = 1605; code = 'MsiNotInstalled'; category = 'InvalidArgument' }
            @{ exit = 1618; code = 'MsiBusy'; category = 'InvalidArgument' }
            @{ exit = 1619; code = 'MsiNotOpened'; category = 'InvalidArgument' }
            @{ exit = 1638; code = 'MsiOtherVersion'; category = 'InvalidArgument' }
            @{ exit = 1625; code = 'MsiEndedWith'; category = 'OperationStopped' }
        ) {
            Set-Fault -Program 'msiexec.exe' -ExitCode $exit
            $failure = { Install-MfaUserPortal @id @wanted } | Should -Throw -PassThru
            $failure.FullyQualifiedErrorId | Should -BeLike "$code,*"
            $failure.CategoryInfo.Category | Should -Be $category
            if ($exit -eq 1603) { $failure.Exception.Message | Should -BeLike '*Visual C++ 2015 Update 1 or higher*' }
        }

        It 'refuses where <code>' -ForEach @(
            @{ code = 'VisualCppNeededFirst'; act = { Edit-TestState -Upgrade $upgrade -Name $web -File 'registry.json' -Change { param($registry) $registry.PSObject.Properties.Remove('HKLM:\SOFTWARE\Wow6432Node\Microsoft\VisualStudio\14.0\VC\Runtimes\x86') } } }
            @{ code = 'ComponentInstallerMissing'; act = { [System.IO.Directory]::Delete((Join-Path -Path $env:ProgramData -ChildPath 'MFA Server Upgrade'), $true) } }
            @{ code = 'WebSiteNotFound'; act = { $wanted['Site'] = 'Other' } }
        ) {
            & $act
            $before = Get-TestFingerprint -LiteralPath $upgrade.Hosts
            try { { Install-MfaUserPortal @id @wanted } | Should -Throw -ErrorId "$code,*" } finally { $wanted.Remove('Site') }
            Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
        }
    }
}
