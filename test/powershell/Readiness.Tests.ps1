# Each check is seen to fire, not to fire, and not to find out.
BeforeDiscovery {
    $none = { $null }
    $denied = { throw [System.UnauthorizedAccessException]::new('not allowed') }
    $checks = @(
        @{ Check = 'PowerShell'; Code = 'PowerShellTooOld'; Seen = 'Get-MfaPowerShellEngine'; Bad = { [pscustomobject]@{ Version = '4.0'; LanguageMode = 'FullLanguage' } }; Good = { [pscustomobject]@{ Version = '5.1'; LanguageMode = 'FullLanguage' } } }
        @{ Check = 'PowerShell'; Code = 'PowerShellConstrained'; Seen = 'Get-MfaPowerShellEngine'; Bad = { [pscustomobject]@{ Version = '7.6'; LanguageMode = 'ConstrainedLanguage' } }; Good = { [pscustomobject]@{ Version = '7.6'; LanguageMode = 'FullLanguage' } } }
        @{ Check = 'Process'; Code = 'ProcessIs32Bit'; Seen = 'Get-MfaBitness'; Bad = { [pscustomobject]@{ Is64BitSystem = $true; Is64BitProcess = $false } }; Good = { [pscustomobject]@{ Is64BitSystem = $false; Is64BitProcess = $false } } }
        @{ Check = 'DotNet'; Code = 'DotNetTooOld'; Seen = 'Get-ItemProperty'; Bad = { [pscustomobject]@{ Release = 378388 } }; Good = { [pscustomobject]@{ Release = 378389 } } }
        @{ Check = 'DotNet'; Code = 'DotNetTooOld'; Seen = 'Get-ItemProperty'; Bad = { throw [System.Management.Automation.ItemNotFoundException]::new('no key') }; Good = { [pscustomobject]@{ Release = 528040 } } }
        @{ Check = 'VisualCpp'; Code = 'VisualCppComesWithSetup'; Seen = 'Get-ItemProperty'; Bad = { [pscustomobject]@{ Major = 14; Minor = 0; Bld = 23505 } }; Good = { [pscustomobject]@{ Major = 14; Minor = 0; Bld = 23506 } } }
        @{ Check = 'VisualCpp'; Code = 'VisualCppMissing'; Component = 'userPortal'; Seen = 'Get-ItemProperty'; Bad = { throw [System.Management.Automation.ItemNotFoundException]::new('no key') }; Good = { [pscustomobject]@{ Major = 14; Minor = 16; Bld = 0 } } }
        @{ Check = 'ServerService'; Code = 'ServerServiceMissing'; Seen = 'Get-MfaService'; Bad = $none; Good = { [pscustomobject]@{ Status = 'Running'; StartType = 'Automatic' } } }
        @{ Check = 'ServerService'; Code = 'ServerServiceStopped'; Seen = 'Get-Service'; Bad = { [pscustomobject]@{ Status = 'Stopped'; StartType = 'Manual' } }; Good = { [pscustomobject]@{ Status = 'Running'; StartType = 'Automatic' } } }
        @{ Check = 'AdfsService'; Code = 'AdfsServiceMissing'; Component = 'adfs'; Seen = 'Get-MfaService'; Bad = $none; Good = { [pscustomobject]@{ Status = 'Running'; StartType = 'Automatic' } } }
        @{ Check = 'AdfsService'; Code = 'AdfsServiceStopped'; Component = 'adfs'; Seen = 'Get-Service'; Bad = { [pscustomobject]@{ Status = 'Stopped'; StartType = 'Manual' } }; Good = { [pscustomobject]@{ Status = 'Running'; StartType = 'Automatic' } } }
        @{ Check = 'WebServer'; Code = 'WebServerMissing'; Component = 'webServiceSdk'; Seen = 'Get-MfaService'; Bad = $none; Good = { [pscustomobject]@{ Status = 'Running' } } }
        @{ Check = 'WebServer'; Code = 'WebServerStopped'; Component = 'userPortal'; Seen = 'Get-Service'; Bad = { [pscustomobject]@{ Status = 'Stopped' } }; Good = { [pscustomobject]@{ Status = 'Running' } } }
        @{ Check = 'WebComponent'; Code = 'WebComponentNotInIis'; Component = 'userPortal'; Seen = 'Get-MfaWebApplicationOfHost'; Bad = { }; Good = { [pscustomobject]@{ Component = 'userPortal'; Site = 'a'; Name = 'b' } } }
        @{ Check = 'WebComponent'; Code = 'WebComponentSeveral'; Component = 'userPortal'; Seen = 'Get-MfaWebApplicationOfHost'; Bad = { 1..2 | ForEach-Object { [pscustomobject]@{ Component = 'userPortal'; Site = 'a'; Name = "b$_" } } }; Good = { [pscustomobject]@{ Component = 'userPortal'; Site = 'a'; Name = 'b' } } }
        @{ Check = 'WebRole'; Code = 'WebRoleMissing'; Component = 'webServiceSdk'; Seen = 'Get-WindowsFeature'; Bad = { [pscustomobject]@{ Name = 'Web-Basic-Auth'; Installed = $false } }; Good = { [pscustomobject]@{ Name = 'Web-Basic-Auth'; Installed = $true } } }
        @{ Check = 'WebPool'; Code = 'WebPoolOld'; Component = 'webServiceSdk'; Seen = 'Get-WebConfigurationProperty'; Bad = { [pscustomobject]@{ Value = 'v2.0' } }; Good = { [pscustomobject]@{ Value = 'v4.0' } } }
        @{ Check = 'FreeSpace'; Code = 'FreeSpaceLow'; Seen = 'Get-MfaFreeByte'; Bad = { 200MB }; Good = { 201MB } }
        @{ Check = 'FreeSpace'; Code = 'FreeSpaceLow'; Component = 'userPortal'; Seen = 'Get-MfaFreeByte'; Bad = { 199MB }; Good = { 200MB } }
        @{ Check = 'Restart'; Code = 'RestartAhead'; Seen = 'Get-ItemProperty'; Bad = { [pscustomobject]@{ PendingFileRenameOperations = @('x', '') } }; Good = { [pscustomobject]@{ PendingFileRenameOperations = @() } } }
        @{ Check = 'Installer'; Code = 'InstallerNotSigned'; Seen = 'Get-AuthenticodeSignature'; Bad = { [pscustomobject]@{ Status = 'HashMismatch'; SignerCertificate = [pscustomobject]@{ Subject = 'O=Microsoft Corporation' } } }; Good = { [pscustomobject]@{ Status = 'Valid'; SignerCertificate = [pscustomobject]@{ Subject = 'CN=x, O=Microsoft Corporation, C=US' } } } }
        @{ Check = 'BackupFolder'; Code = 'BackupFolderNotWritable'; Seen = 'Test-MfaFolderWritable'; Bad = { $false }; Good = { $true } }
    )
    foreach ($one in $checks) { if (-not $one.ContainsKey('Component')) { $one.Component = 'mfaServer' }; $one.Denied = $denied }
}

BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')
    $upgrade = New-TestUpgrade -Below $TestDrive
    Enter-TestHost -Upgrade $upgrade

    function Get-CheckOutcome {
        param([string]$Check, [string]$Component, [string]$InstalledVersion = '6.3.1', [string]$TargetVersion = '8.0.1.1', [string]$Destination = '')
        $subject = [pscustomobject]@{ ComputerName = 'mfa01.contoso.example'; Component = @($Component); InstalledVersion = $InstalledVersion; TargetVersion = $TargetVersion; Destination = $Destination; Installer = (Get-TestFile -Upgrade $upgrade -Below 'C/Installers/MultiFactorAuthenticationServerSetup.exe') }
        InModuleScope MfaServerUpgrade -Parameters @{ name = "Test-MfaReady$Check"; subject = $subject } { Invoke-MfaReadinessCheck -Name $name -Subject $subject }
    }
}
AfterAll { Exit-TestHost }

Describe 'The check <Check> with <Code>' -ForEach $checks {
    It 'fires' {
        Mock -ModuleName MfaServerUpgrade $Seen $Bad
        $outcome = Get-CheckOutcome -Check $Check -Component $Component
        $outcome.CouldLook | Should -BeTrue -Because ($outcome.Findings.Message -join ' ')
        $outcome.Findings.Code | Should -Contain $Code
        $outcome.Findings[0].Remedy | Should -Not -BeNullOrEmpty
    }

    It 'does not fire' {
        Mock -ModuleName MfaServerUpgrade $Seen $Good
        $outcome = Get-CheckOutcome -Check $Check -Component $Component
        $outcome.CouldLook | Should -BeTrue
        @($outcome.Findings | Where-Object -Property Severity -NE 'information') | Should -HaveCount 0
    }

    It 'blocks under a code of its own when it cannot find out' {
        Mock -ModuleName MfaServerUpgrade $Seen $Denied
        $outcome = Get-CheckOutcome -Check $Check -Component $Component
        $outcome.CouldLook | Should -BeFalse
        $outcome.Findings.Code | Should -Be ('{0}NotChecked' -f $Check)
        $outcome.Findings.Severity | Should -Be 'inhibitor'
        $outcome.Findings.Message | Should -BeLike '*not allowed*'
    }
}

Describe 'The check of the data file' {
    It 'does not fire on a host that has one' { (Get-CheckOutcome -Check 'DataFile' -Component 'mfaServer').Findings | Should -HaveCount 0 }

    It 'fires where the registry names no folder' {
        Mock -ModuleName MfaServerUpgrade Get-ItemProperty { throw [System.Management.Automation.ItemNotFoundException]::new('no key') }
        (Get-CheckOutcome -Check 'DataFile' -Component 'mfaServer').Findings.Code | Should -Be 'InstallPathNotFound'
    }

    It 'fires where the folder is on a share' {
        Mock -ModuleName MfaServerUpgrade Get-ItemProperty { [pscustomobject]@{ InstallPath = '\\server\mfa\' } }
        (Get-CheckOutcome -Check 'DataFile' -Component 'mfaServer').Findings.Code | Should -Be 'InstallPathNotLocal'
    }

    It 'cannot find out where the registry is closed to it' {
        Mock -ModuleName MfaServerUpgrade Get-ItemProperty { throw [System.UnauthorizedAccessException]::new('not allowed') }
        $outcome = Get-CheckOutcome -Check 'DataFile' -Component 'mfaServer'
        $outcome.CouldLook | Should -BeFalse
        $outcome.Findings.Code | Should -Be 'DataFileNotChecked'
    }
}

Describe 'Crossing version 7.0' {
    It 'asks for .NET 4.5: from <from> to <to>: <asks>' -ForEach @(
        @{ from = '6.3.1'; to = '7.0'; asks = $true }, @{ from = ''; to = '8.0.1.1'; asks = $true }, @{ from = ''; to = ''; asks = $true }
        @{ from = '7.0'; to = '8.0'; asks = $false }, @{ from = '7.0.0.9'; to = '8.0'; asks = $false }, @{ from = '6.0'; to = '6.3.1'; asks = $false }
    ) {
        Mock -ModuleName MfaServerUpgrade Get-ItemProperty { [pscustomobject]@{ Release = 1 } }
        @((Get-CheckOutcome -Check 'DotNet' -Component 'userPortal' -InstalledVersion $from -TargetVersion $to).Findings).Count -gt 0 | Should -Be $asks
    }
}

Describe 'The check of the pools' {
    It 'warns where other applications run in the same pool' {
        Mock -ModuleName MfaServerUpgrade Get-WebApplication { 'Sdk', 'Other' | ForEach-Object { [pscustomobject]@{ path = "/$_"; applicationPool = 'Sdk'; PhysicalPath = Get-TestFile -Upgrade $upgrade -Below "C/inetpub/wwwroot/$_" } } }
        $findings = (Get-CheckOutcome -Check 'WebPool' -Component 'webServiceSdk').Findings
        $findings.Code | Should -Be 'WebPoolShared'
        $findings.Severity | Should -Be 'warning'
    }

    It 'asks nothing of a target below 7.0' { (Get-CheckOutcome -Check 'WebPool' -Component 'webServiceSdk' -TargetVersion '6.3.1').Findings | Should -HaveCount 0 }
}

Describe 'The check of the way to the Web Service SDK' {
    BeforeAll {
        Mock -ModuleName MfaServerUpgrade Get-MfaWebApplicationOfHost { [pscustomobject]@{ Component = 'userPortal'; PhysicalPath = '/portal' } }
        Mock -ModuleName MfaServerUpgrade Get-MfaWebSdkSetting { [pscustomobject]@{ UsesSdk = $true; Address = 'https://user:secret@sdk.example/Sdk/PfWsSdk.asmx' } }
    }

    It 'fires where no answer comes, and asks without an account' {
        Mock -ModuleName MfaServerUpgrade Invoke-WebRequest { throw [System.InvalidOperationException]::new('no trust relationship') }
        $finding = (Get-CheckOutcome -Check 'SdkCertificate' -Component 'userPortal').Findings
        $finding.Code | Should -Be 'SdkNotReachedNow'
        $finding.Message | Should -BeLike 'https://sdk.example/Sdk/PfWsSdk.asmx does not answer*no trust relationship*'
        Should -Invoke -ModuleName MfaServerUpgrade Invoke-WebRequest -Times 1 -Exactly -ParameterFilter { $null -eq $Credential }
    }

    It 'takes a refusal for an answer' {
        Mock -ModuleName MfaServerUpgrade Invoke-WebRequest { throw ([System.InvalidOperationException]::new('401') | Add-Member -PassThru -NotePropertyName Response -NotePropertyValue ([pscustomobject]@{ StatusCode = 401 })) }
        (Get-CheckOutcome -Check 'SdkCertificate' -Component 'userPortal').Findings | Should -HaveCount 0
    }

    It 'says that <address> will not do' -ForEach @(
        @{ address = 'http://sdk.example/Sdk/PfWsSdk.asmx'; code = 'SdkWithoutTls' }, @{ address = 'https://10.0.0.1/Sdk/PfWsSdk.asmx'; code = 'SdkByAddress' }
    ) {
        Mock -ModuleName MfaServerUpgrade Get-MfaWebSdkSetting { [pscustomobject]@{ UsesSdk = $true; Address = $address } }
        (Get-CheckOutcome -Check 'SdkCertificate' -Component 'userPortal').Findings.Code | Should -Be $code
    }

    It 'asks nothing where a portal asks its own server' {
        Mock -ModuleName MfaServerUpgrade Get-MfaWebSdkSetting { [pscustomobject]@{ UsesSdk = $false; Address = 'https://localhost/Sdk/PfWsSdk.asmx' } }
        Mock -ModuleName MfaServerUpgrade Invoke-WebRequest { throw 'asked' }
        (Get-CheckOutcome -Check 'SdkCertificate' -Component 'userPortal').Findings | Should -HaveCount 0
    }

    It 'blocks under a code of its own where web.config cannot be read' {
        Mock -ModuleName MfaServerUpgrade Get-MfaWebSdkSetting { throw [System.UnauthorizedAccessException]::new('not allowed') }
        (Get-CheckOutcome -Check 'SdkCertificate' -Component 'userPortal').Findings.Code | Should -Be 'SdkCertificateNotChecked'
    }
}

Describe 'The check of the role services' {
    It 'is by hand where Windows has no command for it' {
        Mock -ModuleName MfaServerUpgrade Get-Command { } -ParameterFilter { $Name -eq 'Get-WindowsFeature' }
        (Get-CheckOutcome -Check 'WebRole' -Component 'userPortal').Findings.Code | Should -Be 'WebRoleByHand'
    }
}

Describe 'The check of a chosen backup folder' {
    It 'refuses a share, and asks for space there' {
        (Get-CheckOutcome -Check 'BackupFolder' -Component 'userPortal' -Destination '\\server\share').Findings.Code | Should -Be 'BackupDestinationNotLocal'
        Mock -ModuleName MfaServerUpgrade Get-MfaFreeByte { if ($LiteralPath -eq '/chosen') { 1MB } else { 1GB } }
        (Get-CheckOutcome -Check 'FreeSpace' -Component 'userPortal' -Destination '/chosen').Findings.Code | Should -Be 'FreeSpaceLow'
    }
}

Describe 'The check of the setup' {
    It 'asks nothing of a host without a server, and refuses another version' {
        (Get-CheckOutcome -Check 'Installer' -Component 'userPortal' -TargetVersion '9.0').Findings | Should -HaveCount 0
        $outcome = Get-CheckOutcome -Check 'Installer' -Component 'phoneFactorAgent' -TargetVersion '9.0'
        $outcome.Findings.Code | Should -Be 'InstallerOtherVersion'
        $outcome.Findings.Severity | Should -Be 'inhibitor'
    }
}

Describe 'Test-MfaUpgradeReadiness' {
    AfterEach { Enter-TestHost -Upgrade $upgrade }

    It 'finds every simulated host ready: <name>' -ForEach @(
        @{ name = 'mfa01.contoso.example'; component = 'mfaServer', 'webServiceSdk'; warnings = 0 }
        @{ name = 'mfa02.contoso.example'; component = 'mfaServer', 'adfs'; warnings = 0 }
        @{ name = 'web01.contoso.example'; component = @('userPortal'); warnings = 1 }
        @{ name = 'fs01.contoso.example'; component = @('adfs'); warnings = 0 }
        @{ name = 'old01'; component = @('phoneFactorAgent'); warnings = 2 }
    ) {
        Enter-TestHost -Upgrade $upgrade -Name $name
        $answer = Test-MfaUpgradeReadiness -ComputerName $name -Component $component -TargetVersion '8.0.1.1'
        $answer.Verified | Should -BeTrue
        @($answer.Findings | Where-Object -Property Severity -EQ 'inhibitor') | Should -HaveCount 0
        @($answer.Findings | Where-Object -Property Severity -EQ 'warning') | Should -HaveCount $warnings
    }

    It 'keeps yes with an inhibitor, because every check could look' {
        Mock -ModuleName MfaServerUpgrade Get-MfaService { $null }
        $answer = Test-MfaUpgradeReadiness -ComputerName 'mfa01' -Component 'mfaServer'
        $answer.Verified | Should -BeTrue
        $answer.Findings.Code | Should -Contain 'ServerServiceMissing'
    }

    It 'gives null when one check could not look, and goes on with the others' {
        Mock -ModuleName MfaServerUpgrade Get-MfaPowerShellEngine { throw 'denied' }
        $answer = Test-MfaUpgradeReadiness -ComputerName 'mfa01' -Component 'mfaServer'
        $answer.Verified | Should -Be $null
        $answer.Checks | Should -HaveCount 16
        @($answer.Checks | Where-Object -Property CouldLook -EQ $false).Name | Should -Be 'Test-MfaReadyPowerShell'
    }

    It 'changes nothing on the host' {
        $before = Get-TestFingerprint -LiteralPath $upgrade.Hosts
        [void](Test-MfaUpgradeReadiness -ComputerName 'mfa01' -Component 'mfaServer')
        Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
    }

    It 'has a file and a place in the list for each check' {
        $files = (Get-ChildItem -Path (Join-Path -Path $sources -ChildPath 'MfaServerUpgrade/Private/Readiness/Test-*.ps1')).BaseName | Sort-Object
        InModuleScope MfaServerUpgrade { Get-MfaReadinessCheck } | Sort-Object | Should -Be $files
    }
}
