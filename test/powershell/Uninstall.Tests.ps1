BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')

    # The agent with all its components on one host.
    function New-AgentFarm {
        $entry = [pscustomobject]@{
            name = 'old01'; phoneFactorAgent = [pscustomobject]@{ version = '5.1.2'; role = 'master' }; webServiceSdk = [pscustomobject]@{ virtualDirectory = 'PhoneFactorWebServiceSdk' }
            userPortal = [pscustomobject]@{ virtualDirectory = 'PhoneFactor' }; mobileAppWebService = [pscustomobject]@{ virtualDirectory = 'PA' }
        }
        [pscustomobject]@{ name = 'Old'; targetVersion = '8.0.1.1'; hosts = @($entry) }
    }

    function Save-All {
        $here = @{ ComputerName = 'old01'; UpgradeId = 'u1' }
        [void](Backup-MfaWebComponent @here -BackupName 'back-up-portal' -Component userPortal)
        [void](Backup-MfaWebComponent @here -BackupName 'back-up-mobile-app' -Component mobileAppWebService)
        [void](Backup-MfaProgramFolder @here -BackupName 'save-program-folder')
        [void](Backup-MfaServerData @here -BackupName 'back-up-agent')
    }

    $steps = @(
        @{ Component = 'userPortal'; BackupName = 'back-up-portal' }
        @{ Component = 'mobileAppWebService'; BackupName = 'back-up-mobile-app' }
        @{ Component = 'webServiceSdk'; BackupName = 'save-program-folder-webServiceSdk' }
        @{ Component = 'phoneFactorAgent'; BackupName = 'back-up-agent' }
    )
}

Describe 'Uninstall-MfaComponent and Test-MfaComponentRemoved' {
    BeforeEach {
        $upgrade = New-TestUpgrade -Below $TestDrive
        Import-Module -Name (Join-Path -Path $modules -ChildPath 'MfaServerRehearsal/MfaServerRehearsal.psd1') -Force -Global
        New-MfaRehearsalFarm -Farm (New-AgentFarm) -Destination $upgrade.Hosts
        Enter-TestHost -Upgrade $upgrade -Name 'old01'
        $id = @{ ComputerName = 'old01'; UpgradeId = 'u1' }
        $data = Get-TestFile -Upgrade $upgrade -Name 'old01' -Below 'C/Program Files/PhoneFactor/Data'
    }
    AfterEach { Exit-TestHost }

    It 'takes portal, mobile app, SDK and agent off in this order, each verified, and the data stays' {
        Save-All
        $before = Get-TestFingerprint -LiteralPath $data
        foreach ($step in $steps) {
            (Test-MfaComponentRemoved -ComputerName 'old01' -Component $step.Component).Verified | Should -BeFalse -Because $step.Component
            $evidence = Uninstall-MfaComponent @id @step
            $evidence.Changed | Should -BeTrue
            $evidence.Before.Products | Should -HaveCount 1
            $evidence.After.Products | Should -HaveCount 0
            [System.IO.Path]::GetFileName((Split-Path -Path $evidence.Log -Parent)) | Should -Be 'logs'
            $answer = Test-MfaComponentRemoved -ComputerName 'old01' -Component $step.Component
            $answer.Findings | Should -HaveCount 0
            $answer.Verified | Should -BeTrue
            (Uninstall-MfaComponent @id @step).Changed | Should -BeFalse
        }
        Get-TestFingerprint -LiteralPath $data | Should -Be $before
    }

    It 'refuses <Component> while one that goes before is there' -ForEach @(@{ Component = 'mobileAppWebService' }, @{ Component = 'webServiceSdk' }, @{ Component = 'phoneFactorAgent' }) {
        Save-All
        $before = Get-TestFingerprint -LiteralPath $upgrade.Hosts
        $failure = { Uninstall-MfaComponent @id -Component $Component -BackupName 'back-up-agent' } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeLike 'UninstallOtherFirst,*'
        $failure.CategoryInfo.Category | Should -Be 'InvalidArgument'
        Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
    }

    It 'refuses without the backup, and where the entry is <what>' -ForEach @(
        @{ what = 'untouched'; code = 'UninstallWithoutBackup'; arrange = { } }
        @{ what = 'gone while IIS has the portal'; code = 'UninstallNotUnique'; arrange = { Edit-TestState -Upgrade $upgrade -Name 'old01' -File 'registry.json' -Change { param($registry) $registry.PSObject.Properties.Remove(($registry.PSObject.Properties.Name -like '*000000000004}')[0]) } } }
        @{ what = 'no product of Windows Installer'; code = 'UninstallNotMsi'; arrange = { Edit-TestState -Upgrade $upgrade -Name 'old01' -File 'registry.json' -Change { param($registry) $key = ($registry.PSObject.Properties.Name -like '*000000000004}')[0]; $value = $registry.$key; $registry.PSObject.Properties.Remove($key); $registry | Add-Member -NotePropertyName ($key -replace '\{.*', 'Portal') -NotePropertyValue $value } } }
    ) {
        & $arrange
        $before = Get-TestFingerprint -LiteralPath $upgrade.Hosts
        { Uninstall-MfaComponent @id -Component userPortal -BackupName 'back-up-portal' } | Should -Throw -ErrorId "$code,*"
        Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
        (Test-MfaComponentRemoved -ComputerName 'old01' -Component userPortal).Verified | Should -BeFalse
    }

    It 'takes the SDK off a host without an agent only after its backup' {
        Exit-TestHost
        Import-Module -Name (Join-Path -Path $modules -ChildPath 'MfaServerRehearsal/MfaServerRehearsal.psd1') -Force -Global
        $farm = New-AgentFarm
        $farm.hosts += [pscustomobject]@{ name = 'sdk01'; webServiceSdk = [pscustomobject]@{ virtualDirectory = 'PhoneFactorWebServiceSdk' } }
        $upgrade = New-TestUpgrade -Below $TestDrive
        New-MfaRehearsalFarm -Farm $farm -Destination $upgrade.Hosts
        Enter-TestHost -Upgrade $upgrade -Name 'sdk01'
        $sdk = @{ ComputerName = 'sdk01'; UpgradeId = 'u1'; Component = 'webServiceSdk'; BackupName = 'back-up-web-service-sdk' }
        { Uninstall-MfaComponent @sdk } | Should -Throw -ErrorId 'UninstallWithoutBackup,*'
        [void](Backup-MfaWebComponent @sdk)
        (Uninstall-MfaComponent @sdk).Changed | Should -BeTrue
        (Test-MfaComponentRemoved -ComputerName 'sdk01' -Component webServiceSdk).Verified | Should -BeTrue
    }

    It 'is answered no when the agent is <what>' -ForEach @(
        @{ what = 'back in the list'; code = 'ComponentStillListed'; undo = { Edit-TestState -Upgrade $upgrade -Name 'old01' -File 'registry.json' -Change { param($registry) $registry | Add-Member -NotePropertyName 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\x' -NotePropertyValue ([pscustomobject]@{ DisplayName = 'PhoneFactor Agent' }) } } }
        @{ what = 'back in its folder'; code = 'ComponentStillThere'; undo = { [System.IO.File]::WriteAllText("$data/../agent.exe", 'x') } }
        @{ what = 'gone with its data'; code = 'AgentDataGone'; undo = { [System.IO.Directory]::Delete($data, $true) } }
    ) {
        Save-All
        foreach ($step in $steps) { [void](Uninstall-MfaComponent @id @step) }
        & $undo
        $answer = Test-MfaComponentRemoved -ComputerName 'old01' -Component phoneFactorAgent
        $answer.Verified | Should -BeFalse
        $answer.Findings.Code | Should -Be $code
    }

    It 'gives null when it could not look' {
        Mock -ModuleName MfaServerUpgrade Get-ChildItem { throw [System.UnauthorizedAccessException]::new('not allowed') }
        (Test-MfaComponentRemoved -ComputerName 'old01' -Component userPortal).Verified | Should -Be $null
    }
}

Describe 'The component that a product name speaks of' {
    It '<name> is <component>' -ForEach @(
        @{ name = 'PhoneFactor Agent'; component = 'phoneFactorAgent' }
        @{ name = 'Multi-Factor Authentication Server'; component = 'mfaServer' }
        @{ name = 'PhoneFactor Phone App Web Service'; component = 'mobileAppWebService' }
        @{ name = 'Multi-Factor Authentication AD FS Adapter'; component = 'adfsAdapter' }
    ) {
        Import-Module -Name (Join-Path -Path $modules -ChildPath 'MfaServerUpgrade/MfaServerUpgrade.psd1') -Force
        InModuleScope MfaServerUpgrade -Parameters @{ name = $name; component = $component } { Get-MfaProductComponent -Name $name | Should -Be $component }
        Exit-TestHost
    }
}
