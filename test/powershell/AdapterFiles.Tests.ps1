# The files of the adapter on a node: copied, installed, put back, and its stored configuration exported.
BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')
    $node = 'fs01.contoso.example'
    $id = @{ ComputerName = $node; UpgradeId = 'u1' }
    $export = $id + @{ BackupName = 'export-adapter-config' }
    $target = @{ TargetVersion = '8.0.1.1' }

    function Set-Fault {
        param([int]$ExitCode)
        Edit-TestState -Upgrade $upgrade -Name '' -File '.farm.json' -Change { param($farm) $farm.faults = @([pscustomobject]@{ host = $node; program = 'msiexec.exe'; exitCode = $ExitCode }) }
    }

    function Remove-Runtime {
        Edit-TestState -Upgrade $upgrade -Name $node -File 'registry.json' -Change { param($registry) $registry.PSObject.Properties.Remove('HKLM:\SOFTWARE\Wow6432Node\Microsoft\VisualStudio\14.0\VC\Runtimes\x86') }
    }

    function Edit-Adfs {
        param([scriptblock]$Change)
        Edit-TestState -Upgrade $upgrade -Name '.adfs' -File '1.json' -Change $Change
    }
}

Describe 'The files of the adapter on a node' {
    BeforeEach {
        $upgrade = New-TestUpgrade -Below $TestDrive
        Enter-TestHost -Upgrade $upgrade -Name $node
        $server = Get-TestFile -Upgrade $upgrade -Below 'C/Program Files/Multi-Factor Authentication Server'
        Write-TestAdapterFile -Folder $server -Version '8.0.1.1'
        $source = @{ Source = $server }
        $folder = Get-TestAdapterFolder -Upgrade $upgrade -Name $node
        $runtimes = @{ VisualCppSource = (Get-TestFile -Upgrade $upgrade -Name $node -Below 'C/Installers/VisualCpp') }
    }
    AfterEach { Exit-TestHost }

    Context 'Copy-MfaAdfsAdapterFile and Test-MfaAdfsAdapterFile' {
        It 'copies the four files into an owner-only folder, with one hash on both ends' {
            $evidence = Copy-MfaAdfsAdapterFile @id @source
            $evidence.Before.State | Should -Be @('missing', 'missing', 'missing', 'missing')
            $evidence.After.State | Should -Be @('same', 'same', 'same', 'same')
            @(Get-ChildItem -LiteralPath $folder).Name | Sort-Object | Should -Be @('MultiFactorAuthenticationAdfsAdapter.config', 'MultiFactorAuthenticationAdfsAdapterSetup64.msi', 'Register-MultiFactorAuthenticationAdfsAdapter.ps1', 'Unregister-MultiFactorAuthenticationAdfsAdapter.ps1')
            if ([System.Environment]::OSVersion.Platform -ne 'Win32NT') { [System.IO.File]::GetUnixFileMode($folder) | Should -Be 'UserExecute, UserWrite, UserRead' }
        }

        It 'keeps the edited script and the configuration file that values were carried into, also when it runs again' {
            [void](Copy-MfaAdfsAdapterFile @id @source)
            [void](Edit-MfaAdfsRegisterScript @id 6>$null)
            [System.IO.File]::WriteAllText("$folder/MultiFactorAuthenticationAdfsAdapter.config", '<merged />')
            $answer = Test-MfaAdfsAdapterFile @id @source
            $answer.Verified | Should -BeTrue
            $answer.Findings.Code | Should -Be 'AdapterConfigDiffers'
            $before = Get-TestFingerprint -LiteralPath $upgrade.Hosts
            (Copy-MfaAdfsAdapterFile @id @source 6>$null).Changed | Should -BeFalse
            Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
        }

        It 'is answered no, and copies again, where <what>' -ForEach @(
            @{ what = 'the server has newer files'; code = 'AdapterFileDiffers'; act = { Write-TestAdapterFile -Folder $server -Version '8.0.2.0' } }
            @{ what = 'somebody changed the script otherwise'; code = 'AdapterFileDiffers'; act = { [System.IO.File]::AppendAllText("$folder/Register-MultiFactorAuthenticationAdfsAdapter.ps1", '# x') } }
            @{ what = 'one is gone'; code = 'AdapterFileMissing'; act = { [System.IO.File]::Delete("$folder/Unregister-MultiFactorAuthenticationAdfsAdapter.ps1") } }
        ) {
            [void](Copy-MfaAdfsAdapterFile @id @source)
            & $act
            $answer = Test-MfaAdfsAdapterFile @id @source
            $answer.Verified | Should -BeFalse
            $answer.Findings.Code | Should -Contain $code
            (Copy-MfaAdfsAdapterFile @id @source 6>$null).Changed | Should -BeTrue
            (Test-MfaAdfsAdapterFile @id @source).Verified | Should -BeTrue
        }

        It 'refuses a program folder that lacks one of them, and copies none' {
            [System.IO.File]::Delete("$server/Unregister-MultiFactorAuthenticationAdfsAdapter.ps1")
            { Copy-MfaAdfsAdapterFile @id @source } | Should -Throw -ErrorId 'ComponentInstallerNotFound,*'
            Test-Path -LiteralPath $folder | Should -BeFalse
            (Test-MfaAdfsAdapterFile @id @source).Verified | Should -Be $null
        }
    }

    Context 'Install-MfaAdfsAdapter and Test-MfaAdfsAdapterInstallation' {
        BeforeEach { New-TestAdapterFolder -Upgrade $upgrade -Name $node }

        It 'installs the missing runtimes and then the MSI, with a log, and leaves registration and service alone' {
            Remove-Runtime
            $before = [System.IO.File]::ReadAllText([System.IO.Path]::Combine($upgrade.Hosts, '.adfs', '1.json')) | ConvertFrom-Json
            $evidence = Install-MfaAdfsAdapter @id @target @runtimes 6>$null
            $evidence.Before.Assemblies.Version | Should -Be @('6.3.1')
            $evidence.After.Assemblies.Version | Should -Be @('8.0.1.1')
            $evidence.VisualCpp.ExitCode | Should -Be @(0)
            [System.IO.File]::ReadAllText($evidence.Log) | Should -BeLike '*returning 0*'
            $after = [System.IO.File]::ReadAllText([System.IO.Path]::Combine($upgrade.Hosts, '.adfs', '1.json')) | ConvertFrom-Json
            (ConvertTo-Json -InputObject $after.database -Depth 8) | Should -Be (ConvertTo-Json -InputObject $before.database -Depth 8)
            $after.nodes[0].startedAt | Should -Be $before.nodes[0].startedAt
            (Get-Service -Name 'adfssrv').Status | Should -Be 'Running'
        }

        It 'needs a restart after <_>' -ForEach 3010, 1641 {
            Set-Fault -ExitCode $_
            (Install-MfaAdfsAdapter @id @target @runtimes 6>$null).RestartNeeded | Should -BeTrue
        }

        It 'fails with the line of the log, and the check says no, after 1603' {
            Set-Fault -ExitCode 1603
            $failure = { Install-MfaAdfsAdapter @id @target @runtimes 6>$null } | Should -Throw -ErrorId 'MsiFailed,*' -PassThru
            $failure.Exception.Message | Should -BeLike '*Visual C++ 2015 Update 1 or higher*'
            (Test-MfaAdfsAdapterInstallation -ComputerName $node @target).Findings.Code | Should -Be 'AdapterOtherVersion'
        }

        It 'refuses where <code>' -ForEach @(
            @{ code = 'VisualCppPackageNotFound'; with = @{} }
            @{ code = 'AdapterFileMissing'; with = $null }
        ) {
            if ($null -eq $with) {
                [System.IO.Directory]::Delete($folder, $true)
                $with = $runtimes
            }
            else { Remove-Runtime }
            $before = Get-TestFingerprint -LiteralPath $upgrade.Hosts
            { Install-MfaAdfsAdapter @id @target @with } | Should -Throw -ErrorId "$code,*"
            Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
        }

        It 'takes an assembly with a number of its own for the version of its entry, in the same line alone' {
            $cache = Get-TestFile -Upgrade $upgrade -Name $node -Below 'C/Windows/assembly/GAC_MSIL/MultiFactorAuthAdfsAdapter'
            $file = @(Get-ChildItem -LiteralPath $cache -Recurse -Filter '*.dll')[0].FullName
            [System.IO.File]::WriteAllText($file, "FIXTURE_FILE product=AdfsAdapter version=6.3.0.17452`n")
            (Test-MfaAdfsAdapterInstallation -ComputerName $node -TargetVersion '6.3.1').Verified | Should -BeTrue
            [System.IO.File]::WriteAllText($file, "FIXTURE_FILE product=AdfsAdapter version=6.2.0.1`n")
            (Test-MfaAdfsAdapterInstallation -ComputerName $node -TargetVersion '6.3.1').Verified | Should -BeFalse
        }

        It 'is answered null when it could not look' {
            Mock -ModuleName MfaServerUpgrade Get-ItemProperty { throw [System.UnauthorizedAccessException]::new('not allowed') }
            (Test-MfaAdfsAdapterInstallation -ComputerName $node @target).Verified | Should -Be $null
        }
    }

    Context 'Restore-MfaAdfsAdapter' {
        BeforeEach {
            New-TestAdapterFolder -Upgrade $upgrade -Name $node
            [void](Install-MfaAdfsAdapter @id @target @runtimes 6>$null)
            $sets = Get-TestFile -Upgrade $upgrade -Below 'C/Saved'
            [void][System.IO.Directory]::CreateDirectory("$sets/20260101T000000000Z/Data")
            Write-TestAdapterFile -Folder "$sets/20260101T000000000Z/Data" -Version '6.3.1'
            $back = $id + @{ TargetVersion = '6.3.1'; Source = $sets }
        }

        It 'uninstalls the new adapter and installs the old one of the first set' {
            [void][System.IO.Directory]::CreateDirectory("$sets/20270101T000000000Z/Data")
            Write-TestAdapterFile -Folder "$sets/20270101T000000000Z/Data" -Version '8.0.1.1'
            $evidence = Restore-MfaAdfsAdapter @back 6>$null
            $evidence.Uninstalled.ExitCode | Should -Be 0
            $evidence.After.Assemblies.Version | Should -Be @('6.3.1')
            (Test-MfaAdfsAdapterInstallation -ComputerName $node -TargetVersion '6.3.1').Verified | Should -BeTrue
        }

        It 'takes the set from the share of the MFA server, started as a step' {
            $with = @{
                function = 'Restore-MfaAdfsAdapter'; verify = 'Test-MfaAdfsAdapterInstallation'; step = "put-old-adapter-back@$node"; target = $node
                host = [ordered]@{ name = $node; transport = 'winrm' }; parameters = [ordered]@{ UpgradeId = 'u1'; TargetVersion = '6.3.1'; Source = '\\mfa01.contoso.example\C$\Saved' }
            }
            $done = Invoke-TestStep -Request (New-TestRequest -Upgrade $upgrade -With $with)
            $done.Code | Should -Be 0 -Because $done.Text
            $done.Result.verified | Should -BeTrue
            $done.Result.evidence.After.Assemblies[0].Version | Should -Be '6.3.1'
        }

        It 'uninstalls nothing where <code>' -ForEach @(
            @{ code = 'OldAdapterNotSaved'; act = { [System.IO.Directory]::Delete("$sets/20260101T000000000Z", $true) } }
            @{ code = 'ComponentInstallerNotFound'; act = { [System.IO.File]::Delete("$sets/20260101T000000000Z/Data/MultiFactorAuthenticationAdfsAdapterSetup64.msi") } }
            @{ code = 'ComponentInstallerUnfit'; act = { $back.Source = '\\server\share' } }
            @{ code = 'UninstallNotUnique'; act = { Edit-TestState -Upgrade $upgrade -Name $node -File 'registry.json' -Change { param($registry) @($registry.PSObject.Properties.Name -like '*\Uninstall\*') | ForEach-Object -Process { $registry.PSObject.Properties.Remove($_) } } } }
        ) {
            & $act
            $before = Get-TestFingerprint -LiteralPath $upgrade.Hosts
            { Restore-MfaAdfsAdapter @back } | Should -Throw -ErrorId "$code,*"
            Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
        }
    }

    Context 'Export-MfaAdfsAdapterConfiguration and Test-MfaAdfsAdapterConfiguration' {
        It 'exports under the registered name to a file for its owner, and hands back no value of it' {
            $evidence = Export-MfaAdfsAdapterConfiguration @export
            $evidence.Provider | Should -Be 'WindowsAzureMultiFactorAuthentication'
            $text = [System.IO.File]::ReadAllText($evidence.Destination)
            $text | Should -BeLike '*<WebServiceSdkPassword>*'
            $password = [regex]::Match($text, '<WebServiceSdkPassword>(.*)</').Groups[1].Value
            $password | Should -Not -BeNullOrEmpty
            ConvertTo-Json -InputObject $evidence -Depth 5 | Should -Not -BeLike "*$password*"
            if ([System.Environment]::OSVersion.Platform -ne 'Win32NT') { [System.IO.File]::GetUnixFileMode((Split-Path -Path $evidence.Destination)) | Should -Be 'UserExecute, UserWrite, UserRead' }
        }

        It 'makes another file when AD FS has stored something else since, and keeps the first' {
            $first = Export-MfaAdfsAdapterConfiguration @export
            Edit-Adfs -Change { param($adfs) $adfs.database.providers[0].configuration = '<other />' }
            $second = Export-MfaAdfsAdapterConfiguration @export
            $second.Destination | Should -Not -Be $first.Destination
            $second.Before.Sha256 | Should -Be $first.After.Sha256
            Test-Path -LiteralPath $first.Destination | Should -BeTrue
            [System.IO.File]::ReadAllText($second.Destination) | Should -Be '<other />'
        }

        It 'takes the name <given> of farm.json as AD FS writes it: <wanted>' -ForEach @(
            @{ given = $null; registered = 'AzureMFAServerAuthentication'; wanted = 'AzureMFAServerAuthentication' }
            @{ given = 'contosoMFA'; registered = 'ContosoMfa'; wanted = 'ContosoMfa' }
            @{ given = 'AzureMfaServerAuthentication'; registered = 'WindowsAzureMultiFactorAuthentication'; wanted = 'WindowsAzureMultiFactorAuthentication' }
        ) {
            Edit-Adfs -Change { param($adfs) $adfs.database.providers[0].name = $registered }
            $with = if ($given) { @{ RegisteredProvider = $given } } else { @{} }
            (Export-MfaAdfsAdapterConfiguration @export @with).Provider | Should -BeExactly $wanted
        }

        It 'fails and leaves no file where <code>' -ForEach @(
            @{ code = 'AdapterNotExported'; act = { param($adfs) $adfs.database.providers[0].configuration = '' } }
            @{ code = 'AdapterExportUnfit'; act = { param($adfs) $adfs.database.providers[0].configuration = '<a>' } }
            @{ code = 'AdapterNotRegistered'; act = { param($adfs) $adfs.database.providers = @($adfs.database.providers | Select-Object -Skip 1) } }
            @{ code = 'AdapterRegisteredTwice'; act = { param($adfs) $adfs.database.providers[1].name = 'AzureMfaServerAuthentication' } }
        ) {
            Edit-Adfs -Change $act
            { Export-MfaAdfsAdapterConfiguration @export } | Should -Throw -ErrorId "$code,*"
            @(Get-ChildItem -LiteralPath (Get-TestFile -Upgrade $upgrade -Name $node) -Recurse -Filter '*.config') | Should -HaveCount 0
            (Test-MfaAdfsAdapterConfiguration @export).Findings.Code | Should -Be 'AdapterExportMissing'
        }

        It 'refuses a folder on a share' {
            { Export-MfaAdfsAdapterConfiguration @export -Destination '\\server\share' } | Should -Throw -ErrorId 'BackupDestinationNotLocal,*'
        }

        It 'is answered no for an export that is <what>' -ForEach @(@{ what = 'empty'; text = '' }, @{ what = 'no XML'; text = 'x' }, @{ what = 'with a document type'; text = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }) {
            $evidence = Export-MfaAdfsAdapterConfiguration @export
            [System.IO.File]::WriteAllText($evidence.Destination, $text)
            (Test-MfaAdfsAdapterConfiguration @export).Findings.Code | Should -Be 'AdapterExportUnfit'
        }
    }
}
